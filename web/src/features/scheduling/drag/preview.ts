import {
  type KnownBeside,
  type KnownMoved,
  type KnownPractice,
  type LengthNotPossible,
  type Objection,
  overridable,
  type OverridePermission,
  previewMove,
  type RuleCode,
} from '@foyer/scheduling'
import type { Assignment, Day } from '../shapes.ts'
import { meets } from '../grid/openings-on-grid.ts'
import { minutesOf, type Wanted } from './wanted.ts'

/** What one role of a visit would meet at the new time. The instants are those of what is in the way. */
export type Verdict =
  | { readonly kind: 'free' }
  /** `initials` is null where it is not known whose the time is. */
  | {
      readonly kind: 'overbook' | 'taken'
      readonly initials: string | null
      readonly start: string
      readonly end: string
    }
  /** The visit fits, the time that is kept before or after it does not. */
  | { readonly kind: 'buffer' }
  | { readonly kind: 'held'; readonly by: string | null }
  | { readonly kind: 'blocked'; readonly reason: string | null }
  | { readonly kind: 'break'; readonly label: string | null }
  | { readonly kind: 'outside-hours' }
  | { readonly kind: 'reserved'; readonly label: string | null }
  | { readonly kind: 'walk-ins' }
  /** The session takes so many visits, and as many begin in it. */
  | { readonly kind: 'full'; readonly capacity: number }
  | { readonly kind: 'not-a-candidate' }
  | { readonly kind: 'lacks'; readonly attributes: readonly string[] }
  | { readonly kind: 'language' }
  /** Where time would be closed: so many visits, groups and kept openings, over this time. */
  | { readonly kind: 'several'; readonly count: number; readonly start: string; readonly end: string }
  /** Of whose time nothing was read. */
  | { readonly kind: 'unknown' }

export type RolePreview = Assignment & { readonly verdict: Verdict }

export type Preview = {
  readonly roles: readonly RolePreview[]
  /** Rules of the visit as a whole that say no: caps, the patient. */
  readonly rules: readonly Objection[]
  readonly length: LengthNotPossible | null
  /** The person's other visit at that time. */
  readonly patientBusy: { readonly start: string; readonly end: string } | null
  /** Of a group: the initials of those who have another visit then. */
  readonly peopleBusy: readonly string[]
  readonly isPast: boolean
  /** Nothing is in the way. */
  readonly isFree: boolean
  /** Nobody could allow it: over already, or somebody who cannot fill the role. */
  readonly isHopeless: boolean
  /** The rules that say no, where whoever moves it may set all of them aside. */
  readonly mayOverride: readonly RuleCode[]
}

export type PreviewRules = {
  /** Instant (ISO, UTC). */
  readonly now: string
  readonly practice: KnownPractice
  readonly may: (permission: OverridePermission) => boolean
}

/** Days that were read, and what was asked about the visit itself. */
export type Facts = { readonly days: readonly Day[]; readonly beside: readonly KnownBeside[] }

/** What every role of a visit, or of a group, would meet where it is wanted: what the server would say, as far as it is known here. */
export function preview(facts: Facts, visit: KnownMoved, wanted: Wanted, rules: PreviewRules): Preview {
  const now = Date.parse(rules.now)
  const isStretched = minutesOf(wanted) !== minutesOf(visit)
  const seen = previewMove({ ...facts, ...rules, now }, visit, {
    start: wanted.start,
    assignments: wanted.assignments,
    ...(isStretched ? { minutes: minutesOf(wanted) } : {}),
  })
  const error = seen && !seen.result.ok ? seen.result.error : null
  const length = error && !('rules' in error) ? error : null
  const objections = error && 'rules' in error ? error.rules : []
  const roles = wanted.assignments.map((one): RolePreview => {
    const time = seen?.times.find(({ role }) => role === one.role)
    const place = time ? { ...one, start: textOf(time.start), end: textOf(time.end) } : one
    const isUnknown = seen?.unknown.includes(one.resourceId) ?? true
    const theirs = objections.filter((each) => isOf(each, one))
    return { ...place, verdict: verdictOf(facts, { visit, place, now }, theirs, isUnknown) }
  })
  const busy = seen?.patientBusy ?? null
  const canBe = objections.every(({ rule }) => rule === 'opening-taken' || overridable[rule] !== null)
  const isKnown = seen !== null && seen.unknown.length === 0
  return {
    roles,
    rules: objections.filter(({ rule, ...rest }) => rule !== 'in-the-past' && !('resourceId' in rest)),
    length,
    patientBusy: busy && { start: textOf(busy.start), end: textOf(busy.end) },
    peopleBusy: [],
    isPast: objections.some(({ rule }) => rule === 'in-the-past'),
    isFree: isKnown && seen.result.ok && !busy,
    isHopeless: !canBe || length !== null,
    mayOverride: !busy && objections.every(({ mayOverride }) => mayOverride) ? objections.map(({ rule }) => rule) : [],
  }
}

