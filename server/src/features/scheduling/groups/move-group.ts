import type { Body, Params, Refusal, Reply, scheduling } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { AllowedPlan, BookRefusal, RuleEvaluation } from '@foyer/scheduling'
import { staffOf } from '../../../platform/auth/sessions.ts'
import type { Ctx } from '../../../platform/context.ts'
import { type Db, runIn } from '../../../platform/database/organization-db.ts'
import type { TakenRange } from '../../../platform/events/event.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Practice } from '../../practice/index.ts'
import { planInTurn } from '../booking/plan.ts'
import { gapsAround } from '../chains/gaps-around.ts'
import { appointmentMoved, dayChanged, groupChanged, takenBy } from '../events.ts'
import { dateOf } from '../held.ts'
import { instantOfMs, msOf } from '../instants.ts'
import { isTaken, losing } from '../losing.ts'
import { selectPatientBusy } from '../openings/store.ts'
import type { Lost } from '../openings/with-next.ts'
import { lasting, placeOf } from '../place.ts'
import { noteException } from '../series/note-exception.ts'
import { dayAround } from '../site-days.ts'
import { insertHistory, lockAppointment, type LockedAppointment, updatePlace } from '../store.ts'
import { conflictOf } from '../taken.ts'
import { insertAllocations } from '../time/store.ts'
import { type GroupSession, lockGroup, selectGroupTimes, selectSeats, setEmpty, setMoved } from './store.ts'
import { isUnseen } from '../unseen.ts'

type Spec = typeof scheduling.moveGroup
type Optional = 'overrides'
type Input = Params<Spec> & Omit<Body<Spec>, Optional> & Partial<Pick<Body<Spec>, Optional>>
type Refused = Exclude<Refusal<Spec>, { reason: 'opening-taken' }>

/**
 * Moves a group with everybody in it. The visits keep their identity and their seats; old time is freed and new time
 * taken in one step for all, or for none. Whoever is elsewhere then is named, and nobody is moved.
 */
export async function moveGroup(
  ctx: Ctx,
  practice: Practice,
  input: Input,
): Promise<Result<Reply<Spec>, Refused | Lost>> {
  ctx.because(input.reason)
  const asked = losing()
  try {
    const moved = await ctx.tx<Reply<Spec>, Refused | BookRefusal>(async (db) => {
      const group = await lockGroup(db, input.groupSessionId)
      if (!group) throw new Problem('not-found')
      const seats = await seatsOf(db, group.id)
      ctx.touch(
        seats.map(({ patient_id }) => patient_id),
        group.id,
      )
      if (group.version !== input.version) return refuse({ reason: 'changed-meanwhile', version: group.version })
      const arrived = seats.filter(({ status }) => status !== 'booked').length
      if (arrived > 0) return refuse({ reason: 'people-arrived', count: arrived })

      const rows = await selectGroupTimes(db, group.id)
      // Rows of a group always have a role.
      const assignments =
        input.assignments ?? rows.map((row) => ({ role: row.role ?? '', resourceId: row.resource_id }))
      const minutes = (msOf(group.ends_at) - msOf(group.starts_at)) / 60_000
      const place = lasting(placeOf(practice, group.visit_type_id, group.site_id), minutes)
      const wanted = { start: input.start, assignments }
      asked.wanted = { place, ...wanted, patientId: null }
      await setEmpty(db, group.id)
      const { overrides = null } = input
      const plan = await planInTurn(db, { practice, place, wanted, patientId: null, overrides }, ctx)
      if (!plan.ok) return plan
      const busy = await busyAmong(db, seats, plan.value)
      if (busy.length > 0) return refuse({ reason: 'people-busy', appointmentIds: busy })

      const remarks: RuleEvaluation[] = []
      const how = { zone: place.zone, reason: input.reason, isUnseen: isUnseen(group, rows, plan.value) }
      for (const seat of seats) remarks.push(...(await moveSeat(ctx, db, practice, seat, plan.value, how)))
      const version = await saveGroup(ctx, db, practice, group, plan.value, {
        given: rows.flatMap(({ resource_id, from, until }): TakenRange[] =>
          from === null || until === null ? [] : [[resource_id, msOf(from), msOf(until)]],
        ),
        zone: place.zone,
      })
      const { start, end } = plan.value
      return ok({
        id: group.id,
        start: instantOfMs(start),
        end: instantOfMs(end),
        version,
        people: seats.length,
        remarks: remarks.filter(({ verdict }) => verdict === 'not-met'),
      })
    })
    if (moved.ok) return moved
    const { error } = moved
    return isTaken(error) ? asked.lost(error) : refuse(error)
  } catch (error) {
    if (conflictOf(error) === null) throw error
    return asked.lost()
  }
}

