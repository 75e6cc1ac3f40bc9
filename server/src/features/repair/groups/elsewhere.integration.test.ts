import { practice, repair, type Reply, scheduling } from '@foyer/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Db } from '../../../platform/database/organization-db.ts'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { aPatient } from '../../patients/testing.ts'
import { aResource, aSite, aVisitType } from '../../practice/testing.ts'
import { anAppointment } from '../../scheduling/testing.ts'

type Repair = Reply<typeof repair.readRepair>
type Place = Reply<typeof repair.findRepairGroupPlaces>['places'][number]

let t: TestApp
let desk: TestClient
/** May move visits, and no groups by hand. */
let coordinator: TestClient
let house: House
let houses: House[]

/** Where Ruiz leads groups, and Adler could. */
interface House {
  readonly siteId: string
  readonly ruiz: string
  readonly adler: string
  readonly doctor: string
  readonly course: string
  /** A course that at most two people a day take. */
  readonly capped: string
  /** With Ruiz alone. */
  readonly talk: string
  /** With the doctor alone. */
  readonly check: string
}

/** A Tuesday, on which Ruiz leads a group at 9:00 in Chicago. */
const date = '2026-12-15'
const next = '2026-12-16'
const at = (clock: string, day = date): string => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return `${day}T${String(hour + 6).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00Z`
}

const morning = '2026-12-01T15:00:00Z'

async function aHouse(db: Db): Promise<House> {
  const siteId = await aSite(db)
  const ruiz = await aResource(db, { siteId, name: 'Ruiz' })
  const adler = await aResource(db, { siteId, name: 'Adler' })
  const doctor = await aResource(db, { siteId, name: 'Doctor' })
  const by = (...candidates: string[]) => [{ role: 'clinician', kind: 'practitioner' as const, candidates }]
  const hour = { durationMinutes: 60, roles: by(ruiz, adler) }
  const course = await aVisitType(db, { name: 'Course', ...hour, rules: { seats: 8 } })
  const capped = await aVisitType(db, { name: 'Capped', ...hour, rules: { seats: 8, caps: { perDay: 2 } } })
  const talk = await aVisitType(db, { name: 'Talk', ...hour, roles: by(ruiz) })
  const check = await aVisitType(db, { roles: by(doctor) })
  return { siteId, ruiz, adler, doctor, course, capped, talk, check }
}

beforeAll(async () => {
  t = await openTestApp({ mailServer: true, publicUrl: 'https://desk.example.org/' })
  t.clock.set(morning)
  houses = []
  for (let made = 0; made < 16; made += 1) houses.push(await aHouse(t.riverside.db))
  desk = await t.riverside.as('manager')
  coordinator = await t.riverside.as('coordinator')
})
afterAll(() => t?.stop())

/** A house of its own for each test. Adler is away on the day. */
beforeEach(async () => {
  const mine = houses.pop()
  if (!mine) throw new Error('each test has a house')
  house = mine
  await block(house.adler, date, 0, 1440)
})

const block = async (resourceId: string, day: string, startMinute: number, endMinute: number): Promise<string> => {
  const order = { resourceIds: [resourceId], date: day, startMinute, endMinute, reason: 'Meeting' }
  const { status, body } = await desk.call(practice.blockTime, order)
  expect(status).toBe(200)
  return body.id
}
async function open(start: string, visitTypeId = house.course, leader = house.ruiz) {
  const assignments = [{ role: 'clinician', resourceId: leader }]
  const made = await desk.call(scheduling.openGroup, { visitTypeId, siteId: house.siteId, start, assignments })
  expect(made.status).toBe(200)
  return made.body
}
const join = async (groupSessionId: string, patientId: string) =>
  (await desk.call(scheduling.joinGroup, { groupSessionId, patientId })).body.id

/** The group of Ruiz with Mai, who reads mail, and Leo, who does not. */
async function aGroup(visitTypeId = house.course) {
  const { id } = await open(at('09:00'), visitTypeId)
  const { db } = t.riverside
  const mai = await aPatient(db, { given: 'Mai', email: 'mai@example.org' })
  const leo = await aPatient(db, { given: 'Leo', phone: '(312) 555-0201' })
  return { id, mai, leo, seats: [await join(id, mai), await join(id, leo)] }
}
const elsewhereFor = (patientId: string, start: string) =>
  anAppointment(t.riverside.db, {
    siteId: house.siteId,
    visitTypeId: house.check,
    patientId,
    start,
    assignments: [{ role: 'clinician', resourceId: house.doctor }],
  })
