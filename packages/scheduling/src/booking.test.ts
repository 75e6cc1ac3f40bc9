import { instantAt } from '@foyer/kernel'
import { expect, test } from 'vitest'
import type { TestResource as Resource } from './testing/index-of.ts'
import { planBooking, planSeat } from './booking.ts'
import type { RuleCode } from './rules/rule.ts'
import type { BookingResource, BookingWish, PatientFacts } from './rules/wish.ts'
import type { SessionTime } from './session-times.ts'
import type { Session } from './template.ts'
import type { GapRule, VisitTypeRule } from './visit-type.ts'

const zone = 'America/Chicago'
const start = at('2026-11-30', 600)
const minute = 60_000
const visitType: VisitTypeRule = {
  id: 'scan',
  durationMinutes: 40,
  bufferAfterMinutes: 10,
  horizonDays: 30,
  roles: [
    { name: 'clinician', kind: 'practitioner', candidates: ['ana', 'ben'] },
    { name: 'interpreter', kind: 'interpreter', candidates: ['ana', 'ines'], offsetMinutes: 0, durationMinutes: 20 },
  ],
}

function at(date: string, time: number): number {
  return instantAt(date, time, zone).epochMilliseconds
}

function resource(id: string, busyFrom?: number, busyTo?: number): [string, Resource] {
  const open = [{ start: start - 60 * minute, end: start + 50 * minute }]
  const busy = busyFrom === undefined || busyTo === undefined ? [] : [{ start: busyFrom, end: busyTo }]
  return [id, { id, open, busy }]
}

const wish: BookingWish = {
  visitType,
  start,
  assignments: [
    { role: 'clinician', resourceId: 'ana' },
    { role: 'interpreter', resourceId: 'ines' },
  ],
  resources: new Map([resource('ana'), resource('ben'), resource('ines')]),
  zone,
  now: start - 60 * minute,
}

function refusal(change: Partial<BookingWish>): unknown {
  const plan = planBooking({ ...wish, ...change })
  if (plan.ok) return plan.value
  const { rules: _, ...first } = plan.error
  return first
}

/** The codes of all rules that say no; in brackets those the caller may not override. */
function objections(change: Partial<BookingWish>): string[] {
  const plan = planBooking({ ...wish, ...change })
  return plan.ok ? [] : plan.error.rules.map(({ rule, mayOverride }) => (mayOverride ? rule : `(${rule})`))
}

function overriding(...rules: RuleCode[]): Partial<BookingWish> {
  return { overrides: { rules, reason: 'mother and child together' }, may: () => true }
}

/** A clinician's visit of 40 minutes and 10 of buffer, without the interpreter. */
const alone: Partial<BookingWish> = {
  visitType: { ...visitType, roles: visitType.roles.slice(0, 1) },
  assignments: wish.assignments.slice(0, 1),
}

function withAna(ana: Partial<BookingResource>): Partial<BookingWish> {
  return { ...alone, resources: new Map([['ana', { id: 'ana', open: [session()], busy: [], ...ana }]]) }
}

function session(rules: Session = {}): SessionTime {
  return { start: start - 60 * minute, end: start + 120 * minute, ...rules }
}

test('a plan says how long each resource is kept', () => {
  expect(planBooking(wish)).toMatchObject({
    ok: true,
    value: {
      start,
      end: start + 40 * minute,
      assignments: [
        { role: 'clinician', resourceId: 'ana', start, end: start + 50 * minute },
        { role: 'interpreter', resourceId: 'ines', start, end: start + 20 * minute },
      ],
    },
  })
})

test('now is not the past, a millisecond ago is', () => {
  expect(planBooking({ ...wish, now: start }).ok).toBe(true)
  expect(refusal({ now: start + 1 })).toEqual({ reason: 'in-the-past' })
})

test('the horizon is counted in civil days of the site', () => {
  expect(planBooking({ ...wish, now: at('2026-10-31', 0) }).ok).toBe(true)
  expect(refusal({ now: at('2026-10-30', 1439) })).toEqual({ reason: 'too-far-ahead', horizonDays: 30 })
})

