import { practice as practiceContract, scheduling } from '@foyer/contract'
import { type KnownMove, type KnownVisit, previewMove, type WeeklyHours } from '@foyer/scheduling'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCtx } from '../../../platform/context.ts'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { aPatient } from '../../patients/testing.ts'
import { openPracticeBook, type Practice } from '../../practice/index.ts'
import { aResource, aSite, aVisitType } from '../../practice/testing.ts'
import { rehearseMoves } from '../rehearse-moves.ts'

const date = '2026-12-08'
const holiday = '2026-12-09'
const at = (time: string, on = date) => `${on}T${time}:00Z`

let t: TestApp
let desk: TestClient
let practice: Practice
let site: string
let far: string
const people: Record<string, string> = {}
const types: Record<string, string> = {}

/** Tuesday and Wednesday, minutes of the wall clock. */
const hours = (...sessions: readonly Omit<WeeklyHours, 'weekday'>[]): WeeklyHours[] =>
  ([2, 3] as const).flatMap((weekday) => sessions.map((one) => ({ weekday, ...one })))
const id = (name: string): string => people[name] ?? ''

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-22T15:00:00Z')
  const { db } = t.riverside
  site = await aSite(db)
  far = await aSite(db, { name: 'Denver', timeZone: 'America/Denver' })
  types['reserved'] = await aVisitType(db)
  const someone = { siteId: site }
  people['ana'] = await aResource(db, {
    ...someone,
    newPatientsPerDay: 1,
    hours: hours(
      { startMinute: 480, endMinute: 720, capacity: 2 },
      { startMinute: 600, endMinute: 615, kind: 'break', label: 'Huddle' },
      { startMinute: 780, endMinute: 1020 },
    ),
  })
  people['ben'] = await aResource(db, {
    ...someone,
    hours: hours(
      { startMinute: 480, endMinute: 600, visitTypeIds: [types['reserved'] ?? ''], releaseMinutes: 1440 },
      { startMinute: 600, endMinute: 720, walkIn: true },
      { startMinute: 720, endMinute: 960, lanes: 2, overbook: 1 },
    ),
  })
  people['step'] = await aResource(db, { ...someone, kind: 'room', name: 'Room 1' })
  people['ramp'] = await aResource(db, { ...someone, kind: 'room', name: 'Room 2', attributes: ['wheelchair'] })
  const here = hours({ startMinute: 480, endMinute: 1020 })
  people['viet'] = await aResource(db, { ...someone, kind: 'interpreter', languages: ['vi'], hours: here })
  // In Denver 8:00 is 9:00 in Chicago.
  people['luz'] = await aResource(db, {
    siteId: far,
    kind: 'interpreter',
    languages: ['es'],
    hours: hours({ startMinute: 480, endMinute: 840 }),
  })
  const clinician = { role: 'clinician', kind: 'practitioner' as const, candidates: [] }
  const interpreter = { role: 'interpreter', kind: 'interpreter' as const, candidates: [] }
  const room = { role: 'room', kind: 'room' as const, candidates: [], requires: ['wheelchair'] }
  types['plain'] = await aVisitType(db, {
    durationMinutes: 30,
    bufferAfterMinutes: 10,
    roles: [clinician, room],
    rules: { caps: { perDay: 4, perLeadAndDay: 2 }, gridMinutes: 15 },
  })
  types['spoken'] = await aVisitType(db, { durationMinutes: 30, roles: [clinician, interpreter] })
  types['fresh'] = await aVisitType(db, {
    durationMinutes: 30,
    forNewPatients: true,
    roles: [clinician],
    rules: { patient: { minAge: 18, sexes: ['female'], gap: { afterVisitTypeIds: [], minDays: 7 } } },
  })
  types['alone'] = await aVisitType(db, { durationMinutes: 30, roles: [clinician] })
  types['class'] = await aVisitType(db, { durationMinutes: 60, roles: [clinician], rules: { seats: 6 } })
  desk = await t.riverside.as('coordinator')
  const manager = await t.riverside.as('manager')
  const closed = { date: holiday, name: 'Snow day', siteId: far }
  expect((await manager.call(practiceContract.addHolidays, { holidays: [closed] })).status).toBe(200)
  const organization = t.app.organizations.find('riverside')
  if (!organization) throw new Error('riverside is there')
  practice = await openPracticeBook().read(organization)
})
afterAll(() => t?.stop())

type Roles = Readonly<Record<string, string>>
const assigned = (roles: Roles) => Object.entries(roles).map(([role, name]) => ({ role, resourceId: id(name) }))

async function book(type: string, start: string, roles: Roles, patientId?: string): Promise<string> {
  const answer = await desk.call(scheduling.bookAppointment, {
    visitTypeId: types[type] ?? '',
    siteId: site,
    start,
    assignments: assigned(roles),
    patientId: patientId ?? (await aPatient(t.riverside.db)),
  })
  expect(answer.refusal, `${type} ${start}`).toBeNull()
  return answer.body.id
}

