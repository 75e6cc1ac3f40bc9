import { dateAt, Temporal } from '@foyer/kernel'
import { datesBetween, localDays, overlaps, sessionTimes } from '@foyer/scheduling'
import { expect, test } from 'vitest'
import { closedDatesOf } from './practice/holidays.ts'
import { clinicians } from './practice/resources.ts'
import { zoneOf } from './practice/sites.ts'
import { planDemo } from './plan-demo.ts'
import type { DemoPlan, PlannedVisit } from './plan.ts'

const monday = '2026-11-23T16:42:17Z'
const moments = {
  'Monday 10:42': monday,
  'Sunday 17:00': '2026-11-22T23:00:00Z',
  'night 02:30': '2026-11-24T08:30:00Z',
  'the first minutes of a day': '2026-11-24T06:03:00Z',
  'the last minutes of a day': '2026-11-24T05:56:00Z',
  'the night clocks go forward': '2027-03-14T08:20:00Z',
  'the night clocks go back': '2026-11-01T06:40:00Z',
  'the last day of the year': '2026-12-31T15:00:00Z',
}
const plans = new Map<string, DemoPlan>()

function planAt(now: string): DemoPlan {
  const plan = plans.get(now) ?? planDemo({ now, seed: 1 })
  plans.set(now, plan)
  return plan
}

function ms(instant: string): number {
  return Temporal.Instant.from(instant).epochMilliseconds
}

function todays(plan: DemoPlan, now: string, site: PlannedVisit['site']): PlannedVisit[] {
  const today = dateAt(Temporal.Instant.from(now), zoneOf[site])
  return plan.visits.filter((visit) => {
    return visit.site === site && dateAt(Temporal.Instant.from(visit.start), zoneOf[site]) === today
  })
}

test('the same wish gives the same plan', () => {
  expect(planDemo({ now: monday, seed: 1 })).toEqual(planAt(monday))
  expect(planDemo({ now: monday, seed: 2 }).visits).not.toEqual(planAt(monday).visits)
})

test('the practice has what it should', () => {
  const plan = planAt(monday)
  const kinds = Object.fromEntries(
    [...Map.groupBy(plan.resources, ({ kind }) => kind)].map(([kind, all]) => [kind, all.length]),
  )
  expect(kinds).toEqual({ practitioner: 12, room: 15, device: 2, interpreter: 2 })
  expect([plan.sites.length, plan.visitTypes.length, plan.payers.length, plan.patients.length]).toEqual([
    2, 19, 6, 2000,
  ])
  expect(new Set(plan.staff.map(({ role }) => role)).size).toBe(6)
  expect(new Set(plan.patients.map(({ mrn }) => mrn)).size).toBe(2000)
  expect(
    plan.visitTypes.filter(
      ({ nameEs, roles }) =>
        nameEs === '' || roles.some(({ candidates, requires = [] }) => candidates.length + requires.length === 0),
    ),
  ).toEqual([])
})

test.each(Object.entries(moments))('nobody is in two places at once: %s', (_, now) => {
  const plan = planAt(now)
  const held = new Map<string, { start: number; end: number }[]>()
  const hold = (key: string, start: string, end: string): void => {
    held.set(key, [...(held.get(key) ?? []), { start: ms(start), end: ms(end) }])
  }
  for (const visit of plan.visits) {
    if (visit.status === 'cancelled') continue
    for (const one of visit.assignments) hold(`${one.resource} ${one.lane ?? 0}`, one.start, one.end)
    hold(visit.patient, visit.start, visit.end)
  }
  for (const { assignments } of plan.groupSessions)
    for (const one of assignments) hold(`${one.resource} 0`, one.start, one.end)
  for (const block of plan.blocks) hold(`${block.resource} 0`, block.start, block.end)
  for (const [key, times] of held) {
    const sorted = times.toSorted((one, other) => one.start - other.start)
    const clash = sorted.find((time, index) => overlaps(sorted[index - 1] ?? { start: 0, end: 0 }, time))
    expect([key, clash]).toEqual([key, undefined])
  }
})