test('every role once, by a known candidate, and no other role', () => {
  const [clinician, interpreter] = wish.assignments
  if (!clinician || !interpreter) throw new Error('the wish has two assignments')
  expect(refusal({ assignments: [clinician] })).toEqual({ reason: 'role-missing', role: 'interpreter' })
  const ines = { role: 'clinician', resourceId: 'ines' } as const
  expect(refusal({ assignments: [ines, interpreter] })).toEqual({ reason: 'not-a-candidate', ...ines })
  const room = { role: 'room', resourceId: 'ana' } as const
  expect(refusal({ assignments: [clinician, interpreter, room] })).toEqual({ reason: 'not-a-candidate', ...room })
  const second = { role: 'clinician', resourceId: 'ben' } as const
  expect(refusal({ assignments: [clinician, second, interpreter] })).toEqual({ reason: 'not-a-candidate', ...second })
  expect(refusal({ resources: new Map([resource('ines')]) })).toEqual({ reason: 'not-a-candidate', ...clinician })
})

test('taken is taken, in the time of the visit and in its buffers', () => {
  const late = withAna({ busy: [{ start: start + 30 * minute, end: start + 60 * minute }] })
  expect(refusal(late)).toEqual({ reason: 'opening-taken', resourceId: 'ana' })
  expect(refusal({ ...late, ...overriding('opening-taken', 'buffer', 'overbook') })).toEqual(refusal(late))
  expect(refusal(withAna({ busy: [{ start: start + 49 * minute, end: start + 60 * minute }] }))).toEqual(refusal(late))
  const touching = [
    { start: start - 20 * minute, end: start },
    { start: start + 50 * minute, end: start + 60 * minute },
  ]
  expect(objections(withAna({ busy: touching }))).toEqual([])
})

test('the buffers of the visit itself may be given up by somebody who may', () => {
  const tight = withAna({ busy: [{ start: start + 40 * minute, end: start + 60 * minute }] })
  expect(objections(tight)).toEqual(['(buffer)'])
  expect(objections({ ...tight, may: () => true })).toEqual(['buffer'])
  expect(refusal({ ...tight, ...overriding('buffer') })).toMatchObject({
    assignments: [{ resourceId: 'ana', start, end: start + 40 * minute }],
  })
})

test('nobody is needed in two roles at once, in whichever lane', () => {
  const twice = [
    { role: 'clinician', resourceId: 'ana' },
    { role: 'interpreter', resourceId: 'ana' },
  ] as const
  const ana: BookingResource = { id: 'ana', open: [session()], busy: [], lanes: 3 }
  expect(refusal({ assignments: twice, resources: new Map([['ana', ana]]) })).toEqual({
    reason: 'opening-taken',
    resourceId: 'ana',
  })
})

test('lanes: the first that is free; the session says how many, else the resource', () => {
  const busy = [{ start, end: start + minute }]
  const lane = (ana: Partial<BookingResource>) => {
    const plan = planBooking({ ...wish, ...withAna(ana) })
    return plan.ok ? (plan.value.assignments[0]?.lane ?? 0) : plan.error.reason
  }
  expect(lane({ lanes: 2, busy })).toBe(1)
  expect(lane({ lanes: 2, busy: [{ ...busy[0]!, lane: 1 }] })).toBe(0)
  expect(lane({ lanes: 1, open: [session({ lanes: 3 })], busy: [...busy, { ...busy[0]!, lane: 1 }] })).toBe(2)
  expect(lane({ lanes: 4, open: [session({ lanes: 1 })], busy })).toBe('opening-taken')
})

