import { type Body, type Params, type Refusal, type Reply, roleMay, type scheduling } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { planSeat } from '@foyer/scheduling'
import { staffOf } from '../../../platform/auth/sessions.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Practice } from '../../practice/index.ts'
import { loadPatient } from '../booking/facts/load-facts.ts'
import { insertAppointment } from '../booking/store.ts'
import { appointmentBooked } from '../events.ts'
import { msOf } from '../instants.ts'
import { selectPatientBusy } from '../openings/store.ts'
import { placeOf } from '../place.ts'
import { dayAround } from '../site-days.ts'
import { selectForBooking } from '../store.ts'
import { conflictOf } from '../taken.ts'
import { holderOf, run } from '../time/store.ts'
import { type GroupSession, lockGroup, selectOtherGroups, selectSeats } from './store.ts'

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
  const { patientId, note, language, overrides } = input
  const place = placeOf(practice, group.visit_type_id, group.site_id)
  const next = async () =>
    (await selectOtherGroups(db, group, ctx.now.toString())).map((one) => ({
      groupSessionId: one.id,
      start: one.starts_at,
      seatsLeft: one.seats - one.taken,
    }))
  if (group.closed) return refuse({ reason: 'group-closed', next: await next() })
  const taken = await selectSeats(db, group.id)
  const own = taken.find((one) => one.patient_id === patientId)
  if (own) return refuse({ reason: 'already-in-it', appointmentId: own.id })
  const patient = await loadPatient(db, place, group.starts_at, patientId, null)
  const start = msOf(group.starts_at)
  const plan = planSeat({
    visitType: place.rule,
    zone: place.zone,
    start,
    now: ctx.now.epochMilliseconds,
    seats: group.seats,
    seatsTaken: taken.map((one) => one.seat),
    may: (permission) => roleMay(ctx.actor.role, permission),
    ...(patient ? { patient } : {}),
    ...(overrides ? { overrides } : {}),
  })
  if (!plan.ok) {
    const { error } = plan
    if (error.reason === 'seats-taken') return refuse({ reason: 'group-full', seats: group.seats, next: await next() })
    // A seat takes nobody's time but the patient's.
    return error.reason === 'opening-taken' ? refuse({ reason: error.reason }) : refuse(error)
  }
  const id = ctx.newId()
  ctx.touch(patientId, id)
  const visit = {
    id,
    patientId,
    visitTypeId: group.visit_type_id,
    siteId: group.site_id,
    note,
    rules: plan.value.rules,
    group: { id: group.id, seat: plan.value.seat },
  }
  const time = { start, end: msOf(group.ends_at), assignments: [] }
  const by = { at: ctx.now.toString(), staffId: staffOf(ctx.actor), name: ctx.actor.name }
  await run(
    db,
    insertAppointment(db, visit, time, by, () => ctx.newId()),
  )
  const date = dayAround(start, place.zone).date
  await ctx.tell(db, appointmentBooked({ id, patientId, siteId: group.site_id, date }, language, []))
  return ok({ id, seat: plan.value.seat, start: group.starts_at, end: group.ends_at, version: 1 })
}
