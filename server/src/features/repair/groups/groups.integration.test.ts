import { practice, repair, scheduling } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { aPatient } from '../../patients/testing.ts'
import { aResource, aSite, aVisitType } from '../../practice/testing.ts'

let t: TestApp
let desk: TestClient
let siteId: string
let room: string
const who: Record<'ruiz' | 'adler' | 'busy', string> = { ruiz: '', adler: '', busy: '' }
let course: string
let alone: string
/** Could be led by those who are away as well, in one of many rooms. */
let large: string
let away: readonly string[]
let rooms: readonly string[]
/** Needs two of the same people. */
let twoLed: string

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-12-01T15:00:00Z')
  const { db } = t.riverside
  siteId = await aSite(db)
  room = await aResource(db, { siteId, name: 'Big room', kind: 'room' })
  for (const name of ['ruiz', 'busy', 'adler'] as const) who[name] = await aResource(db, { siteId, name })
  const inRoom = { role: 'room', kind: 'room' as const, candidates: [room] }
  const led = (candidates: string[]) => [{ role: 'clinician', kind: 'practitioner' as const, candidates }, inRoom]
  const seats = { name: 'Diabetes course', durationMinutes: 60, rules: { seats: 8 } }
  course = await aVisitType(db, { ...seats, roles: led([who.ruiz, who.busy, who.adler]) })
  alone = await aVisitType(db, { ...seats, roles: led([who.ruiz]) })
  const many = async (count: number, kind: 'practitioner' | 'room'): Promise<string[]> => {
    const made: string[] = []
    for (let at = 0; at < count; at += 1) made.push(await aResource(db, { siteId, name: `${kind} ${at}`, kind }))
    return made
  }
  away = await many(2, 'practitioner')
  rooms = await many(25, 'room')
  const inRooms = { ...inRoom, candidates: [room, ...rooms] }
  large = await aVisitType(db, { ...seats, roles: [...led([who.ruiz, ...away, who.adler]).slice(0, 1), inRooms] })
  const both = ['clinician', 'assistant'].map((role) => ({
    role,
    kind: 'practitioner' as const,
    candidates: [who.ruiz, who.adler, who.busy],
  }))
  twoLed = await aVisitType(db, { ...seats, roles: both })
  desk = await t.riverside.as('manager')
})
afterAll(() => t?.stop())

/** A group of three led by Ruiz, at 9:00 in Chicago. */
async function aGroup(visitTypeId: string, date: string): Promise<{ readonly id: string; readonly people: string[] }> {
  const assignments = [
    { role: 'clinician', resourceId: who.ruiz },
    { role: 'room', resourceId: room },
  ]
  const group = { visitTypeId, siteId, start: `${date}T15:00:00Z`, assignments }
  const { body } = await desk.call(scheduling.openGroup, group)
  const people: string[] = []
  for (const given of ['Mai', 'Leo', 'Ana']) {
    const patientId = await aPatient(t.riverside.db, { given, phone: '(312) 555-0201' })
    people.push((await desk.call(scheduling.joinGroup, { groupSessionId: body.id, patientId })).body.id)
  }
  return { id: body.id, people }
}
const propose = async (date: string) =>
  (await desk.call(repair.proposeRepair, { resourceIds: [who.ruiz], from: date, until: date, reason: 'Ill' })).body
const closedOn = async (date: string) =>
  (await desk.call(scheduling.readDay, { siteId, date })).body.blocks.filter(
    ({ resourceId }) => resourceId === who.ruiz,
  )

test('whose only work is a group: its people are named, somebody else who is free could lead it, and does', async () => {
  const date = '2026-12-15'
  const { id, people } = await aGroup(course, date)
  const busy = { resourceIds: [who.busy], date, startMinute: 540, endMinute: 600, reason: 'Meeting' }
  await desk.call(practice.blockTime, busy)
  const plan = await propose(date)
  expect(plan).toMatchObject({ status: 'proposed', items: [], counts: { affected: 0, groups: 1 } })
  const [group] = plan.groups
  expect(group).toMatchObject({ id, start: `${date}T15:00:00Z`, seats: 8 })
  expect(group?.people.map(({ appointmentId }) => appointmentId)).toEqual(people)
  expect(group?.people.map(({ patient, hasPhone }) => [patient.name.given, hasPhone])).toEqual([
    ['Mai', true],
    ['Leo', true],
    ['Ana', true],
  ])
  expect(group?.instead?.map(({ role, name }) => [role, name])).toEqual([
    ['clinician', 'adler'],
    ['room', 'Big room'],
  ])

  const assignments = (group?.instead ?? []).map(({ role, resourceId }) => ({ role, resourceId }))
  const order = { repairId: plan.id, groupSessionId: id, assignments, version: group?.version ?? 0 }
  const stale = await desk.call(repair.reassignRepairGroup, { ...order, version: 99 })
  expect(stale.refusal).toEqual({ reason: 'changed-meanwhile', version: group?.version })
  const bare = await desk.call(repair.reassignRepairGroup, { ...order, assignments: [] })
  expect(bare.refusal).toEqual({ reason: 'no-longer-possible' })
  const given = await desk.call(repair.reassignRepairGroup, order)
  expect(given.body).toMatchObject({ status: 'applied', groups: [], counts: { groups: 0 } })
  const { groups, appointments } = (await desk.call(scheduling.readDay, { siteId, date })).body
  expect(groups[0]?.assignments.map(({ resourceId }) => resourceId).toSorted()).toEqual([who.adler, room].toSorted())
  expect(appointments.filter(({ groupSessionId }) => groupSessionId === id)).toHaveLength(3)
  // The time Ruiz had for it is closed, so that nobody is booked there.
  expect(await closedOn(date)).not.toEqual([])
})