const propose = async (): Promise<Repair> =>
  (await desk.call(repair.proposeRepair, { resourceIds: [house.ruiz], from: date, until: date, reason: 'Ill' })).body
const find = (plan: Repair, groupSessionId: string, client = coordinator) =>
  client.call(repair.findRepairGroupPlaces, { repairId: plan.id, groupSessionId })
const placesOf = async (plan: Repair, groupSessionId: string): Promise<readonly Place[]> =>
  (await find(plan, groupSessionId)).body.places
const shown = (places: readonly Place[]) => places.map(({ start, assignments }) => [assignments[0]?.name, start])

function wish(plan: Repair, groupSessionId: string, { start, assignments }: Pick<Place, 'start' | 'assignments'>) {
  const version = plan.groups.find(({ id }) => id === groupSessionId)?.version ?? 1
  const who = assignments.map(({ role, resourceId }) => ({ role, resourceId }))
  return { repairId: plan.id, groupSessionId, start, assignments: who, version }
}
const ledBy = (leader: string, start: string) => ({
  start,
  assignments: [{ role: 'clinician', resourceId: leader, name: '' }],
})
const accept = async (plan: Repair, groupSessionId: string, place: Pick<Place, 'start' | 'assignments'>) => {
  const answer = await coordinator.call(repair.moveRepairGroup, wish(plan, groupSessionId, place))
  expect(answer.status, answer.raw.toString()).toBe(200)
  return answer.body
}
const takeBack = async ({ id: repairId }: Repair, client = desk) => {
  const { version } = (await client.call(repair.readRepair, { repairId })).body
  return (await client.call(repair.takeBackRepair, { repairId, version, appointmentIds: [] })).body
}
const visit = async (appointmentId: string) => (await desk.call(scheduling.readAppointment, { appointmentId })).body
const textsTo = async (patientId: string) =>
  (await t.riverside.db.selectFrom('message').select('body').where('patient_id', '=', patientId).execute()).map(
    ({ body }) => body ?? '',
  )

test('nobody can lead it then: the next day at its hour with its own leader, then far enough from that to be a choice', async () => {
  const { id } = await aGroup()
  const plan = await propose()
  expect(plan.groups).toMatchObject([{ id, instead: null }])
  const { body } = await find(plan, id)
  expect(body.version).toBe(plan.groups[0]?.version)
  expect(shown(body.places)).toEqual([
    ['Ruiz', at('09:00', next)],
    ['Ruiz', at('08:00', next)],
    ['Ruiz', at('10:00', next)],
  ])
  expect(body.places[0]?.why.map(({ code }) => code)).toEqual(['moved', 'days', 'same-clinician'])
})

test('hours, blocks, holidays and the other visits of whoever has a seat are kept to', async () => {
  const { id, mai, leo } = await aGroup()
  await elsewhereFor(mai, at('09:30', next))
  await elsewhereFor(leo, at('14:00', next))
  await block(house.ruiz, next, 0, 480 + 60)
  await block(house.adler, next, 0, 1440)
  await desk.call(practice.addHolidays, { holidays: [{ date: '2026-12-17', name: 'Founders', siteId: house.siteId }] })
  const places = await placesOf(await propose(), id)
  // Ruiz works until noon and from one to five.
  expect(shown(places)).toEqual([
    ['Ruiz', at('09:50', next)],
    ['Ruiz', at('10:50', next)],
    ['Ruiz', at('13:00', next)],
  ])
})

test('a day that is full by a cap is passed over', async () => {
  const { id } = await aGroup(house.capped)
  const full = await open(at('15:00', next), house.capped)
  for (let seat = 0; seat < 2; seat += 1) await join(full.id, await aPatient(t.riverside.db))
  const plan = await propose()
  const places = await placesOf(plan, id)
  expect(places.map(({ start }) => start.slice(0, 10))).toEqual(['2026-12-17', '2026-12-17', '2026-12-17'])
  for (const place of places)
    expect((await coordinator.call(repair.moveRepairGroup, wish(plan, id, place))).status).toBe(
      place === places[0] ? 200 : 404,
    )
})

