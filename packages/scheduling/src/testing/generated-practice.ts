import { addDays, instantAt } from '@foyer/kernel'
import fc from 'fast-check'
import { type AvailabilityIndex, type Busy, createIndex } from '../availability/availability-index.ts'
import { utcDay } from '../availability/ticks.ts'
import { type Interval, overlaps } from '../interval.ts'
import { minuteMs } from '../local-day.ts'
import type { OpeningRequest, RuledOut } from '../opening.ts'
import type { NaiveResource } from '../openings-naive.ts'
import type { CoveredTime } from '../rules/wish.ts'
import type { SessionTime } from '../session-times.ts'
import type { Role, VisitTypeRule } from '../visit-type.ts'

export type GeneratedPractice = {
  readonly request: OpeningRequest
  readonly resources: readonly NaiveResource[]
  readonly now: number
}

/** Days on which the clock changes or skips, far from and near to UTC midnight, and ordinary ones. */
const places = [
  { zone: 'America/Chicago', from: '2026-11-01' },
  { zone: 'America/Chicago', from: '2027-03-14' },
  { zone: 'Australia/Lord_Howe', from: '2026-10-04' },
  { zone: 'Australia/Lord_Howe', from: '2027-04-04' },
  { zone: 'Pacific/Kiritimati', from: '2026-11-22' },
  { zone: 'Europe/Berlin', from: '2026-10-25' },
] as const

const ids = ['ana', 'ben', 'cleo', 'red', 'blue'] as const

/** Absent in `absent` of `absent + 1`: where every rule binds at once nothing is possible, and nothing is tested. */
const some = <T>(value: fc.Arbitrary<T>, absent = 4): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: absent, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value })
/** Quarter hours after the first midnight, and how many. */
const quarters = fc.tuple(fc.integer({ min: -8, max: 120 }), fc.integer({ min: 1, max: 32 }))

const session = fc.record({
  gap: fc.nat(20),
  quarters: fc.integer({ min: 2, max: 40 }),
  kinds: some(fc.constantFrom(['visit'], ['other'])),
  release: some(fc.constantFrom(0, 120, 1440), 1),
  capacity: some(fc.nat(2), 2),
  lanes: some(fc.integer({ min: 1, max: 2 })),
  overbook: some(fc.constantFrom(0, 1)),
  grid: some(fc.constantFrom(15, 20, 25)),
  /** 0 is kept for walk-ins, the smaller ones too where somebody walked in. */
  walkIn: fc.nat(9),
  crowd: fc.record({ lanes: fc.integer({ min: 1, max: 3 }), overbook: fc.nat(2) }),
  isPlain: fc.boolean(),
  isCut: fc.boolean(),
})

const busy = fc.record({
  time: quarters,
  jitter: fc.constantFrom(0, 0, 5, 7),
  isShort: fc.boolean(),
  lane: fc.nat(2),
  isVisit: fc.boolean(),
})

const resource = fc.record({
  first: fc.integer({ min: -8, max: 40 }),
  sessions: fc.array(session, { minLength: 1, maxLength: 3 }),
  lanes: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.constant(2) }),
  busy: fc.array(busy, { maxLength: 4 }),
})

const visit = fc.record({
  duration: fc.constantFrom(10, 20, 45, 60, 180),
  grid: some(fc.constantFrom(5, 15, 20, 60), 1),
  before: some(fc.constantFrom(5, 15), 2),
  after: some(fc.constantFrom(5, 30), 2),
  lead: some(fc.constantFrom(90, 7)),
  horizon: some(fc.constantFrom(0, 1)),
  leads: fc.subarray(['ana', 'ben', 'cleo'], { minLength: 1 }),
  rooms: some(fc.subarray(['red', 'blue', 'ben'], { minLength: 1 }), 1),
  nurse: some(
    fc.record({ offset: fc.constantFrom(0, 5, 10), duration: some(fc.constantFrom(5, 10), 1), red: fc.boolean() }),
  ),
  perDay: some(fc.nat(2)),
  perLead: some(fc.nat(2)),
  isNew: fc.boolean(),
  minAge: some(fc.constant(18)),
  minDays: some(fc.constantFrom(1, 2)),
  onlyPayers: some(fc.constantFrom(['hmo'], ['hmo', 'ppo'], [])),
  notPayers: some(fc.constantFrom(['ppo'], [])),
  leadOffset: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constant(5) }),
})

