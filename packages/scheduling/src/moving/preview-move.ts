import { dateAt, refuse, type Result, Temporal } from '@foyer/kernel'
import { attributesOf } from '../attributes.ts'
import { type AllowedPlan, planBooking } from '../booking.ts'
import { type Interval, overlaps } from '../interval.ts'
import { keptLength, type LengthNotPossible, possibleLength } from '../length.ts'
import { localDay, minuteMs } from '../local-day.ts'
import {
  bringsInterpreter,
  hasInterpreter,
  interpretedLanguage,
  interpretersOf,
  withInterpreter,
} from '../rules/interpreter.ts'
import type { OverridePermission } from '../rules/rule.ts'
import type { BookRefusal } from '../rules/verdict.ts'
import type { BookingResource, DayCounts, PatientFacts } from '../rules/wish.ts'
import { ruleAtSite, visitTypeRule } from '../set-up.ts'
import { type Assignment, leadRole, type RoleName, roleTime, type VisitTypeRule } from '../visit-type.ts'
import type { KnownBeside, KnownDay, KnownMoved, KnownPractice } from './known.ts'
import { countsOn } from './known-counts.ts'
import { intervalOf, msOf } from './instant-text.ts'
import { timeBeside, timeByDays } from './known-resource.ts'

export type KnownMove = {
  readonly practice: KnownPractice
  /** Of whatever sites and dates: what was read. */
  readonly days: readonly KnownDay[]
  /** What was asked about the visit itself, as far as it has arrived. */
  readonly beside: readonly KnownBeside[]
  /** Epoch milliseconds. */
  readonly now: number
  readonly may: (permission: OverridePermission) => boolean
}

export type WantedMove = {
  /** Instant in UTC. */
  readonly start: string
  readonly assignments: readonly { readonly role: RoleName; readonly resourceId: string }[]
  /** Absent where the visit keeps the length it has. */
  readonly minutes?: number
}

export type MovePreview = {
  readonly result: Result<AllowedPlan, BookRefusal | LengthNotPossible>
  /** Each role with the time it would have, buffers included. */
  readonly times: readonly Assignment[]
  /** Resources of whose time nothing is known: the rules were not asked about it. */
  readonly unknown: readonly string[]
  /** The patient's other visit at that time. */
  readonly patientBusy: Interval | null
}

/**
 * What would be said of a move, by the rules of a booking and what is known without asking. Null where the practice has no
 * such visit type or site any more. Whoever was faster meanwhile, it does not know.
 */