test.each(Object.entries(moments))('the board is alive and does not lie: %s', (name, now) => {
  const plan = planAt(now)
  for (const site of ['chicago', 'dayton'] as const) {
    const today = todays(plan, now, site)
    const states = new Set(today.map(({ status }) => status))
    for (const status of ['booked', 'arrived', 'roomed', 'with-clinician', 'checked-out'] as const)
      if (site === 'chicago' || status !== 'checked-out' || !name.includes('minutes'))
        expect([site, [...states]]).toEqual([site, expect.arrayContaining([status])])
    const rooms = today.flatMap(({ room }) => room ?? [])
    expect(new Set(rooms).size).toBe(rooms.length)
  }
  const atLatest = ms(now)
  for (const { status, steps, start, end } of plan.visits) {
    const times = steps.map(({ at }) => ms(at))
    expect(times.every((time, index) => time >= (times[index - 1] ?? 0) && time <= atLatest)).toBe(true)
    expect(steps.at(-1)?.to).toBe(status)
    if (status === 'booked') expect(ms(start)).toBeGreaterThan(atLatest - 15 * 60_000)
    if (status === 'no-show') expect(ms(start)).toBeLessThan(atLatest)
    if (status === 'with-clinician') expect(ms(end)).toBeGreaterThan(atLatest - 60 * 60_000)
  }
})

test.each(['Monday 10:42', 'Sunday 17:00', 'night 02:30'] as const)(
  'the cast stands where the stories say: %s',
  (name) => {
    const now = moments[name]
    const plan = planAt(now)
    const stateOf = (patient: string) => todays(plan, now, 'chicago').find((visit) => visit.patient === patient)?.status
    expect({
      amara: stateOf('amara-diallo'),
      maria: stateOf('maria-nguyen'),
      harold: stateOf('harold-brandt'),
      leila: stateOf('leila-haddad'),
      jun: stateOf('jun-park'),
      ines: stateOf('ines-cabral'),
      samir: stateOf('samir-aziz'),
      ola: stateOf('ola-nilsen'),
      ruth: stateOf('ruth-mensah'),
      tom: stateOf('tom-becker'),
      grace: stateOf('grace-adeyemi'),
    }).toEqual({
      amara: 'booked',
      maria: 'booked',
      harold: 'arrived',
      leila: 'arrived',
      jun: 'arrived',
      ines: 'roomed',
      samir: 'roomed',
      ola: 'with-clinician',
      ruth: 'with-clinician',
      tom: 'booked',
      grace: 'booked',
    })
    const states = todays(plan, now, 'chicago').map(({ status }) => status)
    expect(states).toEqual(expect.arrayContaining(['no-show', 'cancelled']))
    expect(plan.coverages.find(({ patient }) => patient === 'amara-diallo')?.periodEnd).toBe('2026-10-31')
    expect(plan.coverages.filter(({ patient }) => patient === 'luis-ortega')).toEqual([])
    expect(plan.payments.filter(({ patient }) => patient === 'harold-brandt')).toEqual([])
    const later = plan.visits.filter(({ patient, start }) => patient === 'luis-ortega' && start > now)
    expect(later).toHaveLength(1)
  },
)

test.each(Object.entries(moments))('each clinician is booked to about 70 percent for six weeks: %s', (_, now) => {
  const plan = planAt(now)
  for (const { key, site, hours } of clinicians) {
    const zone = zoneOf[site]
    const today = Temporal.PlainDate.from(dateAt(Temporal.Instant.from(now), zone))
    const dates = datesBetween(today.add({ days: 1 }).toString(), today.add({ days: 42 }).toString())
    const from = localDays(dates.slice(0, 1), zone)[0]?.start ?? 0
    const changes = plan.exceptions.filter(({ resource }) => resource === key)
    // What is kept for walk-ins is not booked ahead.
    const open = sessionTimes(localDays(dates, zone), hours, changes, closedDatesOf(plan.holidays, site))
      .filter(({ walkIn }) => !walkIn)
      .reduce((sum, one) => sum + one.end - one.start, 0)
    const booked = plan.visits
      .filter(({ start }) => ms(start) >= from)
      .flatMap(({ assignments }) => assignments.filter(({ resource }) => resource === key))
      .reduce((sum, one) => sum + ms(one.end) - ms(one.start), 0)
    expect([key, Math.abs(booked / open - 0.7) < 0.05, booked / open]).toEqual([key, true, booked / open])
  }
})