function textOf(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z')
}

function isOf(objection: Objection, { role, resourceId }: Assignment): boolean {
  if (!('resourceId' in objection) || objection.resourceId !== resourceId) return false
  return !('role' in objection) || objection.role === role
}

type Asked = { readonly visit: Pick<KnownMoved, 'id'>; readonly place: Assignment; readonly now: number }

/** In the order in which the server names them. */
function verdictOf(facts: Facts, asked: Asked, objections: readonly Objection[], isUnknown: boolean): Verdict {
  const { days } = facts
  const { place } = asked
  const sessions = days
    .flatMap(({ resources }) => resources.filter(({ id }) => id === place.resourceId))
    .flatMap((resource) => resource.sessions.filter((session) => meets(session, place)))
  const lacking = objections.find(({ rule }) => rule === 'attribute-missing')
  const first = lacking ?? objections[0]
  switch (first?.rule) {
    case undefined:
      return isUnknown ? { kind: 'unknown' } : { kind: 'free' }
    case 'attribute-missing':
      return { kind: 'lacks', attributes: first.attributes }
    case 'interpreter-language':
      return { kind: 'language' }
    case 'opening-taken':
    case 'overbook':
    case 'buffer':
      return takenBy(facts, asked, first.rule)
    case 'outside-hours': {
      const pause = sessions.find(({ kind }) => kind === 'break')
      return pause ? { kind: 'break', label: pause.label } : { kind: 'outside-hours' }
    }
    case 'session-reserved':
      return { kind: 'reserved', label: sessions.find(({ visitTypeIds }) => visitTypeIds !== null)?.label ?? null }
    case 'walk-in-only':
      return { kind: 'walk-ins' }
    case 'session-full':
      return { kind: 'full', capacity: first.capacity }
    default:
      return { kind: 'not-a-candidate' }
  }
}

/** Who or what has the time. */
function takenBy(
  { days, beside }: Facts,
  { visit, place, now }: Asked,
  rule: 'opening-taken' | 'overbook' | 'buffer',
): Verdict {
  const block = days.flatMap(({ blocks }) => blocks).find((one) => isIn(one, place))
  if (block) return { kind: 'blocked', reason: block.reason }
  if (rule === 'buffer') return { kind: 'buffer' }
  const kind = rule === 'overbook' ? 'overbook' : 'taken'
  const over = days.flatMap((day) => occupantsOf(day, visit.id)).find((one) => isIn(one, place))
  if (over) return { kind, initials: over.initials, start: over.start, end: over.end }
  const hold = days.flatMap(({ holds }) => holds).find((one) => isIn(one, place) && Date.parse(one.expiresAt) > now)
  if (hold && !hold.isOwn) return { kind: 'held', by: hold.staffName || null }
  const other = beside
    .flatMap(({ resources }) => resources.filter(({ id }) => id === place.resourceId))
    .flatMap(({ taken }) => taken)
    .find((one) => meets(one, place))
  const { start, end } = other ?? place
  return { kind, initials: null, start, end }
}

export type Place = Pick<Assignment, 'resourceId' | 'start' | 'end'>

export function isIn(one: Place, place: Place): boolean {
  return one.resourceId === place.resourceId && meets(one, place)
}

/** Whoever keeps the time of a resource, without the visit or group itself. */
export function occupantsOf(day: Day, visitId: string): readonly (Place & { readonly initials: string })[] {
  const places = (assignments: readonly Assignment[], initials: string) =>
    assignments.map(({ resourceId, start, end }) => ({ resourceId, start, end, initials }))
  return [
    ...day.appointments
      .filter((one) => one.id !== visitId && one.status !== 'cancelled' && !one.groupSessionId)
      .flatMap(({ assignments, patient }) => places(assignments, initialsOf(patient.name))),
    ...day.groups
      .filter(({ id }) => id !== visitId)
      .flatMap(({ assignments, taken, seats }) => places(assignments, `${taken}/${seats}`)),
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
