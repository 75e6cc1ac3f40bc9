import {
  type Assignment,
  type Busy,
  contains,
  type Interval,
  merge,
  overlaps,
  type RepairPlace,
  type VisitTypeRule,
} from '@foyer/scheduling'

/** Other rooms, devices, interpreters or lanes tried at one time: two visits at once need two rooms. */
const mostOthers = 4

/** When a resource works, merged, and what of its lanes is taken. */
export interface Lanes {
  readonly open: readonly Interval[]
  readonly busy: Busy[]
  readonly count: number
}

export function lanesOf(sessions: readonly Interval[], count: number): Lanes {
  return { open: merge(sessions), busy: [], count }
}

export interface Others {
  readonly rule: VisitTypeRule
  /** Where the visit is now. */
  readonly before: RepairPlace
  /** Each visit begins at another resource of the list, so that two at one time do not all wish for the same few. */
  readonly turn: number
  readonly lanes: ReadonlyMap<string, Lanes>
}

/**
 * A place as it was found, and again with one assignment changed: in another lane, or for minor roles with another
 * resource, the visit's own one first. Visits of one repair are searched for one by one and know nothing of one another.
 */
export function withOthers(place: RepairPlace, others: Others): RepairPlace[] {
  const places = [place]
  for (const assignment of place.assignments) {
    for (const other of alternatives(place, assignment, others)) {
      places.push({ ...place, assignments: place.assignments.map((each) => (each === assignment ? other : each)) })
    }
  }
  return places
}

function alternatives(place: RepairPlace, assignment: Assignment, { rule, before, turn, lanes }: Others): Assignment[] {
  const here = freeLanes(lanes.get(assignment.resourceId), assignment).filter((lane) => lane !== (assignment.lane ?? 0))
  const inLanes = here.slice(0, mostOthers).map((lane) => ({ ...assignment, lane }))
  if (assignment.role === 'clinician') return inLanes
  const candidates = rule.roles.find(({ name }) => name === assignment.role)?.candidates ?? []
  const own = before.assignments.find(({ role }) => role === assignment.role)?.resourceId
  const turned = candidates.map((_, index) => candidates[(index + turn) % candidates.length] ?? '')
  const elsewhere: Assignment[] = []
  for (const resourceId of new Set([...(own === undefined ? [] : [own]), ...turned])) {
    if (elsewhere.length >= mostOthers) break
    const isBusyHere = place.assignments.some((each) => each.resourceId === resourceId && overlaps(each, assignment))
    if (isBusyHere || !candidates.includes(resourceId)) continue
    const [lane] = freeLanes(lanes.get(resourceId), assignment)
    if (lane !== undefined) elsewhere.push({ ...assignment, resourceId, lane })
  }
  return [...inLanes, ...elsewhere]
}

function freeLanes(known: Lanes | undefined, time: Interval): number[] {
  if (!known || !contains(known.open, time)) return []
  const taken = new Set(known.busy.filter((busy) => overlaps(busy, time)).map(({ lane }) => lane))
  return Array.from({ length: known.count }, (_, lane) => lane).filter((lane) => !taken.has(lane))
}