test('overbooking: within the limit of the session, by somebody who may, with a reason', () => {
  const busy = [{ start, end: start + minute }]
  const full = withAna({ open: [session({ overbook: 1 })], busy })
  expect(objections({ ...full, may: (permission) => permission === 'appointment.override' })).toEqual(['(overbook)'])
  expect(objections({ ...full, may: (permission) => permission === 'appointment.overbook' })).toEqual(['overbook'])
  expect(refusal({ ...full, ...overriding('overbook') })).toMatchObject({ assignments: [{ lane: 1 }] })
  expect(objections({ ...full, ...overriding('overbook'), may: () => false })).toEqual(['(overbook)'])
  expect(objections({ ...full, overrides: { rules: ['overbook'], reason: ' ' }, may: () => true })).toEqual([
    'overbook',
  ])
  const beyond = withAna({ open: [session({ overbook: 1 })], busy: [...busy, { ...busy[0]!, lane: 1 }] })
  expect(objections({ ...beyond, ...overriding('overbook') })).toEqual(['(opening-taken)'])
})

test('over two sessions the lane is one that both have, as an ordinary one or beyond', () => {
  const busy = [0, 1].map((lane) => ({ start, end: start + minute, lane }))
  const sessions = [
    { ...session({ overbook: 2 }), end: start + 20 * minute },
    { ...session({ lanes: 3 }), start: start + 20 * minute },
  ]
  const over = { ...withAna({ open: sessions, busy }), ...overriding('overbook') }
  expect(refusal(over)).toMatchObject({ assignments: [{ lane: 2 }] })
  const full = { ...withAna({ open: sessions, busy: [...busy, { ...busy[0]!, lane: 2 }] }), ...overriding('overbook') }
  expect(objections(full)).toEqual(['(opening-taken)'])
})

test('outside hours is refused unless overridden, and the plan says why it was possible', () => {
  const later = { ...withAna({ open: [{ start, end: start + 49 * minute }] }) }
  expect(refusal(later)).toEqual({ reason: 'outside-hours', resourceId: 'ana' })
  const plan = planBooking({ ...wish, ...later, ...overriding('outside-hours') })
  if (!plan.ok) throw new Error(plan.error.reason)
  expect(plan.value.rules).toContainEqual({
    rule: 'outside-hours',
    resourceId: 'ana',
    verdict: 'not-met',
    overriddenBecause: 'mother and child together',
  })
  expect(plan.value.rules).toContainEqual({ rule: 'in-the-past', verdict: 'met' })
})

test('a visit may reach over two sessions that touch, when both take its kind', () => {
  const border = start + 20 * minute
  const two = (second: Session) =>
    withAna({
      open: [
        { start, end: border },
        { start: border, end: start + 60 * minute, ...second },
      ],
    })
  expect(objections(two({}))).toEqual([])
  expect(objections(two({ visitTypeIds: ['scan'] }))).toEqual([])
  expect(objections(two({ visitTypeIds: ['other'] }))).toEqual(['(session-reserved)'])
})

test('a reserved session takes every kind from its release on', () => {
  const reserved = withAna({ open: [session({ visitTypeIds: ['other'], releaseMinutes: 30 })] })
  const release = start - 90 * minute
  expect(objections({ ...reserved, now: release })).toEqual([])
  expect(refusal({ ...reserved, now: release - 1 })).toEqual({
    reason: 'session-reserved',
    resourceId: 'ana',
    visitTypeIds: ['other'],
    releaseMinutes: 30,
  })
})

test('a walk-in session takes who comes without an appointment, on the day itself', () => {
  const walkIns = withAna({ open: [session({ walkIn: true })] })
  expect(objections(walkIns)).toEqual(['(walk-in-only)'])
  expect(objections({ ...walkIns, walkIn: true })).toEqual([])
  expect(objections({ ...walkIns, walkIn: true, now: at('2026-11-30', 0) })).toEqual([])
  expect(objections({ ...walkIns, walkIn: true, now: at('2026-11-30', 0) - 1 })).toEqual(['(walk-in-only)'])
})