test('a time that would tear the chain of somebody who has a seat apart is neither proposed nor taken', async () => {
  const { id } = await open(at('09:00'))
  const patientId = await aPatient(t.riverside.db)
  const chained = await desk.call(scheduling.bookChain, {
    patientId,
    name: 'Visit and course',
    legs: [
      {
        visitTypeId: house.check,
        siteId: house.siteId,
        start: at('08:30'),
        assignments: [{ role: 'clinician', resourceId: house.doctor }],
      },
      {
        visitTypeId: house.course,
        siteId: house.siteId,
        start: at('09:00'),
        assignments: [{ role: 'clinician', resourceId: house.ruiz }],
        gap: { sameDay: true as const, maxWaitMinutes: 60 },
        groupSessionId: id,
      },
    ],
  })
  expect(chained.status, chained.raw.toString()).toBe(200)
  const plan = await propose()
  expect(await placesOf(plan, id)).toEqual([])
  const torn = await coordinator.call(repair.moveRepairGroup, wish(plan, id, ledBy(house.ruiz, at('09:00', next))))
  expect(torn.refusal).toEqual({ reason: 'no-longer-possible', next: [] })
})

test('accepted: all seats move and keep their identity, each person is told and asked, and the time is closed', async () => {
  const { id, mai, leo, seats } = await aGroup()
  const plan = await propose()
  const [place] = await placesOf(plan, id)
  if (!place) throw new Error('there is a place')
  const order = wish(plan, id, place)
  const key = { idempotencyKey: `move-${id}` }
  const { body } = await coordinator.call(repair.moveRepairGroup, order, key)
  expect(body).toMatchObject({
    status: 'applied',
    groups: [],
    counts: { groups: 0, unanswered: 2 },
    given: [
      { id, start: at('09:00', next), beforeStart: at('09:00'), backAt: null, now: [{ resourceId: house.ruiz }] },
    ],
  })
  expect(
    body.given[0]?.told.map(({ appointmentId, hasEmail, hasPhone }) => [appointmentId, hasEmail, hasPhone]),
  ).toEqual([
    [seats[0], true, false],
    [seats[1], false, true],
  ])
  for (const [seat, appointmentId] of seats.entries()) {
    const moved = await visit(appointmentId)
    expect(moved).toMatchObject({ start: at('09:00', next), status: 'booked', seat: seat + 1, groupSessionId: id })
    expect(moved.history.map(({ to }) => to)).toEqual(['booked', 'booked'])
  }
  const day = (await desk.call(scheduling.readDay, { siteId: house.siteId, date })).body
  expect(day.groups).toEqual([])
  expect(
    day.blocks.filter(({ resourceId }) => resourceId === house.ruiz).map(({ start, end }) => [start, end]),
  ).toEqual([[at('00:00'), at('00:00', next)]])
  // Asked again under the same key it is done already.
  expect((await coordinator.call(repair.moveRepairGroup, order, key)).body).toMatchObject({ given: [{ id }] })
  expect((await visit(seats[0] ?? '')).version).toBe(2)

  await expect.poll(() => textsTo(mai), { timeout: 15_000 }).toHaveLength(2)
  const link = /answer#(\S+)/.exec((await textsTo(mai)).join(' '))?.[1] ?? ''
  const nobody = t.anonymous()
  const asked = await nobody.call(repair.readAnswer, { token: link })
  expect(asked.body).toMatchObject({ start: at('09:00', next), before: at('09:00'), isOpen: true, answer: null })
  expect((await nobody.call(repair.giveAnswer, { token: link, answer: 'other' })).status).toBe(200)
  // Whoever has no address has to be called, and is not forgotten.
  expect(await textsTo(leo)).toHaveLength(1)
  const called = { repairId: plan.id, appointmentId: seats[1] ?? '', answer: 'by-phone' as const }
  const phoned = (await coordinator.call(repair.noteRepairAnswer, called)).body
  expect(phoned.given[0]?.told.map(({ answer }) => answer)).toEqual(['other', 'by-phone'])
  expect(phoned.counts.unanswered).toBe(0)
})