/** Everybody in it, always in one order: two who move groups with the same people do not wait in a circle. */
async function seatsOf(db: Db, groupId: string): Promise<readonly LockedAppointment[]> {
  const ids = (await selectSeats(db, groupId)).map(({ id }) => id).toSorted()
  const seats: LockedAppointment[] = []
  for (const id of ids) {
    const seat = await lockAppointment(db, id)
    if (seat) seats.push(seat)
  }
  return seats
}

/** Visits whose people have another visit at that time. */
async function busyAmong(db: Db, seats: readonly LockedAppointment[], plan: AllowedPlan): Promise<string[]> {
  const busy: string[] = []
  for (const { id, patient_id } of seats)
    if ((await selectPatientBusy(db, patient_id, plan, id)).length > 0) busy.push(id)
  return busy
}

interface Move {
  readonly zone: string
  readonly reason: string
  readonly isUnseen: boolean
}

/** @returns what the gaps of its chain say by now */
async function moveSeat(
  ctx: Ctx,
  db: Db,
  practice: Practice,
  seat: LockedAppointment,
  plan: AllowedPlan,
  { zone, reason, isUnseen }: Move,
): Promise<readonly RuleEvaluation[]> {
  const also = await gapsAround(db, seat, plan, zone)
  await updatePlace(db, seat.id, { ...plan, rules: [...plan.rules, ...also] })
  await insertHistory(
    db,
    { id: ctx.newId(), appointmentId: seat.id, from: null, to: 'booked', reason },
    { at: ctx.now.toString(), staffId: staffOf(ctx.actor), name: ctx.actor.name },
  )
  if (seat.series_id !== null && seat.series_occurrence !== null)
    await noteException(db, { seriesId: seat.series_id, occurrence: seat.series_occurrence }, plan.start, zone)
  const { date } = dayAround(plan.start, zone)
  const moved = { id: seat.id, patientId: seat.patient_id, siteId: seat.site_id, date }
  // A seat takes nobody's time but that of its group.
  await ctx.tell(db, appointmentMoved(moved, dateOf(practice, seat), [], { repair: null, isUnseen }))
  return also
}

async function saveGroup(
  ctx: Ctx,
  db: Db,
  practice: Practice,
  group: GroupSession,
  plan: AllowedPlan,
  { given, zone }: { readonly given: readonly TakenRange[]; readonly zone: string },
): Promise<number> {
  const times = { starts_at: instantOfMs(plan.start), ends_at: instantOfMs(plan.end) }
  const version = await setMoved(db, group.id, { ...times, rules: plan.rules })
  await runIn(
    db,
    insertAllocations(db, plan, { groupSessionId: group.id }, () => ctx.newId()),
  )
  const { date } = dayAround(plan.start, zone)
  const dateBefore = dateOf(practice, group)
  const where = { id: group.id, siteId: group.site_id, date }
  await ctx.tell(db, groupChanged(where, [...given, ...takenBy(plan)]))
  if (dateBefore !== date) await ctx.tell(db, dayChanged(group.id, group.site_id, dateBefore))
  return version
}