/** Whole days, hours of the night in which the clock changes, and hours that begin beside the steps of the index. */
const ruledOut = fc.record({
  after: some(fc.nat(1), 1),
  lasting: fc.nat(1),
  weekdays: some(fc.constantFrom([7], [1, 6], []), 1),
  times: some(
    fc.constantFrom(
      { fromMinute: 540, untilMinute: 660 },
      { fromMinute: 723, untilMinute: 841 },
      { fromMinute: 90, untilMinute: 150 },
      { fromMinute: 1020, untilMinute: 1440 },
    ),
    1,
  ),
})

const wish = fc.record({
  days: fc.constantFrom(0, 0, 1),
  dayParts: some(fc.subarray(['morning', 'afternoon', 'evening'] as const)),
  times: some(fc.constantFrom({ fromMinute: 540, untilMinute: 725 }, { fromMinute: 0, untilMinute: 150 })),
  weekdays: some(fc.constantFrom([7], [1], [])),
  not: some(fc.array(ruledOut, { maxLength: 2 }), 2),
  narrowed: some(fc.constantFrom(['ana'], ['ben'], [])),
  able: some(fc.constantFrom(['ana', 'cleo'], ['ben'], []), 1),
  usual: some(fc.constantFrom('ana', 'cleo'), 1),
  patient: fc.array(fc.tuple(quarters, fc.constantFrom(0, 3)), { maxLength: 1 }),
  overbook: fc.boolean(),
  walkIn: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  ignores: some(fc.nat(3), 1),
  counted: fc.nat(2),
  /** The eighteenth birthday is the first date or the day after. */
  bornAfter: some(fc.nat(1), 1),
  covered: some(
    fc.array(
      fc.record({
        payerId: fc.constantFrom('hmo', 'ppo'),
        after: some(fc.integer({ min: -1, max: 1 }), 1),
        until: some(fc.integer({ min: -1, max: 1 }), 1),
      }),
      { maxLength: 2 },
    ),
    1,
  ),
  lastVisit: some(fc.constantFrom(-1, 0, 2), 1),
  groups: fc.array(
    fc.record({
      quarter: fc.integer({ min: -8, max: 160 }),
      jitter: fc.constantFrom(0, 0, 7),
      lead: fc.constantFrom('ana', 'ben'),
      seatsLeft: fc.nat(2),
    }),
    { maxLength: 2 },
  ),
  laterDays: some(fc.nat(2), 1),
  limit: fc.constantFrom(1, 3, 9),
})