export function previewMove(known: KnownMove, visit: KnownMoved, wanted: WantedMove): MovePreview | null {
  const { practice, now, may } = known
  const zone = practice.zones.get(visit.siteId)
  const type = practice.visitTypes.get(visit.visitTypeId)
  if (zone === undefined || !type) return null
  const ofType = visitTypeRule(type, practice.resources)
  const isInterpreted = bringsInterpreter(wanted.assignments)
  const whole = isInterpreted ? withInterpreter(ofType, interpretersOf(practice.resources)) : ofType
  const usual = ruleAtSite(whole, visit.siteId, practice.resources)
  const length =
    wanted.minutes === undefined
      ? { ok: true as const, value: keptLength(usual, intervalOf(visit)) }
      : possibleLength(usual, wanted.minutes)
  const minutes = length.ok ? length.value : (wanted.minutes ?? usual.durationMinutes)
  const rule: VisitTypeRule = { ...usual, durationMinutes: minutes }
  const start = msOf(wanted.start)
  const day = localDay(dateAt(Temporal.Instant.fromEpochMilliseconds(start), zone), zone)
  const times = timesOf(rule, wanted.assignments, start)
  const unknown: string[] = []
  const resources = new Map(
    wanted.assignments.flatMap(({ role, resourceId }): [string, BookingResource][] => {
      const resource = practice.resources.get(resourceId)
      if (!resource) return []
      const asked = times.find((one) => one.role === role) ?? { start, end: start + minutes * minuteMs }
      const beside = known.beside.filter(({ date }) => date === day.date)
      const isHere = resource.siteId === visit.siteId
      const byDays = () => timeByDays(known.days, resourceId, asked, { visitId: visit.id, now })
      const aside = () => timeBeside(beside, resourceId)
      // Days of its own site are told of every change; of another site what was asked for is surer.
      const time = isHere ? (byDays() ?? aside()) : (aside() ?? byDays())
      if (!time) unknown.push(resourceId)
      const { newPatientsPerDay: cap } = resource
      const found: BookingResource = {
        ...(time ?? anyTime),
        id: resourceId,
        attributes: new Set(attributesOf(resource)),
        ...(cap === null ? {} : { newPatientsPerDay: cap }),
      }
      return [[resourceId, found]]
    }),
  )
  const counts = countsFor(known, visit, rule, { wanted, day })
  const patient = patientOf(known, visit, rule, day.date)
  const plan = planBooking({
    visitType: rule,
    zone,
    start,
    day,
    assignments: wanted.assignments,
    resources,
    now,
    may,
    ...(visit.walkIn ? { walkIn: true } : {}),
    ...(counts ? { counts } : {}),
    ...(patient ? { patient } : {}),
  })
  return {
    result: length.ok ? plan : refuse(length.error),
    times,
    unknown,
    patientBusy: busyPatient(known, visit, { start, end: start + minutes * minuteMs }),
  }
}

/** Of whose time nothing is known: nothing of it says no. */
const anyTime: Pick<BookingResource, 'open' | 'busy'> = {
  open: [{ start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY }],
  busy: [],
}

function timesOf(rule: VisitTypeRule, assignments: WantedMove['assignments'], start: number): Assignment[] {
  return rule.roles.flatMap((role) => {
    const chosen = assignments.find((each) => each.role === role.name)
    return chosen ? [{ ...chosen, ...roleTime(rule, role, start) }] : []
  })
}

function countsFor(
  { practice, days, now }: KnownMove,
  visit: KnownMoved,
  rule: VisitTypeRule,
  { wanted, day }: { readonly wanted: WantedMove; readonly day: Interval & { readonly date: string } },
): DayCounts | undefined {
  const read = days.find(({ siteId, date }) => siteId === visit.siteId && date === day.date)
  const lead = leadRole(rule)?.name
  return (
    read &&
    countsOn(read, day, rule, {
      visitId: visit.id,
      leadId: wanted.assignments.find(({ role }) => role === lead)?.resourceId,
      now,
      isForNew: (id) => practice.visitTypes.get(id)?.forNewPatients === true,
    })
  )
}

/** Whom nothing is asked about, nothing is said about. */
function patientOf(
  { beside }: KnownMove,
  { patient }: KnownMoved,
  rule: VisitTypeRule,
  date: string,
): PatientFacts | undefined {
  if (!patient || (!rule.patient && !hasInterpreter(rule))) return undefined
  const asked = beside.find((one) => one.date === date)?.patient
  return {
    birthDate: patient.birthDate,
    sex: asked?.sex ?? null,
    coverages: asked?.payerIds?.map((payerId) => ({ payerId, from: date, to: date })) ?? null,
    visits: asked?.visits ?? null,
    isNew: null,
    language: interpretedLanguage(patient.language),
  }
}

function busyPatient({ days, beside }: KnownMove, visit: KnownMoved, time: Interval): Interval | null {
  const { patient: own } = visit
  if (!own) return null
  const others = days.flatMap(({ appointments }) =>
    appointments.filter(
      ({ id, patient, status }) =>
        id !== visit.id && patient.id === own.id && status !== 'cancelled' && status !== 'no-show',
    ),
  )
  const busy = [...others, ...beside.flatMap(({ elsewhere }) => elsewhere)].map(intervalOf)
  return busy.find((one) => overlaps(one, time)) ?? null
}