test('minors follow a guardian’s plan, and receipts are never more than is due', () => {
  const plan = planAt(monday)
  const children = plan.coverages.filter(({ relationship }) => relationship === 'child')
  expect(children.length).toBeGreaterThan(100)
  expect(children.every(({ subscriberName }) => subscriberName !== null)).toBe(true)
  expect(
    plan.payments.every(
      ({ amountCents, tenderedCents }) => amountCents > 0 && (tenderedCents ?? amountCents) >= amountCents,
    ),
  ).toBe(true)
})

test('a teenager has a parent who speaks Spanish, a grown daughter may know times, and one kind of visit is confidential', () => {
  const plan = planAt(monday)
  const byKey = new Map(plan.patients.map((one) => [one.key, one]))
  const teenagers = plan.relatedPersons.filter(
    ({ patient, relative, kind }) =>
      kind === 'parent' &&
      byKey.get(relative)?.language === 'es' &&
      (byKey.get(patient)?.birthDate ?? '') < '2013-11-23' &&
      (byKey.get(patient)?.birthDate ?? '') > '2008-11-24',
  )
  expect(teenagers.length).toBeGreaterThan(0)
  expect(plan.relatedPersons.find(({ relative }) => relative === 'linh-nguyen')?.scopes).toContain('schedule')
  expect(plan.visitTypes.filter(({ rules }) => rules?.confidential !== undefined).map(({ key }) => key)).toEqual([
    'counseling',
  ])
})

test('walk-ins come as they come, sessions for new people keep to them, and no holiday is worked', () => {
  const plan = planAt(monday)
  const walkIns = plan.visits.filter(({ walkIn }) => walkIn)
  expect(walkIns.length).toBeGreaterThan(50)
  expect(walkIns.filter(({ start, status }) => status === 'booked' && ms(start) > ms(monday) + 86_400_000)).toEqual([])
  const closed = closedDatesOf(plan.holidays, 'chicago')
  expect(closed.has('2026-11-26')).toBe(true)
  const away = plan.visits.filter(
    ({ site, start }) => site === 'chicago' && closed.has(dateAt(Temporal.Instant.from(start), zoneOf.chicago)),
  )
  expect(away).toEqual([])
})

test('infusions lie side by side, a class has more than one person, an MRI has its three parts', () => {
  const plan = planAt(monday)
  const lanes = new Set(
    plan.visits
      .filter(({ visitType }) => visitType === 'infusion')
      .flatMap(({ assignments }) => assignments.map(({ lane }) => lane ?? 0)),
  )
  expect([...lanes].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3])
  expect(plan.groupSessions.length).toBeGreaterThan(8)
  const seats = plan.visits.flatMap(({ seat }) => (seat ? [`${seat.session} ${seat.seat}`] : []))
  expect(new Set(seats).size).toBe(seats.length)
  expect(seats.length).toBeGreaterThan(20)
  const scan = plan.visits.find(({ visitType, status }) => visitType === 'mri' && status === 'booked')
  expect(scan?.assignments.map(({ role }) => role)).toEqual([
    'device',
    'technologist',
    'nurse',
    'prep-room',
    'recovery-room',
  ])
  expect(new Set(scan?.assignments.map(({ start }) => start)).size).toBe(3)
})

test('one record is restricted and a feed proposes something of two people, of whom no story tells', () => {
  const plan = planAt(monday)
  const restricted = plan.patients.filter(({ restriction }) => restriction !== undefined)
  expect(restricted.map(({ name }) => name.family)).toEqual(['Whitaker'])
  expect(plan.proposals).toHaveLength(2)
  const told = new Set([...plan.visits, ...plan.relatedPersons].map(({ patient }) => patient))
  for (const key of [...restricted.map((one) => one.key), ...plan.proposals.map(({ patient }) => patient)])
    expect(told.has(key)).toBe(false)
})