test('capacity counts the visits that begin in the whole session, not blocks, and a visit once', () => {
  const from = start - 60 * minute
  const busy = [
    { start: from, end: from + minute, visitId: 'a' },
    { start: from + minute, end: from + 2 * minute, visitId: 'a' },
    { start: from + minute, end: from + 3 * minute },
    { start: from - minute, end: from, visitId: 'earlier' },
  ]
  const whole = { start: from, end: start + 120 * minute }
  const open = (capacity: number) => [{ start, end: start + 60 * minute, capacity, whole }]
  expect(objections(withAna({ open: open(2), busy }))).toEqual([])
  expect(refusal(withAna({ open: open(1), busy }))).toEqual({
    reason: 'session-full',
    resourceId: 'ana',
    capacity: 1,
    booked: 1,
  })
})

test('caps of the day, with a clinician, and of new patients', () => {
  const capped = {
    ...withAna({ newPatientsPerDay: 1 }),
    visitType: { ...visitType, ...alone.visitType, forNewPatients: true, caps: { perDay: 3, perLeadAndDay: 2 } },
  }
  const counted = (ofType: number, ofTypeWithLead: number, ofNewWithLead: number) =>
    objections({ ...capped, counts: { ofType, ofTypeWithLead, ofNewWithLead } })
  expect(counted(2, 1, 0)).toEqual([])
  expect(counted(3, 2, 1)).toEqual(['(cap)', '(cap)', '(cap)'])
  expect(refusal({ ...capped, counts: { ofType: 2, ofTypeWithLead: 2, ofNewWithLead: 0 } })).toEqual({
    reason: 'cap',
    of: 'lead-and-day',
    date: '2026-11-30',
    most: 2,
    booked: 2,
  })
  expect(objections(capped)).toEqual([])
})

test('lead time and grid: a remark to the desk, binding for who books alone', () => {
  const late = { ...withAna({}), visitType: { ...visitType, ...alone.visitType!, leadMinutes: 61, gridMinutes: 45 } }
  const plan = planBooking({ ...wish, ...late })
  expect(plan.ok && plan.value.rules.filter(({ isRemark }) => isRemark).map(({ rule }) => rule)).toEqual([
    'too-soon',
    'off-grid',
  ])
  const self = { ...late, selfBooking: { mode: 'instant', forNew: true } as const }
  expect(objections(self)).toEqual(['(too-soon)', '(off-grid)'])
  expect(objections({ ...self, ...overriding('too-soon', 'off-grid') })).toEqual(['(too-soon)', '(off-grid)'])
})

test('lead time asks nothing of who is there already', () => {
  const late = { ...withAna({}), visitType: { ...visitType, ...alone.visitType!, leadMinutes: 61 } }
  const soon = (walkIn: boolean) => {
    const plan = planBooking({ ...wish, ...late, walkIn })
    return plan.ok && plan.value.rules.filter(({ rule }) => rule === 'too-soon').map(({ verdict }) => verdict)
  }
  expect([soon(false), soon(true)]).toEqual([['not-met'], []])
})

test('the grid of the session counts before that of the visit type', () => {
  const at25 = (gridMinutes: number) => {
    const plan = planBooking({ ...wish, ...withAna({ open: [session({ gridMinutes })] }) })
    return plan.ok && plan.value.rules.find(({ rule }) => rule === 'off-grid')?.verdict
  }
  expect([at25(60), at25(45)]).toEqual(['met', 'not-met'])
})

test('a lead who joins later binds the visit to the grid of the session it begins in', () => {
  const verdictOf = (atStart: number, atJoining: number) => {
    const open = [
      { start: start - 60 * minute, end: start + 10 * minute, gridMinutes: atStart },
      { start: start + 10 * minute, end: start + 120 * minute, gridMinutes: atJoining },
    ]
    const [lead] = visitType.roles
    if (!lead) throw new Error('the visit type has roles')
    const roles = [{ ...lead, offsetMinutes: 20 }]
    const plan = planBooking({ ...wish, ...withAna({ open }), visitType: { ...visitType, roles } })
    return plan.ok && plan.value.rules.find(({ rule }) => rule === 'off-grid')?.verdict
  }
  expect([verdictOf(60, 45), verdictOf(45, 60)]).toEqual(['met', 'not-met'])
})

