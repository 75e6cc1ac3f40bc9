import type { Body, Params, Refusal, Reply, scheduling } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Practice } from '../../practice/index.ts'
import { msOf } from '../instants.ts'
import { selectPatientBusy } from '../openings/store.ts'
import { selectForBooking } from '../store.ts'
import { conflictOf } from '../taken.ts'
import { holderOf } from '../time/store.ts'
import { type GroupSession, lockGroup, selectOtherGroups } from './store.ts'
import { takeSeat } from './take-seat.ts'

type Spec = typeof scheduling.joinGroup
type Input = Params<Spec> & Body<Spec>
type Joined = Result<Reply<Spec>, Refusal<Spec>>

/** Books a seat. Of two who want the last one, one gets it; the other is told of the next groups. */
export async function joinGroup(ctx: Ctx, practice: Practice, input: Input): Promise<Joined> {
  ctx.touch(input.patientId)
  const person = await selectForBooking(ctx.db, input.patientId, null, holderOf(ctx.actor))
  if (!person) throw new Problem('not-found')
  if (person.deceased) return refuse({ reason: 'patient-deceased' })
  const asked: { group: GroupSession | null } = { group: null }
  try {
    return await ctx.tx<Reply<Spec>, Refusal<Spec>>(async (db) => {
      const group = await lockGroup(db, input.groupSessionId)
      if (!group) throw new Problem('not-found')
      asked.group = group
      return seat(ctx, db, practice, group, input)
    })
  } catch (error) {
    const conflict = conflictOf(error)
    if (!conflict || !asked.group) throw error
    const reach = { start: msOf(asked.group.starts_at), end: msOf(asked.group.ends_at) }
    const [other] = conflict === 'patient' ? await selectPatientBusy(ctx.db, input.patientId, reach) : []
    if (other) return refuse({ reason: 'patient-busy', appointmentId: other.id, start: other.starts_at })
    return refuse({ reason: 'opening-taken' })
  }
}

async function seat(ctx: Ctx, db: Db, practice: Practice, group: GroupSession, input: Input): Promise<Joined> {
  const done = await takeSeat(ctx, db, practice, group, input)
  if (done.ok) return ok({ ...done.value, start: group.starts_at, end: group.ends_at, version: 1 })
  const { error } = done
  const next = async () =>
    (await selectOtherGroups(db, group, ctx.now.toString())).map((one) => ({
      groupSessionId: one.id,
      start: one.starts_at,
      seatsLeft: one.seats - one.taken,
    }))
  if (error.reason === 'group-closed') return refuse({ reason: error.reason, next: await next() })
  if (error.reason === 'seats-taken') return refuse({ reason: 'group-full', seats: group.seats, next: await next() })
  // A seat takes nobody's time but the patient's.
  return error.reason === 'opening-taken' ? refuse({ reason: error.reason }) : refuse(error)
}