export const generatedPractice: fc.Arbitrary<GeneratedPractice> = fc
  .record({
    place: fc.constantFrom(...places),
    resources: fc.array(resource, { minLength: ids.length, maxLength: ids.length }),
    visit,
    wish,
    /** Sessions that touch, with lanes and overbooking of their own. */
    isCrowded: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    nowAfter: fc.integer({ min: -600, max: 600 }),
  })
  .map(({ place, resources: drawn, visit, wish, isCrowded, nowAfter }) => {
    const midnight = instantAt(place.from, 0, place.zone).epochMilliseconds
    const at = (quarter: number): number => midnight + quarter * 15 * minuteMs
    const resources = drawn.map((each, index) =>
      resourceOf(ids[index] ?? '', each, at, { isCrowded, walkIn: wish.walkIn }),
    )
    const ignored = resources.flatMap(({ id, busy: taken }) => taken.map((one) => ({ ...one, resourceId: id })))
    const to = addDays(place.from, wish.days)
    const request: OpeningRequest = {
      visitType: typeOf(visit),
      zone: place.zone,
      from: place.from,
      to,
      ...(wish.dayParts && { dayParts: wish.dayParts }),
      ...(wish.times && { times: wish.times }),
      ...(wish.weekdays && { weekdays: wish.weekdays }),
      ...(wish.not && {
        not: wish.not.map(({ after, lasting, weekdays, times }): RuledOut => {
          const dates =
            after === undefined ? {} : { from: addDays(place.from, after), to: addDays(place.from, after + lasting) }
          return { ...dates, ...(weekdays && { weekdays }), ...(times && { times }) }
        }),
      }),
      ...(wish.narrowed && { candidates: { clinician: wish.narrowed } }),
      ...(wish.able && { having: { clinician: wish.able } }),
      ...(wish.usual && { usualPractitionerId: wish.usual }),
      patientBusy: wish.patient.map(([[start, length], minutes]) => ({
        start: at(start) + minutes * minuteMs,
        end: at(start + length) - minutes * minuteMs,
      })),
      patient: {
        birthDate: wish.bornAfter === undefined ? null : addDays(place.from, wish.bornAfter).replace(/^\d+/, born),
        sex: null,
        coverages: wish.covered === undefined ? null : wish.covered.map((one) => coveredOf(one, place.from)),
        visits:
          wish.lastVisit === undefined ? null : [{ visitTypeId: 'visit', date: addDays(place.from, wish.lastVisit) }],
        isNew: null,
      },
      groups: wish.groups.map(({ quarter, jitter, lead, seatsLeft }, number) => {
        const start = at(quarter) + jitter * minuteMs
        const time = { start, end: start + visit.duration * minuteMs }
        return {
          id: `group-${number}`,
          ...time,
          seatsLeft,
          assignments: [{ role: 'clinician', resourceId: lead, ...time }],
        }
      }),
      overbook: wish.overbook,
      walkIn: wish.walkIn,
      ignore: wish.ignores === undefined ? [] : ignored.slice(wish.ignores, wish.ignores + 1),
      counters: {
        ofType: (date) => (date === place.from ? wish.counted : 0),
        ofTypeWithLead: (_date, id) => (id === 'ana' ? wish.counted : 0),
        ofNewWithLead: (_date, id) => (id === 'ben' ? wish.counted : 0),
        newPatientsPerDay: (id) => (id === 'cleo' ? undefined : 1),
      },
      ...(wish.laterDays !== undefined && { laterTo: addDays(to, wish.laterDays) }),
      limit: wish.limit,
    }
    return { request, resources, now: midnight + nowAfter * minuteMs }
  })

function coveredOf({ payerId, after, until }: DrawnCover, first: string): CoveredTime {
  const on = (days: number | undefined): string | null => (days === undefined ? null : addDays(first, days))
  return { payerId, from: on(after), to: on(until) }
}

function born(year: string): string {
  return String(Number(year) - 18)
}

type DrawnCover = NonNullable<Drawn<typeof wish>['covered']>[number]
type Drawn<T> = T extends fc.Arbitrary<infer V> ? V : never

