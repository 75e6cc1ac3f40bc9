import type { patients, Reply } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Input } from '../../../platform/http/route.ts'
import { coverageChanged } from '../events.ts'
import { holdRecord } from '../hold-record.ts'
import { setCheck } from './store.ts'

type Spec = typeof patients.checkCoverage

export async function checkCoverage(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Reply<Spec>, never>> {
  const { patientId, coverageId } = params
  ctx.touch(patientId, coverageId)
  return ctx.tx(async (db) => {
    await holdRecord(db, patientId)
    const check = { checked_at: ctx.now.toString(), checked_by: ctx.actor.name, checked_source: body.source }
    if (!(await setCheck(db, patientId, coverageId, check))) throw new Problem('not-found')
    await ctx.tell(db, coverageChanged(coverageId, patientId))
    return ok({})
  })
}
