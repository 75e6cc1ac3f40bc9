import type { Body, Params, Refusal, Reply, selfBooking } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import { databaseFault } from '../../platform/database/organization-db.ts'
import { Problem } from '../../platform/http/problem.ts'
import { reassignMessages } from '../messages/index.ts'
import { removeSelf } from '../patients/index.ts'
import type { Practice } from '../practice/index.ts'
import { conflictOf, reassignVisit, selectSelfVisit } from '../scheduling/index.ts'
import { eventOf } from './decide.ts'
import { selfBookingSettled } from './events.ts'
import { selectByAppointment, updateSettled } from './store.ts'

type Spec = typeof selfBooking.settleSelfBooking
type Answer = Result<Reply<Spec>, Refusal<Spec>>

/** Somebody new, or one of the records it was held against: then the visit goes there and the made record goes away. */
export async function settle(ctx: Ctx, practice: Practice, input: Params<Spec> & Body<Spec>): Promise<Answer> {
  const visit = await selectSelfVisit(ctx.db, input.appointmentId)
  const row = visit && (await selectByAppointment(ctx.db, visit.id))
  if (!visit || !row) throw new Problem('not-found')
  const { samePatientId } = input
  const made = row.made_patient_id
  ctx.touch(samePatientId === null ? [visit.patient_id] : [visit.patient_id, samePatientId], visit.id)
  if (made === null || row.settled_at !== null) {
    const before = await ctx.recall()
    return before === undefined ? refuse({ reason: 'not-waiting' }) : ok(before as Reply<Spec>)
  }
  if (samePatientId !== null && !row.possible_ids.includes(samePatientId)) throw new Problem('not-found')
  if (visit.version !== input.version) return refuse({ reason: 'changed-meanwhile', version: visit.version })
  try {
    return await ctx.tx<Reply<Spec>, Refusal<Spec>>(async (db) => {
      await updateSettled(db, row.id, ctx.now.toString())
      let { version } = visit
      if (samePatientId !== null) {
        const moved = await reassignVisit(db, visit.id, samePatientId, input.version)
        if (moved === undefined) return refuse({ reason: 'changed-meanwhile', version: visit.version })
        version = moved
        await reassignMessages(db, made, samePatientId)
        await removeSelf(db, made)
      }
      const patientId = samePatientId ?? visit.patient_id
      await ctx.tell(db, selfBookingSettled({ ...eventOf(practice, visit), patientId }))
      return ok({ id: visit.id, version })
    })
  } catch (error) {
    if (conflictOf(error) === 'patient') return refuse({ reason: 'patient-busy' })
    // Something else hangs on the record by now, a payment or another visit.
    if (databaseFault(error)?.code === '23503') return refuse({ reason: 'record-in-use' })
    throw error
  }
}
