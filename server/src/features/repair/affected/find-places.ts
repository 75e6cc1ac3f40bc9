import { setImmediate as breathe } from 'node:timers/promises'
import { Temporal } from '@foyer/kernel'
import {
  type AvailabilityIndex,
  contains,
  createIndex,
  findOpenings,
  type Interval,
  merge,
  type OpeningRequest,
  overlaps,
  type RepairPlace,
  type VisitTypeRule,
} from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import type { Practice } from '../../practice/index.ts'
import { dayAround, instantOfMs, msOf, openBetween, siteRule } from '../../scheduling/index.ts'
import type { Affected } from './load-affected.ts'
import { selectPatientsBusy, selectTaken } from './store.ts'

/** How many days after its own a visit may go to. */
const daysOn = 14
const dayMs = 86_400_000
/** Openings looked at on the days after. */
const mostLater = 40
const mostSameClinician = 20
/** Other rooms, devices or interpreters tried at one time: two visits at once need two rooms. */
const mostRooms = 4

interface Resource {
  readonly open: readonly Interval[]
  readonly busy: readonly Interval[]
}

export interface World {
  readonly index: AvailabilityIndex
  readonly resources: ReadonlyMap<string, Resource>
  readonly patientBusy: ReadonlyMap<string, readonly Interval[]>
}

/** What is not to be used: the time of the resource that is missing, and places that others of the repair will have. */
export interface Closed extends Interval {
  readonly resourceId: string
}

/** Hours and bookings for the search, the time of the affected visits free and what is closed taken. */
export async function loadWorld(
  ctx: Ctx,
  practice: Practice,
  visits: readonly Affected[],
  closed: readonly Closed[],
): Promise<World> {
  const rules = visits.map(({ visitTypeId, siteId }) => siteRule(practice, visitTypeId, siteId))
  const ids = [...new Set(rules.flatMap((rule) => rule?.roles.flatMap(({ candidates }) => candidates) ?? []))]
  const starts = visits.map(({ start }) => start)
  const range = { start: Math.min(...starts) - dayMs, end: Math.max(...starts) + (daysOn + 2) * dayMs }
  const time = { start: instantOfMs(range.start), end: instantOfMs(range.end) }
  const appointmentIds = visits.map(({ id }) => id)
  const patientIds = [...new Set(visits.map(({ patientId }) => patientId))]
  const [taken, patients] = await Promise.all([
    selectTaken(ctx.db, ids, time, { appointmentIds, now: ctx.now.toString() }),
    selectPatientsBusy(ctx.db, patientIds, time, appointmentIds),
  ])
  const busy = new Map<string, Interval[]>(ids.map((id) => [id, []]))
  for (const row of taken) busy.get(row.resource_id)?.push({ start: msOf(row.from), end: msOf(row.until) })
  for (const one of closed) busy.get(one.resourceId)?.push(one)
  const patientBusy = new Map<string, Interval[]>(patientIds.map((id) => [id, []]))
  for (const row of patients)
    patientBusy.get(row.patient_id)?.push({ start: msOf(row.starts_at), end: msOf(row.ends_at) })
  const resources = new Map(
    ids.map((id) => [id, { open: openBetween(practice, id, range.start, range.end), busy: busy.get(id) ?? [] }]),
  )
  return { index: indexOf(resources, range), resources, patientBusy }
}

function indexOf(resources: ReadonlyMap<string, Resource>, range: Interval): AvailabilityIndex {
  const firstDay = Math.floor(range.start / dayMs)
  const index = createIndex({ firstDay, days: Math.ceil(range.end / dayMs) - firstDay + 1 })
  for (const [id, { open, busy }] of resources) {
    index.putResource({ id, lanes: 1, overbook: 0, sessions: open })
    for (const each of busy) index.take(id, { start: each.start, end: each.end, lane: 0 })
  }
  return index
}

/** Places where a visit could go: anything on its own day, and the better ones of the days after. */
export async function findPlaces(
  ctx: Ctx,
  practice: Practice,
  visit: Affected,
  turn: number,
  { index, resources, patientBusy }: World,
): Promise<readonly RepairPlace[]> {
  const rule = siteRule(practice, visit.visitTypeId, visit.siteId)
  const zone = practice.sites.get(visit.siteId)?.timeZone
  if (!rule || zone === undefined) return []
  const { date } = dayAround(visit.start, zone)
  const after = (days: number): string => Temporal.PlainDate.from(date).add({ days }).toString()
  const clinicians = visit.assignments.filter(({ role }) => role === 'clinician').map(({ resourceId }) => resourceId)
  const wish = {
    // The lead time is for people who ask for a visit; here notice is looked at for each place.
    visitType: { ...rule, leadMinutes: 0 },
    zone,
    patientBusy: patientBusy.get(visit.patientId) ?? [],
  }
  const requests: OpeningRequest[] = [
    { ...wish, from: date, to: date, limit: Infinity },
    { ...wish, from: after(1), to: after(daysOn), limit: mostLater, variety: true },
    ...(clinicians.length > 0
      ? [
          {
            ...wish,
            from: after(1),
            to: after(daysOn),
            limit: mostSameClinician,
            variety: true,
            candidates: { clinician: clinicians },
          },
        ]
      : []),
  ]
  const places: RepairPlace[] = []
  for (const request of requests) {
    // Each search takes milliseconds; between two of them the desk goes first.
    await breathe()
    places.push(...findOpenings(request, index, ctx.now.epochMilliseconds).openings)
  }
  return places.flatMap((place) => inOtherRooms(place, { rule, visit, turn, resources }))
}

interface Rooms {
  readonly rule: VisitTypeRule
  readonly visit: Affected
  /** Each visit begins at another room of the list, so that two at one time do not all wish for the same few. */
  readonly turn: number
  readonly resources: ReadonlyMap<string, Resource>
}

/** The place as it was found, and again with other resources in one of its minor roles, the visit's own one first. */
function inOtherRooms(place: RepairPlace, { rule, visit, turn, resources }: Rooms): RepairPlace[] {
  const places = [place]
  for (const assignment of place.assignments) {
    if (assignment.role === 'clinician') continue
    const candidates = rule.roles.find(({ name }) => name === assignment.role)?.candidates ?? []
    const own = visit.assignments.find(({ role }) => role === assignment.role)?.resourceId
    const turned = candidates.map((_, index) => candidates[(index + turn) % candidates.length] ?? '')
    const free = [...(own === undefined ? [] : [own]), ...turned].filter(
      (id) =>
        id !== assignment.resourceId &&
        candidates.includes(id) &&
        isFree(resources.get(id), assignment) &&
        !place.assignments.some((other) => other.resourceId === id && overlaps(other, assignment)),
    )
    for (const resourceId of new Set(free.slice(0, mostRooms))) {
      const assignments = place.assignments.map((each) =>
        each === assignment ? { ...each, resourceId, lane: 0 } : each,
      )
      places.push({ ...place, assignments })
    }
  }
  return places
}

function isFree(resource: Resource | undefined, time: Interval): boolean {
  return (
    resource !== undefined &&
    contains(merge(resource.open), time) &&
    !resource.busy.some((busy) => overlaps(busy, time))
  )
}