function resourceOf(
  id: string,
  drawn: Drawn<typeof resource>,
  at: (quarter: number) => number,
  { isCrowded, walkIn }: { readonly isCrowded: boolean; readonly walkIn: boolean },
): NaiveResource {
  const sessions: SessionTime[] = []
  let quarter = drawn.first
  for (const one of drawn.sessions) {
    // A third of them begin where the one before ends.
    quarter += one.gap < 7 || isCrowded ? 0 : one.gap
    const start = at(quarter)
    quarter += one.quarters
    const time = { start, end: at(quarter) }
    const counts = one.capacity !== undefined || (one.kinds !== undefined && one.release !== undefined)
    const whole = one.isCut && counts ? { whole: { start: time.start - 60 * minuteMs, end: time.end } } : {}
    sessions.push(
      isCrowded
        ? { ...time, ...one.crowd }
        : one.isPlain
          ? time
          : {
              ...time,
              ...whole,
              ...(one.kinds && { visitTypeIds: one.kinds }),
              ...(one.release !== undefined && { releaseMinutes: one.release }),
              ...(one.capacity !== undefined && { capacity: one.capacity }),
              ...(one.lanes !== undefined && { lanes: one.lanes }),
              ...(one.overbook !== undefined && { overbook: one.overbook }),
              ...(one.grid !== undefined && { gridMinutes: one.grid }),
              ...(one.walkIn < (walkIn ? 7 : 1) && { walkIn: true }),
            },
    )
  }
  const busy: Busy[] = []
  for (let lane = 0; isCrowded && lane < drawn.busy.length % 3; lane++) {
    busy.push({ start: at(-8), end: at(quarter), lane, visitTypeId: 'visit' })
  }
  for (const { time, jitter, lane, isVisit, isShort } of drawn.busy) {
    const start = at(time[0]) + jitter * minuteMs
    const taken: Interval = { start, end: isShort ? start + 5 * minuteMs : at(time[0] + time[1]) + jitter * minuteMs }
    // As in the database: a lane is in one place at a time.
    if (busy.some((other) => other.lane === lane && overlaps(other, taken))) continue
    busy.push({ ...taken, lane, ...(isVisit && { visitTypeId: 'visit' }) })
  }
  const most = Math.max(drawn.lanes, ...sessions.map((each) => (each.lanes ?? drawn.lanes) + (each.overbook ?? 0)))
  return { id, lanes: drawn.lanes, sessions, busy: busy.filter(({ lane }) => lane < most) }
}

function typeOf(drawn: Drawn<typeof visit>): VisitTypeRule {
  const { nurse, rooms } = drawn
  const roles: Role[] = [
    {
      name: 'clinician',
      kind: 'practitioner',
      candidates: drawn.leads,
      ...(drawn.leadOffset > 0 && { offsetMinutes: drawn.leadOffset }),
    },
  ]
  if (rooms) roles.unshift({ name: 'room', kind: 'room', candidates: rooms })
  if (nurse) {
    roles.push({
      name: 'nurse',
      kind: 'practitioner',
      candidates: nurse.red ? ['cleo', 'red'] : ['cleo', 'ana'],
      offsetMinutes: nurse.offset,
      ...(nurse.duration !== undefined && nurse.offset + nurse.duration <= drawn.duration
        ? { durationMinutes: nurse.duration }
        : nurse.offset >= drawn.duration && { offsetMinutes: 0 }),
    })
  }
  return {
    id: 'visit',
    durationMinutes: drawn.duration,
    roles,
    ...(drawn.grid && { gridMinutes: drawn.grid }),
    ...(drawn.before && { bufferBeforeMinutes: drawn.before }),
    ...(drawn.after && { bufferAfterMinutes: drawn.after }),
    ...(drawn.lead && { leadMinutes: drawn.lead }),
    ...(drawn.horizon !== undefined && { horizonDays: drawn.horizon }),
    ...(drawn.isNew && { forNewPatients: true }),
    patient: {
      ...(drawn.minAge !== undefined && { minAge: drawn.minAge }),
      ...(drawn.onlyPayers && { onlyPayerIds: drawn.onlyPayers }),
      ...(drawn.notPayers && { notPayerIds: drawn.notPayers }),
      ...(drawn.minDays !== undefined && { gap: { afterVisitTypeIds: [], minDays: drawn.minDays } }),
    },
    caps: {
      ...(drawn.perDay !== undefined && { perDay: drawn.perDay }),
      ...(drawn.perLead !== undefined && { perLeadAndDay: drawn.perLead }),
    },
  }
}

export function indexOfPractice({ resources, request }: GeneratedPractice): AvailabilityIndex {
  const day = utcDay(instantAt(request.from, 720, 'UTC').epochMilliseconds)
  const index = createIndex({ firstDay: day - 3, days: 9 })
  for (const { id, lanes, sessions, busy: taken } of resources) {
    index.putResource({ id, lanes, overbook: 1, sessions })
    for (const each of taken) index.take(id, each)
  }
  return index
}
