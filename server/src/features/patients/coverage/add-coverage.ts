import type { patients, Refusal } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import type { Input } from '../../../platform/http/route.ts'
import { coverageChanged } from '../events.ts'
import { holdRecord } from '../hold-record.ts'
import { recordChanges } from '../history/record-change.ts'
import { coverageHistory } from './history.ts'
import { keepFindable } from '../search/keys/keep-findable.ts'
import { dropCovered } from '../proposals/policies/drop-covered.ts'
import { coverageFields } from './fields.ts'
import { type Coverage, presentCoverage } from './present.ts'
import { whyNot } from './refused.ts'
import { insertCoverage, payerName } from './store.ts'

type Spec = typeof patients.addCoverage

export async function addCoverage(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Coverage, Refusal<Spec>>> {
  const { patientId } = params
  const id = ctx.newId()
  ctx.touch(patientId, id)
  return ctx.tx(async (db): Promise<Result<Coverage, Refusal<Spec>>> => {
    await holdRecord(db, patientId)
    const fields = coverageFields(body)
    const refusal = await whyNot(ctx, db, patientId, { body, fields, coverageId: null, holderBefore: null })
    if (refusal) return refuse(refusal)
    const payer = (await payerName(db, body.payerId)) ?? ''
    const row = await insertCoverage(db, id, patientId, fields)
    await recordChanges(ctx, db, patientId, {}, coverageHistory(row, payer))
    await keepFindable(db, [patientId])
    await dropCovered(db, patientId)
    await ctx.tell(db, coverageChanged(id, patientId))
    return ok(presentCoverage({ ...row, payer_name: payer }))
  })
}
