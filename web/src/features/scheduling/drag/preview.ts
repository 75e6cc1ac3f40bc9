import type { Assignment, Day, DayAppointment, DayResource, DaySession } from '../shapes.ts'
import { meets } from '../grid/openings-on-grid.ts'
import type { Wanted } from './wanted.ts'

/** What one role of a visit would meet at the new time. The instants are those of what is in the way. */
export type Verdict =
  | { readonly kind: 'free' }
  | { readonly kind: 'overbook'; readonly initials: string; readonly start: string; readonly end: string }
  | { readonly kind: 'taken'; readonly initials: string; readonly start: string; readonly end: string }
  | { readonly kind: 'held'; readonly by: string | null }
  | { readonly kind: 'blocked'; readonly reason: string }
  | { readonly kind: 'break'; readonly label: string | null }
  | { readonly kind: 'outside-hours' }
  | { readonly kind: 'reserved'; readonly label: string | null }
  /** The session takes so many visits, and as many begin in it. */
  | { readonly kind: 'full'; readonly capacity: number }
  | { readonly kind: 'not-a-candidate' }
  /** A resource that is not of the day that was read, such as one of another site. */
  | { readonly kind: 'unknown' }

export type RolePreview = Assignment & { readonly verdict: Verdict }

export type Preview = {
  readonly roles: readonly RolePreview[]
  /** The person's other visit at that time. */
  readonly patientBusy: { readonly start: string; readonly end: string } | null
  readonly isPast: boolean
  /** Nothing is in the way; `overbook` counts as that, with a reason. */
  readonly isFree: boolean
  /** Nobody could allow it: over already, or somebody who cannot fill the role. */
  readonly isHopeless: boolean
}

export type PreviewRules = {
  /** Instant (ISO, UTC). */
  readonly now: string
  /** Whether the resource may fill the role of that visit type. */
  readonly isCandidate: (visitTypeId: string, role: string, resource: DayResource) => boolean
}

/** What every role of a visit would meet where it is wanted, as far as the day that was read tells. */
export function preview(day: Day, visit: DayAppointment, wanted: Wanted, rules: PreviewRules): Preview {
  const roles = wanted.assignments.map((one) => ({ ...one, verdict: verdictOf(day, visit, one, rules) }))
  const other = day.appointments.find(
    ({ id, patient, status, start, end }) =>
      id !== visit.id && patient.id === visit.patient.id && isTaking(status) && meets({ start, end }, wanted),
  )
  const isPast = Date.parse(wanted.start) < Date.parse(rules.now)
  return {
    roles,
    patientBusy: other ? { start: other.start, end: other.end } : null,
    isPast,
    isFree: !isPast && !other && roles.every(({ verdict }) => verdict.kind === 'free' || verdict.kind === 'overbook'),
    isHopeless: isPast || roles.some(({ verdict }) => verdict.kind === 'not-a-candidate'),
  }
}

function isTaking(status: DayAppointment['status']): boolean {
  return status !== 'cancelled' && status !== 'no-show'
}

function verdictOf(day: Day, visit: DayAppointment, wanted: Assignment, rules: PreviewRules): Verdict {
  const resource = day.resources.find(({ id }) => id === wanted.resourceId)
  if (!resource) return { kind: 'unknown' }
  if (!rules.isCandidate(visit.visitTypeId, wanted.role, resource)) return { kind: 'not-a-candidate' }
  const block = day.blocks.find((one) => one.resourceId === resource.id && meets(one, wanted))
  if (block) return { kind: 'blocked', reason: block.reason }
  const all = occupantsOf(day, visit.id, resource.id)
  const over = all.filter((one) => meets(one, wanted))
  const sessions = resource.sessions.filter((session) => meets(session, wanted))
  const open = sessions.filter(({ kind }) => kind === 'open')
  const lanes = Math.min(...open.map((session) => session.lanes), resource.lanes)
  const crowd = new Set(over.map(({ lane }) => lane)).size
  const [first] = over
  if (first && crowd >= lanes) {
    const more = Math.min(...open.map(({ overbook }) => overbook), Number.POSITIVE_INFINITY)
    const mayOverbook = Number.isFinite(more) && crowd < lanes + more && first.initials !== null
    if (first.initials === null) return { kind: 'held', by: first.heldBy }
    const what = { initials: first.initials, start: first.start, end: first.end }
    return mayOverbook ? { kind: 'overbook', ...what } : { kind: 'taken', ...what }
  }
  const pause = sessions.find(({ kind }) => kind === 'break')
  if (pause) return { kind: 'break', label: pause.label }
  if (!isCovered(resource.open, wanted)) return { kind: 'outside-hours' }
  const reserved = open.find(
    ({ visitTypeIds, releasesAt, walkIn }) =>
      walkIn ||
      (visitTypeIds !== null &&
        !visitTypeIds.includes(visit.visitTypeId) &&
        (releasesAt === null || Date.parse(releasesAt) > Date.parse(rules.now))),
  )
  if (reserved) return { kind: 'reserved', label: reserved.label }
  const session = open.find((one) => beginsIn(wanted, one))
  const begun = session ? all.filter((one) => beginsIn(one, session)).length : 0
  const capacity = session?.capacity ?? null
  return capacity !== null && begun >= capacity ? { kind: 'full', capacity } : { kind: 'free' }
}

function beginsIn({ start }: { readonly start: string }, session: DaySession): boolean {
  return Date.parse(session.start) <= Date.parse(start) && Date.parse(start) < Date.parse(session.end)
}

type Occupant = {
  readonly start: string
  readonly end: string
  readonly lane: number
  /** Null for a hold. */
  readonly initials: string | null
  readonly heldBy: string | null
}

/** Whoever keeps the time of a resource, without the visit itself. */
function occupantsOf(day: Day, visitId: string, resourceId: string): readonly Occupant[] {
  const places = (assignments: readonly Assignment[], initials: string) =>
    assignments
      .filter((one) => one.resourceId === resourceId)
      .map(({ start, end, lane }) => ({ start, end, lane, initials, heldBy: null }))
  return [
    ...day.appointments
      .filter((one) => one.id !== visitId && one.status !== 'cancelled' && !one.groupSessionId)
      .flatMap(({ assignments, patient }) => places(assignments, initialsOf(patient.name))),
    ...day.groups.flatMap(({ assignments, taken, seats }) => places(assignments, `${taken}/${seats}`)),
    ...day.holds
      .filter((hold) => hold.resourceId === resourceId)
      .map(({ start, end, lane, staffName }) => ({ start, end, lane, initials: null, heldBy: staffName || null })),
  ]
}

/** "M. N.": enough for whoever sees the calendar, little for whoever hears it read aloud. */
export function initialsOf({ given, family }: { readonly given: string; readonly family: string }): string {
  return [given, family]
    .map((part) => [...part][0])
    .filter((letter) => letter !== undefined)
    .map((letter) => `${letter.toUpperCase()}.`)
    .join(' ')
}

function isCovered(open: DayResource['open'], { start, end }: Assignment): boolean {
  let at = Date.parse(start)
  const sorted = [...open].sort((a, b) => Date.parse(a.start) - Date.parse(b.start))
  for (const hours of sorted) if (Date.parse(hours.start) <= at) at = Math.max(at, Date.parse(hours.end))
  return at >= Date.parse(end)
}
