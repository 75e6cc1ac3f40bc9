import type { Params, Reply, scheduling } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { checkOpen, presentLine } from '../../patients/index.ts'
import { partReply } from '../several/present-parts.ts'
import { selectParts, selectPatientLine } from '../several/store.ts'
import { type KeptRule, selectSeries } from './store.ts'

type Spec = typeof scheduling.readSeries

export async function readSeries(ctx: Ctx, { seriesId }: Params<Spec>): Promise<Result<Reply<Spec>, never>> {
  const [row, visits] = await Promise.all([selectSeries(ctx.db, seriesId), selectParts(ctx.db, { seriesId })])
  const patient = row && (await selectPatientLine(ctx.db, row.patient_id))
  if (!patient) throw new Problem('not-found')
  ctx.touch(row.patient_id, row.id)
  await checkOpen(ctx, ctx.db, row.patient_id)
  // Written by insertSeries and updateRule only.
  const { exceptions, ...rule } = row.rule as unknown as KeptRule
  return ok({
    id: row.id,
    patient: presentLine(patient),
    visitTypeId: row.visit_type_id,
    rule,
    exceptions,
    visits: visits.map(partReply),
  })
}
