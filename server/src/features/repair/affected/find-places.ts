import { setImmediate as breathe } from 'node:timers/promises'
import { addDays } from '@foyer/kernel'
import {
  type AvailabilityIndex,
  bringsInterpreter,
  type Busy,
  createIndex,
  datesBetween,
  findOpenings,
  type Interval,
  isTied,
  lastTiedDate,
  type OpeningRequest,
  type RepairPlace,
  type RepairTie,
  type VisitTypeRule,
} from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import { laneCount, type Practice } from '../../practice/index.ts'
import { dayAround, instantOfMs, interpreted, msOf, sessionsBetween, siteRule } from '../../scheduling/index.ts'
import type { Affected } from './load-affected.ts'
import { type Lanes, lanesOf, withOthers } from './other-rooms.ts'
import { selectPatientsBusy, selectTaken } from './store.ts'

/** How many days a visit may go to after its own, and after the last one on which something is missing. */
const daysOn = 14
const dayMs = 86_400_000
/** Last days of the stretches after such a day. When the nearest days are full by a cap, there are others. */
const stretches = [3, 7, daysOn] as const
/** Openings looked at in each stretch. */
const mostLater = 24
const mostSameClinician = 20
/** In place of `mostLater` for legs of a chain: few of the openings hold their gaps. */
const mostTied = 200

export interface World {
  readonly index: AvailabilityIndex
  readonly lanes: ReadonlyMap<string, Lanes>
  readonly patientBusy: ReadonlyMap<string, readonly Interval[]>
  /** When what is missing is there again; epoch milliseconds. */
  readonly backAt: number
}

/** What is not to be used: the time of the resource that is missing, and places that others of the repair will have. */
export interface Closed extends Interval {
  readonly resourceId: string
  /** Every lane where it is left out. */
  readonly lane?: number
}

/** Whose time is looked for: that of visits, or of a group with the visits of everybody in it. */
export interface Searched {
  readonly rules: readonly (VisitTypeRule | null)[]
  /** When they begin now; epoch milliseconds. */
  readonly starts: readonly number[]
  readonly appointmentIds: readonly string[]
  readonly groupId: string | null
  readonly patientIds: readonly string[]
}

/** The same of affected visits. */
export function loadWorld(
  ctx: Ctx,
  practice: Practice,
  visits: readonly Affected[],
  closed: readonly Closed[],
  backAt: number,
): Promise<World> {
  const searched = {
    rules: visits.map((visit) => ruleOf(practice, visit)),
    starts: visits.map(({ start }) => start),
    appointmentIds: visits.map(({ id }) => id),
    groupId: null,
    patientIds: [...new Set(visits.map(({ patientId }) => patientId))],
  }
  return loadWorldOf(ctx, practice, searched, closed, backAt)
}

/**
 * Hours and bookings for the search, the time of those it is for free and what is closed taken.
 *
 * @param backAt when what is missing is there again; epoch milliseconds
 */
export async function loadWorldOf(
  ctx: Ctx,
  practice: Practice,
  { rules, starts, appointmentIds, groupId, patientIds }: Searched,
  closed: readonly Closed[],
  backAt: number,
): Promise<World> {
  const ids = [...new Set(rules.flatMap((rule) => rule?.roles.flatMap(({ candidates }) => candidates) ?? []))]
  const range = { start: Math.min(...starts) - dayMs, end: Math.max(backAt, ...starts) + (daysOn + 2) * dayMs }
  const time = { start: instantOfMs(range.start), end: instantOfMs(range.end) }
  const [taken, patients] = await Promise.all([
    selectTaken(ctx.db, ids, time, { appointmentIds, groupId, now: ctx.now.toString() }),
    selectPatientsBusy(ctx.db, patientIds, time, appointmentIds),
  ])
  const patientBusy = new Map<string, Interval[]>(patientIds.map((id) => [id, []]))
  for (const row of patients)
    patientBusy.get(row.patient_id)?.push({ start: msOf(row.starts_at), end: msOf(row.ends_at) })

  const firstDay = Math.floor(range.start / dayMs)
  const index = createIndex({ firstDay, days: Math.ceil(range.end / dayMs) - firstDay + 1 })
  const lanes = new Map<string, Lanes>()
  for (const id of ids) {
    const resource = practice.resources.get(id)
    const sessions = sessionsBetween(practice, id, range.start, range.end)
    index.putResource({ id, lanes: resource?.lanes ?? 1, overbook: 0, sessions })
    lanes.set(id, lanesOf(sessions, resource?.lanes ?? 1))
  }
  const take = (id: string, busy: Busy): void => {
    index.take(id, busy)
    lanes.get(id)?.busy.push(busy)
  }
  for (const { resource_id, lane, from, until, visit_type_id } of taken) {
    const busy = { start: msOf(from), end: msOf(until), lane }
    take(resource_id, visit_type_id === null ? busy : { ...busy, visitTypeId: visit_type_id })
  }
  for (const { resourceId, start, end, lane } of closed) {
    const resource = practice.resources.get(resourceId)
    const all = Array.from({ length: resource ? laneCount(resource) : 1 }, (_, each) => each)
    for (const each of lane === undefined ? all : [lane]) take(resourceId, { start, end, lane: each })
  }
  return { index, lanes, patientBusy, backAt }
}

