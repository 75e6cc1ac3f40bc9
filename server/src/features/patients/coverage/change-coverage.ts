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
import { dropCovered } from '../proposals/policies/drop-covered.ts'
import { cardDiffers, coverageFields } from './fields.ts'
import { type Coverage, presentCoverage } from './present.ts'
import { whyNot } from './refused.ts'
import { unseenHolder, withoutShutHolder } from './shut-holder.ts'
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
    const said = coverageFields(body)
    const isOwn = body.relationship === 'self'
    const holder = said.subscriber_patient_id ?? (isOwn ? null : await unseenHolder(ctx, db, before))
    const after = { ...said, subscriber_patient_id: holder }
    const holderBefore = before.subscriber_patient_id
    const refusal = await whyNot(ctx, db, patientId, { body, fields: after, coverageId, holderBefore })
    if (refusal) return refuse(refusal)
    const payer = await payerName(db, body.payerId)
    const row = await updateCoverage(db, coverageId, { ...after, ...(cardDiffers(before, after) ? notChecked : {}) })
    const payerBefore = await payerName(db, before.payer_id)
    await recordChanges(ctx, db, patientId, coverageHistory(before, payerBefore), coverageHistory(row, payer))
    await keepFindable(db, [patientId])
    await dropCovered(db, patientId)
    await ctx.tell(db, coverageChanged(coverageId, patientId))
    return ok(await withoutShutHolder(ctx, db, presentCoverage({ ...row, payer_name: payer ?? '' })))
  })
}