test('what everybody would read is shown before it is sent, and is what is sent', async () => {
  const { id, mai, leo, seats } = await aGroup()
  const plan = await propose()
  const [place] = await placesOf(plan, id)
  if (!place) throw new Error('there is a place')
  const asked = { repairId: plan.id, groupSessionId: id, start: place.start }
  const { messages } = (await coordinator.call(repair.previewRepairGroupMessages, asked)).body
  expect(
    messages.map(({ appointmentId, patient, news, hasEmail }) => [appointmentId, patient.id, news, hasEmail]),
  ).toEqual([
    [seats[0], mai, 'movedByUs', true],
    [seats[1], leo, 'movedByUs', false],
  ])
  await accept(plan, id, place)
  await expect.poll(() => textsTo(mai), { timeout: 15_000 }).toHaveLength(2)
  const sent = (await textsTo(mai)).map((text) => text.replace(/\S+answer#\S+/, '…'))
  expect(sent).toContain(messages[0]?.text)
  // It waits no longer.
  expect((await coordinator.call(repair.previewRepairGroupMessages, asked)).status).toBe(404)
})

test('a group in which nobody sits moves as well', async () => {
  const { id } = await open(at('09:00'))
  const plan = await propose()
  const [place] = await placesOf(plan, id)
  expect(await accept(plan, id, place ?? ledBy(house.ruiz, ''))).toMatchObject({
    groups: [],
    given: [{ id, told: [] }],
  })
})

test('who was faster, has it: the place, the group, or a person of it; the next best is named', async () => {
  const { id, mai, seats } = await aGroup()
  const plan = await propose()
  const [first, second] = await placesOf(plan, id)
  if (!first || !second) throw new Error('there are places')
  const stale = await coordinator.call(repair.moveRepairGroup, { ...wish(plan, id, first), version: 99 })
  expect(stale.refusal).toEqual({ reason: 'changed-meanwhile', version: plan.groups[0]?.version })
  await open(first.start)
  const taken = await coordinator.call(repair.moveRepairGroup, wish(plan, id, first))
  expect(taken.refusal).toMatchObject({ reason: 'opening-taken', next: [{ start: second.start }, {}, {}] })
  await elsewhereFor(mai, second.start)
  const busy = await coordinator.call(repair.moveRepairGroup, wish(plan, id, second))
  expect(busy.refusal).toMatchObject({ reason: 'people-busy', appointmentIds: [seats[0]], next: [{}, {}, {}] })
  // Ruiz is not there, though nothing closes the time yet; and at that hour Adler is away.
  const missing = await coordinator.call(repair.moveRepairGroup, wish(plan, id, ledBy(house.ruiz, at('14:00'))))
  expect(missing.refusal).toMatchObject({ reason: 'no-longer-possible' })
  const early = await coordinator.call(repair.moveRepairGroup, wish(plan, id, ledBy(house.ruiz, at('06:00', next))))
  expect(early.refusal).toMatchObject({ reason: 'no-longer-possible' })
  // Its own time is for somebody else to take over, which writes to nobody.
  const own = await coordinator.call(repair.moveRepairGroup, wish(plan, id, ledBy(house.adler, at('09:00'))))
  expect(own.refusal).toMatchObject({ reason: 'no-longer-possible' })
  for (const seat of seats) expect(await visit(seat)).toMatchObject({ start: at('09:00'), version: 1 })
})

test('of two who accept at once one moves it', async () => {
  const { id, seats } = await aGroup()
  const plan = await propose()
  const places = await placesOf(plan, id)
  const answers = await Promise.all(
    [desk, coordinator].map((who, turn) =>
      who.call(repair.moveRepairGroup, wish(plan, id, places[turn] ?? ledBy(house.ruiz, ''))),
    ),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  const moved = await Promise.all(seats.map(visit))
  expect(new Set(moved.map(({ start, version }) => `${start} ${version}`)).size).toBe(1)
  expect(moved[0]?.version).toBe(2)
})

test('places that the plan has for visits are left to them', async () => {
  const { id } = await aGroup()
  await anAppointment(t.riverside.db, {
    siteId: house.siteId,
    visitTypeId: house.talk,
    start: at('10:00'),
    assignments: [{ role: 'clinician', resourceId: house.ruiz }],
  })
  const plan = await propose()
  const going = plan.items[0]?.proposal
  expect(going?.start.slice(0, 10)).toBe(next)
  for (const { start, end } of await placesOf(plan, id))
    expect(end <= (going?.start ?? '') || start >= (going?.end ?? '')).toBe(true)
})

test('who may not move visits is offered nothing and moves none; nor does another practice', async () => {
  const { id } = await aGroup()
  const plan = await propose()
  const order = wish(plan, id, ledBy(house.ruiz, at('09:00', next)))
  const junior = await t.riverside.as('junior')
  const others = await t.lakeside.as('manager')
  expect([(await find(plan, id, junior)).status, (await find(plan, id, others)).status]).toEqual([403, 404])
  expect((await junior.call(repair.moveRepairGroup, order)).status).toBe(403)
  expect((await others.call(repair.moveRepairGroup, order)).status).toBe(404)
})

test('taken back, the group has its old time, and everybody is told again, also who took a seat since', async () => {
  const { id, mai, seats } = await aGroup()
  const plan = await propose()
  await accept(plan, id, ledBy(house.adler, at('10:00', next)))
  const eva = await aPatient(t.riverside.db, { given: 'Eva', email: 'eva@example.org' })
  const late = await join(id, eva)
  await coordinator.call(repair.noteRepairAnswer, {
    repairId: plan.id,
    appointmentId: seats[0] ?? '',
    answer: 'by-phone',
  })
  const back = await takeBack(plan)
  expect(back).toMatchObject({
    status: 'closed',
    groupsStayed: 0,
    counts: { unanswered: 3 },
    given: [
      { id, start: at('09:00'), beforeStart: at('09:00'), now: [{ resourceId: house.ruiz }], staysBecause: null },
    ],
  })
  expect(back.given[0]?.backAt).not.toBeNull()
  for (const seat of [...seats, late])
    expect(await visit(seat)).toMatchObject({ start: at('09:00'), groupSessionId: id })
  await expect.poll(() => textsTo(mai), { timeout: 15_000 }).toHaveLength(3)
  expect((await textsTo(mai)).some((text) => text.includes('as it was'))).toBe(true)
  await expect.poll(() => textsTo(eva), { timeout: 15_000 }).toHaveLength(2)
  expect((await textsTo(eva)).some((text) => text.includes('as it was'))).toBe(false)
  const closed = await coordinator.call(repair.moveRepairGroup, wish(plan, id, ledBy(house.ruiz, at('09:00', next))))
  expect(closed.refusal).toEqual({ reason: 'taken-back' })
  expect((await find(plan, id)).body).toEqual({ version: null, places: [] })
})

test('one that cannot go back whole stays and says why; asked again it goes', async () => {
  const { id, leo, seats } = await aGroup()
  const plan = await propose()
  await accept(plan, id, ledBy(house.ruiz, at('09:00', next)))
  const other = await elsewhereFor(leo, at('09:20'))
  const stays = await takeBack(plan)
  expect(stays).toMatchObject({ groupsStayed: 1, given: [{ id, backAt: null, staysBecause: 'patient-busy' }] })
  for (const seat of seats) expect(await visit(seat)).toMatchObject({ start: at('09:00', next) })
  await desk.call(scheduling.cancelAppointment, { appointmentId: other.id, reason: 'patient', version: 1 })
  expect(await takeBack(stays)).toMatchObject({ groupsStayed: 0, given: [{ start: at('09:00'), staysBecause: null }] })
})

test('one that was moved on by hand since stays', async () => {
  const { id } = await aGroup()
  const plan = await propose()
  await accept(plan, id, ledBy(house.ruiz, at('09:00', next)))
  const order = { groupSessionId: id, start: at('11:00', next), reason: 'Swap', version: 2 }
  const moved = await desk.call(scheduling.moveGroup, order)
  expect(moved.status, moved.raw.toString()).toBe(200)
  expect(await takeBack(plan)).toMatchObject({ groupsStayed: 1, given: [{ staysBecause: 'visit-changed' }] })
})

test('what new hours left outside goes to another time, and waits no longer', async () => {
  const { id, seats } = await aGroup()
  const leave = { resourceId: house.ruiz, from: date, to: date, fromMinute: 0, toMinute: 720, reason: 'New hours' }
  await desk.call(practice.addLeave, leave)
  const order = { resourceIds: [house.ruiz], from: date, until: date, reason: 'New hours', appointmentIds: seats }
  const plan = (await desk.call(repair.proposeRepair, order)).body
  expect(plan).toMatchObject({ closes: false, groups: [{ id }] })
  const [place] = await placesOf(plan, id)
  expect(place?.start).toBe(at('13:00'))
  expect(await accept(plan, id, place ?? ledBy(house.ruiz, ''))).toMatchObject({ groups: [], given: [{ id }] })
})

test('one whose old time is over stays', async () => {
  const { id } = await aGroup()
  const plan = await propose()
  await accept(plan, id, ledBy(house.ruiz, at('09:00', next)))
  t.clock.set(at('09:30'))
  const lead = await t.riverside.as('lead')
  expect(await takeBack(plan, lead)).toMatchObject({ groupsStayed: 1, given: [{ staysBecause: 'time-past' }] })
})