/** What the screen has when it shows these dates of the site, for one visit in the hand. */
async function known(appointmentId: string, dates: readonly string[]): Promise<KnownMove> {
  const { body } = await desk.call(practiceContract.readPractice, {})
  const read = (on: string) => desk.call(scheduling.readDay, { siteId: site, date: on })
  const beside = (on: string) => desk.call(scheduling.readMoving, { appointmentId, date: on })
  return {
    practice: {
      visitTypes: new Map(body.visitTypes.map((one) => [one.id, one])),
      resources: new Map(body.resources.map((one) => [one.id, one])),
      zones: new Map(body.sites.map((one) => [one.id, one.timeZone])),
    },
    days: (await Promise.all(dates.map(read))).map((one) => one.body),
    beside: (await Promise.all(dates.map(beside))).map((one) => one.body),
    now: t.clock.now().epochMilliseconds,
    may: () => false,
  }
}

interface Said {
  readonly rules: readonly string[]
  readonly caps: readonly string[]
  readonly isFree: boolean
}

function seenBy(facts: KnownMove, visit: KnownVisit, start: string, roles: Roles): Said {
  const seen = previewMove(facts, visit, { start, assignments: assigned(roles) })
  if (!seen) throw new Error('the practice has the visit type')
  expect(seen.unknown).toEqual([])
  const { result, patientBusy } = seen
  const objections = result.ok || !('rules' in result.error) ? [] : result.error.rules
  const caps = objections.flatMap((one) => (one.rule === 'cap' ? [one.of] : []))
  return { rules: objections.map(({ rule }) => rule), caps, isFree: result.ok && patientBusy === null }
}

async function saidBy(appointmentId: string, start: string, roles: Roles): Promise<Said> {
  const organization = t.app.organizations.find('riverside')
  if (!organization) throw new Error('riverside is there')
  const ctx = openCtx({
    pool: t.pool,
    clock: t.clock,
    organization,
    actor: { staffId: desk.staffId, name: 'Test', role: 'coordinator' },
    requestId: 'test',
    action: null,
    key: null,
    onTold: () => {},
  })
  const [obstacle = null] = await rehearseMoves(ctx, practice, [{ appointmentId, start, assignments: assigned(roles) }])
  return { rules: obstacle?.rules ?? [], caps: obstacle?.caps ?? [], isFree: obstacle === null }
}

/** Holds every start against every choice of people; answers the rules that said no, to know that something was tried. */
async function compare(appointmentId: string, dates: readonly string[], starts: readonly string[], choices: Roles[]) {
  const facts = await known(appointmentId, dates)
  const visit = facts.days.flatMap(({ appointments }) => appointments).find((one) => one.id === appointmentId)
  if (!visit) throw new Error('the visit is on one of the days')
  const rules = new Set<string>()
  let free = 0
  for (const start of starts)
    for (const roles of choices) {
      const seen = seenBy(facts, visit, start, roles)
      expect({ start, roles, ...seen }).toEqual({ start, roles, ...(await saidBy(appointmentId, start, roles)) })
      for (const rule of [...seen.rules, ...seen.caps]) rules.add(rule)
      if (seen.isFree) free += 1
    }
  return { rules: [...rules].toSorted(), free }
}

/** Every 20 minutes of UTC. */
const every = (from: number, to: number, on = date): string[] =>
  Array.from({ length: ((to - from) * 60) / 20 }, (_, index) => {
    const minutes = from * 60 + index * 20
    return at(`${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`, on)
  })

test('lanes, buffers, sessions, capacity, caps, blocks and holds: what is seen while dragging is what the server says', async () => {
  const senior = await t.riverside.as('senior')
  const mine = await book('plain', at('21:20'), { clinician: 'ana', room: 'ramp' })
  await book('plain', at('19:30'), { clinician: 'ana', room: 'ramp' })
  await book('plain', at('20:30'), { clinician: 'ben', room: 'ramp' })
  await book('spoken', at('14:40'), { clinician: 'ana', interpreter: 'viet' })
  await book('spoken', at('16:20'), { clinician: 'ana', interpreter: 'luz' })
  await book('spoken', at('18:10'), { clinician: 'ben', interpreter: 'viet' })
  await book('spoken', at('19:00'), { clinician: 'ben', interpreter: 'luz' })
  const group = { visitTypeId: types['class'] ?? '', siteId: site, start: at('21:00') }
  expect(
    (await senior.call(scheduling.openGroup, { ...group, assignments: assigned({ clinician: 'ben' }) })).status,
  ).toBe(200)
  const block = { resourceIds: [id('ramp')], date, startMinute: 960, endMinute: 990, reason: 'Paint' }
  expect((await senior.call(practiceContract.blockTime, block)).refusal).toBeNull()
  const held = { visitTypeId: types['plain'] ?? '', siteId: site, start: at('18:40') }
  const assignments = assigned({ clinician: 'ben', room: 'ramp' })
  expect((await senior.call(scheduling.holdOpening, { ...held, assignments })).refusal).toBeNull()
  const choices = [
    { clinician: 'ana', room: 'ramp' },
    { clinician: 'ben', room: 'ramp' },
    { clinician: 'ben', room: 'step' },
  ]
  const { rules, free } = await compare(mine, [date], every(13, 23), choices)
  expect(rules).toEqual([
    'attribute-missing',
    'buffer',
    'cap',
    'lead-and-day',
    'not-a-candidate',
    'opening-taken',
    'outside-hours',
    'overbook',
    'session-full',
    'session-reserved',
    'walk-in-only',
  ])
  expect(free).toBeGreaterThan(0)
})

