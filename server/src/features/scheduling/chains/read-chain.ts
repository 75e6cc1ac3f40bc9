import type { Params, Reply, scheduling } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { checkOpen, presentLine } from '../../patients/index.ts'
import { partReply } from '../several/present-parts.ts'
import { selectParts, selectPatientLine } from '../several/store.ts'
import { selectChain } from './store.ts'

type Spec = typeof scheduling.readChain

export async function readChain(ctx: Ctx, { chainId }: Params<Spec>): Promise<Result<Reply<Spec>, never>> {
  const [row, visits] = await Promise.all([selectChain(ctx.db, chainId), selectParts(ctx.db, { chainId })])
  const patient = row && (await selectPatientLine(ctx.db, row.patient_id))
  if (!patient) throw new Problem('not-found')
  ctx.touch(row.patient_id, row.id)
  await checkOpen(ctx, ctx.db, row.patient_id)
  return ok({ id: row.id, name: row.name, patient: presentLine(patient), visits: visits.map(partReply) })
}