test('who may book alone', () => {
  const self = (mode: 'instant' | null, forNew: boolean, isNew: boolean | null) =>
    objections({ selfBooking: { mode, forNew }, patient: { ...nobody, isNew } })
  expect(self('instant', false, false)).toEqual([])
  expect(self('instant', true, true)).toEqual([])
  expect([self(null, true, false), self('instant', false, true), self('instant', false, null)].flat()).toEqual([
    '(not-self-bookable)',
    '(not-self-bookable)',
    '(not-self-bookable)',
  ])
})

const nobody: PatientFacts = { birthDate: null, sex: null, coverages: null, visits: null, isNew: null }

function verdict(rule: RuleCode, patientRule: VisitTypeRule['patient'], facts: Partial<PatientFacts>): unknown {
  const asked = { ...visitType, ...(patientRule && { patient: patientRule }) }
  const plan = planBooking({ ...wish, visitType: asked, patient: { ...nobody, ...facts } })
  const rules = plan.ok ? plan.value.rules : plan.error.rules
  return rules.find((each) => each.rule === rule)?.verdict
}

test('age on the day of the visit, both ends included', () => {
  const age = (birthDate: string | null) => verdict('age', { minAge: 5, maxAge: 10 }, { birthDate })
  expect([age('2021-11-30'), age('2021-12-01')]).toEqual(['met', 'not-met'])
  expect([age('2015-12-01'), age('2015-11-30')]).toEqual(['met', 'not-met'])
  expect(age(null)).toBe('unknown')
})

test('sex and payer; what is not known is never refused', () => {
  const sex = (known: string | null) => verdict('sex', { sexes: ['female'] }, { sex: known })
  expect([sex('female'), sex('male'), sex('unknown'), sex(null)]).toEqual(['met', 'not-met', 'unknown', 'unknown'])
  const by = (payerIds: string[] | null) => ({
    coverages: payerIds?.map((payerId) => ({ payerId, from: null, to: null })) ?? null,
  })
  const only = (payerIds: string[] | null) =>
    verdict('payer', { onlyPayerIds: ['a', 'b'], notPayerIds: ['b'] }, by(payerIds))
  expect([only(['a', 'x']), only(['b']), only([]), only(null)]).toEqual(['met', 'not-met', 'not-met', 'unknown'])
  const not = (payerIds: string[]) => verdict('payer', { notPayerIds: ['b'] }, by(payerIds))
  expect([not(['b']), not(['b', 'c']), not([])]).toEqual(['not-met', 'met', 'met'])
  const until = (from: string | null, to: string | null) =>
    verdict('payer', { notPayerIds: ['b'] }, { coverages: [{ payerId: 'b', from, to }] })
  expect([until(null, '2026-11-29'), until(null, '2026-11-30'), until('2026-11-30', null)]).toEqual([
    'met',
    'not-met',
    'not-met',
  ])
  expect(until('2026-12-01', null)).toBe('met')
})

test('an interpreter speaks the language of the patient; who may books another all the same', () => {
  const ines = (...attributes: string[]): Partial<BookingWish> => ({
    resources: new Map<string, BookingResource>([
      resource('ana'),
      ['ines', { ...resource('ines')[1], attributes: new Set(attributes) }],
    ]),
  })
  const verdictOf = (language: string | null, ...attributes: string[]): unknown => {
    const plan = planBooking({ ...wish, ...ines(...attributes), patient: { ...nobody, language } })
    const rules = plan.ok ? plan.value.rules : plan.error.rules
    return rules.find((each) => each.rule === 'interpreter-language')?.verdict
  }
  expect([verdictOf('vi', 'speaks-vi'), verdictOf('vi', 'speaks-es', 'speaks-ar')]).toEqual(['met', 'not-met'])
  expect([verdictOf('es-MX', 'speaks-es'), verdictOf(null, 'speaks-es')]).toEqual(['met', 'unknown'])
  const patient = { ...nobody, language: 'vi' }
  expect(refusal({ ...ines('speaks-es'), patient })).toMatchObject({ reason: 'interpreter-language', language: 'vi' })
  expect(objections({ ...ines('speaks-es'), patient, ...overriding('interpreter-language') })).toEqual([])
  expect(objections({ ...ines(), patient: nobody, ...alone })).toEqual([])
})