function ruleOf(practice: Practice, { visitTypeId, siteId, assignments }: Affected): VisitTypeRule | null {
  return siteRule(practice, visitTypeId, siteId, bringsInterpreter(assignments))
}

/**
 * Stretches of the dates on which a visit may go to another day, nearest first: the days after its own, those until what is
 * missing is there again, and the days after that.
 */
function laterDates(date: string, lastMissing: string): readonly (readonly [string, string])[] {
  const after = (from: string): string[] => stretches.map((days) => addDays(from, days))
  const ends = new Set([...after(date), lastMissing, ...after(lastMissing)])
  const sorted = [...ends].filter((end) => end > date).toSorted()
  return sorted.map((end, at) => [addDays(sorted[at - 1] ?? date, 1), end])
}

/**
 * Places where a visit could go: anything on its own day, and the better ones of the days after. Of a leg of a chain more
 * of them, and none after the last date that the legs which stay allow.
 */
export async function findPlaces(
  ctx: Ctx,
  practice: Practice,
  visit: Affected,
  turn: number,
  { index, lanes, patientBusy, backAt }: World,
  ties: readonly RepairTie[],
): Promise<readonly RepairPlace[]> {
  const whole = ruleOf(practice, visit)
  const zone = practice.sites.get(visit.siteId)?.timeZone
  if (!whole || zone === undefined) return []
  const rule = await interpreted(ctx.db, practice, whole, visit.patientId)
  const { date } = dayAround(visit.start, zone)
  const later = laterDates(date, dayAround(backAt - 1, zone).date)
  const [next, end] = [later[0]?.[0] ?? date, later.at(-1)?.[1] ?? date]
  const clinicians = visit.assignments.filter(({ role }) => role === 'clinician').map(({ resourceId }) => resourceId)
  const wish = wishOf({ rule, zone, before: visit, busy: patientBusy.get(visit.patientId) ?? [] })
  const last = lastTiedDate(turn, ties) ?? end
  const most = isTied(turn, ties) ? mostTied : mostLater
  const requests: OpeningRequest[] = [
    { ...wish, from: date, to: date, limit: Infinity },
    ...later.map(([from, to]) => ({ ...wish, from, to, limit: most, variety: true })),
    ...(clinicians.length > 0
      ? [
          {
            ...wish,
            from: next,
            to: end,
            limit: mostSameClinician,
            variety: true,
            candidates: { clinician: clinicians },
          },
        ]
      : []),
  ]
  const places: RepairPlace[] = []
  for (const asked of requests) {
    const request = asked.to > last ? { ...asked, to: last } : asked
    if (request.from > request.to) continue
    // Each search takes milliseconds; between two of them the desk goes first.
    await breathe()
    places.push(...findOpenings(request, index, ctx.now.epochMilliseconds).openings)
  }
  return places.flatMap((place) => withOthers(place, { rule, before: visit, turn, lanes }))
}

/** What is looked for. */
export interface Wish {
  readonly rule: VisitTypeRule
  readonly zone: string
  /** Where it is now. */
  readonly before: RepairPlace
  /** When those who come are elsewhere. */
  readonly busy: readonly Interval[]
}

function wishOf({ rule, zone, before, busy }: Wish) {
  return {
    // The lead time is for people who ask for a visit; here notice is looked at for each place. A visit that was made
    // longer or shorter than its type says stays so.
    visitType: { ...rule, leadMinutes: 0, durationMinutes: (before.end - before.start) / 60_000 },
    zone,
    patientBusy: busy,
  }
}

/** The dates on which it may be: its own, and those after it as far as places are looked for. */
export function datesOf({ zone, before }: Wish, { backAt }: World): string[] {
  const { date } = dayAround(before.start, zone)
  return [date, ...laterDates(date, dayAround(backAt - 1, zone).date).flatMap(([from, to]) => datesBetween(from, to))]
}

/** Every place on one of them. */
export async function placesOn(ctx: Ctx, date: string, wish: Wish, { index, lanes }: World): Promise<RepairPlace[]> {
  await breathe()
  const request = { ...wishOf(wish), from: date, to: date, limit: Infinity }
  const { openings } = findOpenings(request, index, ctx.now.epochMilliseconds)
  return openings.flatMap((place) => withOthers(place, { ...wish, turn: 0, lanes }))
}