test('a group that nobody else can lead needs a decision by hand; the time is closed around it, and it stays in sight', async () => {
  const date = '2026-12-16'
  const { id } = await aGroup(alone, date)
  const plan = await propose(date)
  expect(plan.groups).toMatchObject([{ id, instead: null, people: [{}, {}, {}] }])
  const applied = await desk.call(repair.applyRepair, { repairId: plan.id, version: plan.version })
  expect(applied.body).toMatchObject({ status: 'proposed', overtaken: 0, counts: { groups: 1 } })
  expect((await closedOn(date)).map(({ start, end }) => [start, end])).toEqual([
    [`${date}T06:00:00Z`, `${date}T15:00:00Z`],
    [`${date}T16:00:00Z`, '2026-12-17T06:00:00Z'],
  ])
  const listed = await desk.call(repair.listRepairs, {})
  expect(listed.body.repairs.find((one) => one.id === plan.id)).toMatchObject({
    status: 'proposed',
    counts: { groups: 1 },
  })
  for (const { appointmentId } of plan.groups[0]?.people ?? [])
    await desk.call(scheduling.cancelAppointment, { appointmentId, reason: 'practice', version: 1 })
  await desk.call(scheduling.removeGroup, { groupSessionId: id })
  const read = await desk.call(repair.readRepair, { repairId: plan.id })
  expect(read.body).toMatchObject({ status: 'applied', groups: [], counts: { groups: 0 } })
})

test("leader and room both missing: who is on leave and rooms that are closed stand in nobody's way", async () => {
  const date = '2026-12-14'
  const { id } = await aGroup(large, date)
  const closed = { resourceIds: [...away, ...rooms.slice(0, -1)], date, startMinute: 540, endMinute: 600 }
  expect((await desk.call(practice.blockTime, { ...closed, reason: 'Away' })).status).toBe(200)
  const wish = { resourceIds: [who.ruiz, room], from: date, until: date, reason: 'Water' }
  const { body } = await desk.call(repair.proposeRepair, wish)
  expect(body.groups).toMatchObject([{ id, instead: [{ resourceId: who.adler }, { resourceId: rooms.at(-1) }] }])
})

test('nobody is put in two parts of a group at once', async () => {
  const date = '2026-12-21'
  const assignments = [
    { role: 'clinician', resourceId: who.ruiz },
    { role: 'assistant', resourceId: who.adler },
  ]
  const start = `${date}T18:00:00Z`
  await desk.call(scheduling.openGroup, { visitTypeId: twoLed, siteId, start: `${date}T19:00:00Z`, assignments })
  const { body } = await desk.call(repair.proposeRepair, {
    resourceIds: [who.ruiz],
    from: start,
    until: `${date}T23:00:00Z`,
    reason: 'Ill',
  })
  expect(body.groups).toMatchObject([
    {
      instead: [
        { role: 'assistant', resourceId: who.adler },
        { role: 'clinician', resourceId: who.busy },
      ],
    },
  ])
})

test('seats count: in leave, and where time is to be closed', async () => {
  const date = '2026-12-17'
  await aGroup(course, date)
  const closing = { resourceIds: [who.ruiz], date, startMinute: 480, endMinute: 720, reason: 'Meeting' }
  expect((await desk.call(practice.blockTime, closing)).refusal).toMatchObject({ reason: 'visits-booked', count: 3 })
  const leave = { resourceId: who.ruiz, from: date, to: date, fromMinute: 0, toMinute: 1440, reason: 'Ill' }
  expect((await desk.call(practice.addLeave, leave)).body.visits).toBe(3)
})

test('seats that new hours left outside bring their group', async () => {
  const date = '2026-12-18'
  const { id, people } = await aGroup(course, date)
  const wish = {
    resourceIds: [who.ruiz],
    from: date,
    until: date,
    reason: 'New hours',
    appointmentIds: people.slice(0, 1),
  }
  const { body } = await desk.call(repair.proposeRepair, wish)
  expect(body).toMatchObject({ closes: false, items: [], groups: [{ id }] })
})