test('the gap to the last visit, and to the next where the type names itself', () => {
  const gap = (rule: Omit<GapRule, 'afterVisitTypeIds'>, ...dates: string[]) =>
    verdict(
      'gap',
      { gap: { afterVisitTypeIds: ['labs', 'scan'], ...rule } },
      { visits: dates.map((date) => ({ date, visitTypeId: 'labs' })) },
    )
  expect([gap({ minDays: 7 }, '2026-11-23'), gap({ minDays: 7 }, '2026-11-24')]).toEqual(['met', 'not-met'])
  expect([gap({ maxDays: 7 }, '2026-11-23'), gap({ maxDays: 7 }, '2026-11-22')]).toEqual(['met', 'not-met'])
  expect([gap({ minDays: 7 }, '2026-12-07'), gap({ minDays: 7 }, '2026-12-06')]).toEqual(['met', 'not-met'])
  expect([gap({ minDays: 7 }), gap({ maxDays: 7 })]).toEqual(['met', 'unknown'])
  expect(verdict('gap', { gap: { afterVisitTypeIds: [], minDays: 7 } }, {})).toBe('unknown')
  const afterLabs = { gap: { afterVisitTypeIds: ['labs'], minDays: 7 } }
  expect(verdict('gap', afterLabs, { visits: [{ date: '2026-12-01', visitTypeId: 'labs' }] })).toBe('met')
  const other = { date: '2026-11-30', visitTypeId: 'labs' }
  expect(verdict('gap', { gap: { afterVisitTypeIds: [], minDays: 7 } }, { visits: [other] })).toBe('met')
})

test('what a role requires', () => {
  const roles = [{ ...visitType.roles[0]!, requires: ['mri-trained', 'speaks-es'] }]
  const trained = { ...withAna({ attributes: new Set(['speaks-es']) }), visitType: { ...visitType, roles } }
  expect(refusal(trained)).toEqual({
    reason: 'attribute-missing',
    role: 'clinician',
    resourceId: 'ana',
    attributes: ['mri-trained'],
  })
})

test('a refusal lists all that say no, and overriding them all books', () => {
  const open = [session({ visitTypeIds: ['other'], overbook: 1, walkIn: true, capacity: 0 })]
  const crowded = withAna({ open, busy: [{ start, end: start + minute }] })
  const all = objections({ ...crowded, may: () => true })
  expect(all).toEqual(['overbook', 'session-reserved', 'walk-in-only', 'session-full'])
  expect(objections({ ...crowded, ...overriding(...(all.slice(1) as RuleCode[])) })).toEqual(['overbook'])
  expect(objections({ ...crowded, ...overriding(...(all as RuleCode[])) })).toEqual([])
})

test('a seat of a group: the lowest that is free, and the rules about the patient', () => {
  const seat = { visitType, start, zone, now: wish.now, seats: 3, seatsTaken: [1, 3] }
  expect(planSeat(seat)).toMatchObject({ ok: true, value: { start, end: start + 40 * minute, seat: 2 } })
  expect(planSeat({ ...seat, seatsTaken: [1, 2, 3] })).toMatchObject({
    error: { reason: 'seats-taken', seats: 3, taken: 3 },
  })
  const adults = { ...visitType, patient: { minAge: 18 } }
  const child = { ...nobody, birthDate: '2020-01-01' }
  expect(planSeat({ ...seat, visitType: adults, patient: child })).toMatchObject({ error: { reason: 'age', age: 6 } })
})
