import type { Body, Params, Refusal, Reply, scheduling } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { BookRefusal, RuleEvaluation } from '@foyer/scheduling'
import { staffOf } from '../../../platform/auth/sessions.ts'
import type { Ctx } from '../../../platform/context.ts'
import { type Db, runIn } from '../../../platform/database/organization-db.ts'
import type { TakenRange } from '../../../platform/events/event.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Practice } from '../../practice/index.ts'
import { appointmentMoved, dayChanged, groupChanged, type RepairNews, takenBy } from '../events.ts'
import { dateOf } from '../held.ts'
import { instantOfMs, msOf } from '../instants.ts'
import { isTaken, losing } from '../losing.ts'
import type { Lost } from '../openings/with-next.ts'
import { noteException } from '../series/note-exception.ts'
import { dayAround } from '../site-days.ts'
import { insertHistory, lockAppointment, type LockedAppointment, updatePlace } from '../store.ts'
import { conflictOf } from '../taken.ts'
import { insertAllocations } from '../time/store.ts'
import { isUnseen } from '../unseen.ts'
import type { Assigned } from './group-without.ts'
import { groupBooking, type GroupMovePlan, planGroupMove } from './plan-group-move.ts'
import type { GroupBefore } from './reassign-group.ts'
import { type GroupSession, lockGroup, selectGroupTimes, selectSeats, setEmpty, setMoved } from './store.ts'

type Spec = typeof scheduling.moveGroup
type Optional = 'overrides'
type Input = Params<Spec> & Omit<Body<Spec>, Optional> & Partial<Pick<Body<Spec>, Optional>>
type Refused = Exclude<Refusal<Spec>, { reason: 'opening-taken' }>

/** What a repair adds to a move: what each person is told, and `save`, which is written with it, or neither. */
export interface GroupForRepair {
  readonly repairId: string
  readonly newsOf: (appointmentId: string) => RepairNews['news']
  readonly save: (db: Db, moved: GroupMove) => Promise<void>
  /** Set where the group goes back to a time that it had: the rules as they stood for it. */
  readonly rulesBefore?: GroupSession['rules']
}

export interface GroupMove {
  readonly before: GroupBefore
  /** The visits of everybody in it. */
  readonly seats: readonly string[]
  /** Gaps of chains that would not hold. */
  readonly broken: readonly RuleEvaluation[]
}

/**
 * Moves a group with everybody in it. The visits keep their identity and their seats; old time is freed and new time
 * taken in one step for all, or for none. Whoever is elsewhere then is named, and nobody is moved.
 */
export async function moveGroup(
  ctx: Ctx,
  practice: Practice,
  input: Input,
  repair: GroupForRepair | null = null,
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
      const had = rows.map(
        ({ role, resource_id }): Assigned => ({
          // Rows of a group always have a role.
          role: role ?? 'clinician',
          resourceId: resource_id,
        }),
      )
      const wanted = { start: input.start, assignments: input.assignments ?? had }
      const { overrides = null } = input
      const { rulesBefore } = repair ?? {}
      const options = { overrides, ...(rulesBefore === undefined ? {} : { rulesBefore }) }
      const booking = groupBooking(ctx, practice, group, wanted, options)
      const { place } = booking
      asked.wanted = { place, ...wanted, patientId: null }
      await setEmpty(db, group.id)
      const plan = await planGroupMove(ctx, db, booking, seats)
      if (!plan.ok) return plan

      const how = { zone: place.zone, reason: input.reason, isUnseen: isUnseen(group, rows, plan.value), repair }
      for (const seat of seats) await moveSeat(ctx, db, practice, seat, plan.value, how)
      const version = await saveGroup(ctx, db, practice, group, plan.value, {
        given: rows.flatMap(({ resource_id, from, until }): TakenRange[] =>
          from === null || until === null ? [] : [[resource_id, msOf(from), msOf(until)]],
        ),
        zone: place.zone,
      })
      const broken = [...plan.value.gaps.values()].flat().filter(({ verdict }) => verdict === 'not-met')
      const before = { start: group.starts_at, assignments: had, rules: group.rules }
      await repair?.save(db, { before, seats: seats.map(({ id }) => id), broken })
      const { start, end } = plan.value
      return ok({
        id: group.id,
        start: instantOfMs(start),
        end: instantOfMs(end),
        version,
        people: seats.length,
        remarks: broken,
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

interface Move {
  readonly zone: string
  readonly reason: string
  readonly isUnseen: boolean
  readonly repair: GroupForRepair | null
}

async function moveSeat(
  ctx: Ctx,
  db: Db,
  practice: Practice,
  seat: LockedAppointment,
  plan: GroupMovePlan,
  { zone, reason, isUnseen, repair }: Move,
): Promise<void> {
  await updatePlace(db, seat.id, { ...plan, rules: [...plan.rules, ...(plan.gaps.get(seat.id) ?? [])] })
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
  const news = repair && { repairId: repair.repairId, news: repair.newsOf(seat.id) }
  await ctx.tell(db, appointmentMoved(moved, dateOf(practice, seat), [], { repair: news, isUnseen }))
}

async function saveGroup(
  ctx: Ctx,
  db: Db,
  practice: Practice,
  group: GroupSession,
  plan: GroupMovePlan,
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