test('who may not move visits gives no group away, and another practice finds none', async () => {
  const date = '2026-12-21'
  const { id } = await aGroup(course, date)
  const plan = await propose(date)
  const order = { repairId: plan.id, groupSessionId: id, assignments: [], version: 1 }
  expect((await (await t.riverside.as('junior')).call(repair.reassignRepairGroup, order)).status).toBe(403)
  expect((await (await t.lakeside.as('manager')).call(repair.reassignRepairGroup, order)).status).toBe(404)
})

/** Ruiz is away on that day, and Adler does the group of three that stood there. */
async function givenToAdler(date: string) {
  const { id } = await aGroup(course, date)
  const plan = await propose(date)
  const assignments = [
    { role: 'clinician', resourceId: who.adler },
    { role: 'room', resourceId: room },
  ]
  const order = { repairId: plan.id, groupSessionId: id, assignments, version: plan.groups[0]?.version ?? 0 }
  const given = await desk.call(repair.reassignRepairGroup, order)
  expect(given.body.given).toMatchObject([{ id, backAt: null, staysBecause: null }])
  return { id, plan: given.body }
}
const takeBack = async ({ id: repairId, version }: { readonly id: string; readonly version: number }) =>
  (await desk.call(repair.takeBackRepair, { repairId, version, appointmentIds: [] })).body
const leadOf = async (date: string, groupId: string) =>
  (await desk.call(scheduling.readDay, { siteId, date })).body.groups
    .find(({ id }) => id === groupId)
    ?.assignments.find(({ role }) => role === 'clinician')?.resourceId

test('a group that was given to somebody else goes back when the repair is taken back, with who took a seat since', async () => {
  const date = '2026-12-22'
  const { id, plan } = await givenToAdler(date)
  expect(await leadOf(date, id)).toBe(who.adler)
  const patientId = await aPatient(t.riverside.db, { given: 'Eva' })
  expect((await desk.call(scheduling.joinGroup, { groupSessionId: id, patientId })).status).toBe(200)
  const back = await takeBack(plan)
  expect(back).toMatchObject({
    status: 'closed',
    groupsStayed: 0,
    given: [{ id, now: [{ resourceId: who.ruiz }, {}] }],
  })
  expect(back.given[0]?.backAt).not.toBeNull()
  expect(await leadOf(date, id)).toBe(who.ruiz)
  expect(await closedOn(date)).toEqual([])
  const day = (await desk.call(scheduling.readDay, { siteId, date })).body
  expect(day.groups.find((one) => one.id === id)?.taken).toBe(4)
  // Asked again it does nothing again.
  expect(await takeBack(back)).toMatchObject({ groupsStayed: 0 })
})

test('where it cannot go back it stays with whoever has it, and says why; asked again it goes', async () => {
  const date = '2026-12-23'
  const { id, plan } = await givenToAdler(date)
  const taken = { resourceIds: [who.ruiz], date, startMinute: 570, endMinute: 600, reason: 'Phone', aroundVisits: true }
  // The repair closes the day of Ruiz: somebody opens it and takes the time of the group.
  const closed = (await closedOn(date))[0]
  await desk.call(practice.removeBlock, { blockId: closed?.id ?? '' })
  const other = (await desk.call(practice.blockTime, taken)).body
  const stays = await takeBack(plan)
  expect(stays).toMatchObject({
    status: 'closed',
    groupsStayed: 1,
    given: [{ id, backAt: null, staysBecause: 'place-taken' }],
  })
  expect(await leadOf(date, id)).toBe(who.adler)
  await desk.call(practice.removeBlock, { blockId: other.id })
  const back = await takeBack(stays)
  expect(back).toMatchObject({ groupsStayed: 0, given: [{ staysBecause: null }] })
  expect(await leadOf(date, id)).toBe(who.ruiz)
})

test('a group that somebody gave on since stays, and so does one whose time has come', async () => {
  const date = '2026-12-28'
  const { id, plan } = await givenToAdler(date)
  const { version } = (await desk.call(scheduling.readDay, { siteId, date })).body.groups.find(
    (one) => one.id === id,
  ) ?? {
    version: 0,
  }
  const assignments = [
    { role: 'clinician', resourceId: who.busy },
    { role: 'room', resourceId: room },
  ]
  const order = { groupSessionId: id, start: `${date}T15:00:00Z`, assignments, reason: 'Swap', version }
  expect((await desk.call(scheduling.moveGroup, order)).status).toBe(200)
  expect(await takeBack(plan)).toMatchObject({ groupsStayed: 1, given: [{ staysBecause: 'visit-changed' }] })
  expect(await leadOf(date, id)).toBe(who.busy)
})
