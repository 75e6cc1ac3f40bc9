import type { planRestrictions, Refusal } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { staffOf } from '../../../platform/auth/sessions.ts'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Input } from '../../../platform/http/route.ts'
import { holdRecord, patientChanged, recordChanges } from '../../patients/index.ts'
import { findVisit } from '../checks/asking/store.ts'
import { restrictionFields } from './history.ts'
import { presentRestriction, type Restriction } from './present.ts'
import { insertRestriction, selectInForce } from './store.ts'

type Spec = typeof planRestrictions.notePlanRestriction

/** From now on no question about it goes out by itself, not even one that waits already. */
export async function noteRestriction(
  ctx: Ctx,
  { params: { patientId }, body: { appointmentId, remarks } }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Restriction, Refusal<Spec>>> {
  const id = ctx.newId()
  ctx.touch(patientId, id)
  return ctx.tx(async (db): Promise<Result<Restriction, Refusal<Spec>>> => {
    await holdRecord(db, patientId)
    if (appointmentId !== null && !(await findVisit(db, patientId, appointmentId))) throw new Problem('not-found')
    const same = (await selectInForce(db, [patientId])).find((one) => one.appointmentId === appointmentId)
    if (same) return refuse({ reason: 'noted-already', restrictionId: same.id })
    const before = await restrictionFields(db, patientId)
    await insertRestriction(db, {
      id,
      patient_id: patientId,
      appointment_id: appointmentId,
      remarks,
      noted_at: ctx.now.toString(),
      noted_by: staffOf(ctx.actor),
      noted_by_name: ctx.actor.name,
    })
    await recordChanges(ctx, db, patientId, before, await restrictionFields(db, patientId))
    await ctx.tell(db, patientChanged(patientId))
    const noted = (await selectInForce(db, [patientId])).find((one) => one.id === id)
    if (!noted) throw new Error('a restriction that was just written is not there')
    return ok(presentRestriction(noted))
  })
}
