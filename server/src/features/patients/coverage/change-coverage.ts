import type { patients, Refusal } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Input } from '../../../platform/http/route.ts'
import { coverageChanged } from '../events.ts'
import { holdRecord } from '../hold-record.ts'
import { recordChanges } from '../history/record-change.ts'
import { coverageHistory } from './history.ts'
import { keepFindable } from '../search/keys/keep-findable.ts'
import { cardDiffers, coverageFields } from './fields.ts'
import { type Coverage, presentCoverage } from './present.ts'
import { whyNot } from './refused.ts'
import { findCoverage, payerName, updateCoverage } from './store.ts'

type Spec = typeof patients.changeCoverage

const notChecked = { checked_at: null, checked_by: null, checked_source: null }

/** A coverage that says something else than before counts as not looked at. */
export async function changeCoverage(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Coverage, Refusal<Spec>>> {
  const { patientId, coverageId } = params
  ctx.touch(patientId, coverageId)
  return ctx.tx(async (db): Promise<Result<Coverage, Refusal<Spec>>> => {
    await holdRecord(db, patientId)
    const before = await findCoverage(db, patientId, coverageId)
    if (!before) throw new Problem('not-found')
    if (before.version !== body.version) return refuse({ reason: 'changed-meanwhile', version: before.version })
    const after = coverageFields(body)
    const refusal = await whyNot(ctx, db, patientId, { body, fields: after, coverageId })
    if (refusal) return refuse(refusal)
    const payer = await payerName(db, body.payerId)
    const row = await updateCoverage(db, coverageId, { ...after, ...(cardDiffers(before, after) ? notChecked : {}) })
    const payerBefore = await payerName(db, before.payer_id)
    await recordChanges(ctx, db, patientId, coverageHistory(before, payerBefore), coverageHistory(row, payer))
    await keepFindable(db, [patientId])
    await ctx.tell(db, coverageChanged(coverageId, patientId))
    return ok(presentCoverage({ ...row, payer_name: payer ?? '' }))
  })
}