test('one’s own hold is in nobody’s way who is them; the cap of a day counts what others hold', async () => {
  const mine = await book('plain', at('14:00', holiday), { clinician: 'ana', room: 'ramp' })
  const hold = { visitTypeId: types['plain'] ?? '', siteId: site, start: at('20:00', holiday) }
  const assignments = assigned({ clinician: 'ana', room: 'ramp' })
  expect((await desk.call(scheduling.holdOpening, { ...hold, assignments })).status).toBe(200)
  const { free } = await compare(mine, [date, holiday], every(19, 21, holiday), [{ clinician: 'ana', room: 'ramp' }])
  expect(free).toBeGreaterThan(0)
})

test('an interpreter of another site: their hours in their zone, the holiday there, their other visits and the language', async () => {
  const patientId = await aPatient(t.riverside.db, { language: 'es' })
  const mine = await book('spoken', at('20:20'), { clinician: 'ana', interpreter: 'luz' }, patientId)
  const choices = [
    { clinician: 'ana', interpreter: 'luz' },
    { clinician: 'ben', interpreter: 'luz' },
  ]
  const own = await compare(mine, [date], every(14, 23), choices)
  expect(own.rules).toEqual(expect.arrayContaining(['opening-taken', 'outside-hours']))
  expect(own.free).toBeGreaterThan(0)
  const closed = await compare(mine, [date, holiday], every(15, 19, holiday), choices)
  expect([closed.rules.includes('outside-hours'), closed.free]).toEqual([true, 0])
  const other = await compare(mine, [date], every(15, 17), [{ clinician: 'ana', interpreter: 'viet' }])
  expect(other.rules).toContain('interpreter-language')
})

test('an interpreter who was added to a visit whose type has none goes along, and speaks the language', async () => {
  const day = '2026-12-15'
  const patientId = await aPatient(t.riverside.db, { language: 'es' })
  const mine = await book('alone', at('19:00', day), { clinician: 'ben', interpreter: 'luz' }, patientId)
  await book(
    'alone',
    at('20:00', day),
    { clinician: 'ana', interpreter: 'luz' },
    await aPatient(t.riverside.db, { language: 'es' }),
  )
  const own = await compare(mine, [day], every(14, 23, day), [
    { clinician: 'ana', interpreter: 'luz' },
    { clinician: 'ben', interpreter: 'luz' },
    { clinician: 'ben' },
  ])
  expect(own.rules).toEqual(expect.arrayContaining(['opening-taken', 'outside-hours']))
  expect(own.free).toBeGreaterThan(0)
  const other = await compare(mine, [day], every(15, 17, day), [{ clinician: 'ana', interpreter: 'viet' }])
  expect(other.rules).toContain('interpreter-language')
})

test('what is asked about the patient, new patients of a day, and where the patient is elsewhere', async () => {
  const patientId = await aPatient(t.riverside.db, { birth_date: '1980-01-01', sex: 'female' })
  const visit = await book('fresh', at('18:40', holiday), { clinician: 'ben' }, patientId)
  await book('spoken', at('15:00', holiday), { clinician: 'ana', interpreter: 'viet' }, patientId)
  await book('fresh', at('19:40', holiday), { clinician: 'ana' }, await aPatient(t.riverside.db, { sex: 'female' }))
  const { rules } = await compare(visit, [date, holiday], every(14, 22, holiday), [
    { clinician: 'ana' },
    { clinician: 'ben' },
  ])
  expect(rules).toContain('new-patients')
})

test('no more of the patient than the visit type asks, and nothing for another organization', async () => {
  const patientId = await aPatient(t.riverside.db, { sex: 'female' })
  const appointmentId = await book('spoken', at('22:00', holiday), { clinician: 'ana', interpreter: 'viet' }, patientId)
  const { body } = await desk.call(scheduling.readMoving, { appointmentId, date })
  expect(body.patient).toEqual({ sex: null, payerIds: null, visits: null })
  expect(body.resources.map((one) => one.id).toSorted()).toEqual([id('ana'), id('viet')].toSorted())
  const stranger = await t.lakeside.as('coordinator')
  expect((await stranger.call(scheduling.readMoving, { appointmentId, date })).status).toBe(404)
})
