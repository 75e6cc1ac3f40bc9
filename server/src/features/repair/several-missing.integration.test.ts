import { repair, type Reply } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../platform/testing/test-app.ts'
import { aPatient } from '../patients/testing.ts'
import { aResource, aSmallPractice, aVisitType, type SmallPractice } from '../practice/testing.ts'
import { anAppointment } from '../scheduling/testing.ts'

type Repair = Reply<typeof repair.readRepair>

let t: TestApp
let desk: TestClient
let p: SmallPractice
let spare: string
let scan: string
let second: string
/** The small practice has three rooms; this type may use a fourth. */
let inFour: string

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-12-07T15:00:00Z')
  const { db } = t.riverside
  p = await aSmallPractice(db)
  spare = await aResource(db, { siteId: p.siteId, name: 'Room 4', kind: 'room' })
  const room = { role: 'room', kind: 'room' as const, candidates: [...p.rooms, spare] }
  inFour = await aVisitType(db, {
    roles: [{ role: 'clinician', kind: 'practitioner', candidates: Object.values(p.clinicians) }, room],
  })
  second = await aResource(db, { siteId: p.siteId, name: 'Ultrasound 2', kind: 'device' })
  scan = await aVisitType(db, {
    durationMinutes: 30,
    roles: [{ role: 'device', kind: 'device', candidates: [p.ultrasound, second] }, room],
  })
  desk = await t.riverside.as('coordinator')
})
afterAll(() => t?.stop())

async function aVisit(visitTypeId: string, start: string, roles: Record<string, string>): Promise<string> {
  const assignments = Object.entries(roles).map(([role, resourceId]) => ({ role, resourceId }))
  const patientId = await aPatient(t.riverside.db)
  return (await anAppointment(t.riverside.db, { siteId: p.siteId, visitTypeId, patientId, start, assignments })).id
}
async function propose(resourceIds: readonly string[], date: string): Promise<Repair> {
  const wish = { resourceIds: [...resourceIds], from: date, until: date, reason: 'Water' }
  const answer = await desk.call(repair.proposeRepair, wish)
  expect(answer.status, answer.raw.toString()).toBe(200)
  return answer.body
}
async function applied({ id, version }: Repair) {
  const accepted = await desk.call(repair.acceptRepair, { repairId: id, version })
  return (await desk.call(repair.applyRepair, { repairId: id, version: accepted.body.version })).body
}
const used = ({ items }: Repair): string[] =>
  items.flatMap(({ proposal }) => (proposal?.assignments ?? []).map(({ resourceId }) => resourceId))
const closedOf = (blockId: string) =>
  t.riverside.db.selectFrom('allocation').select('resource_id').distinct().where('block_id', '=', blockId).execute()

test('a room floods alone: the visits keep clinician and time and nobody has to be told', async () => {
  const [wet] = p.rooms
  const visit = await aVisit(inFour, '2026-12-15T15:00:00Z', { clinician: p.clinicians.okafor, room: wet })
  const plan = await propose([wet], '2026-12-15')
  expect(plan.items).toMatchObject([
    { appointmentId: visit, why: expect.arrayContaining([{ code: 'time-kept', points: 0 }]) },
  ])
  expect(used(plan)).not.toContain(wet)
  const done = await applied(plan)
  expect(done).toMatchObject({ status: 'applied', overtaken: 0, counts: { moved: 1, unanswered: 0 } })
  expect(done.items[0]?.toldAt).toBeNull()
})

test('three rooms flood at once: one plan, none of the three in it, and all three are closed', async () => {
  const start = '2026-12-16T15:00:00Z'
  const clinicians = Object.values(p.clinicians)
  for (const [at, room] of p.rooms.entries()) await aVisit(inFour, start, { clinician: clinicians[at] ?? '', room })
  const plan = await propose(p.rooms, '2026-12-16')
  expect(plan.resources.map(({ id }) => id)).toEqual(p.rooms)
  expect(plan.resources.map(({ name }) => name)).toEqual(['Room 1', 'Room 2', 'Room 3'])
  expect(plan.items).toHaveLength(3)
  expect(plan.items.every(({ proposal }) => proposal !== null)).toBe(true)
  for (const room of p.rooms) expect(used(plan)).not.toContain(room)
  // One room is left: only one of the three keeps the time.
  expect(plan.items.filter(({ proposal, before }) => proposal?.start === before.start)).toHaveLength(1)
  const done = await applied(plan)
  expect(done).toMatchObject({ status: 'applied', overtaken: 0, counts: { moved: 3 } })
  expect((await closedOf(plan.id)).map((row) => row.resource_id).toSorted()).toEqual([...p.rooms].toSorted())
})

test('a visit that needs two of what is missing is in the plan once', async () => {
  const [wet] = p.rooms
  const visit = await aVisit(scan, '2026-12-17T15:00:00Z', { device: p.ultrasound, room: wet })
  const plan = await propose([p.ultrasound, wet], '2026-12-17')
  expect(plan.items.map(({ appointmentId }) => appointmentId)).toEqual([visit])
  expect(used(plan).filter((id) => id === p.ultrasound || id === wet)).toEqual([])
})

test('a machine is down: the scans go to the other at the same time', async () => {
  const visit = await aVisit(scan, '2026-12-18T15:00:00Z', { device: p.ultrasound, room: p.rooms[0] })
  const plan = await propose([p.ultrasound], '2026-12-18')
  expect(plan.items).toMatchObject([{ appointmentId: visit, proposal: { start: '2026-12-18T15:00:00Z' } }])
  expect(used(plan)).toContain(second)
  expect(await applied(plan)).toMatchObject({ overtaken: 0, counts: { moved: 1, unanswered: 0 } })
})

test('the only machine is down for days: whoever needs it goes on to the day after', async () => {
  const only = p.visitTypes.ultrasound
  const visit = await aVisit(only, '2026-12-21T15:00:00Z', { device: p.ultrasound, room: p.rooms[0] })
  const wish = { resourceIds: [p.ultrasound], from: '2026-12-21', until: '2026-12-22', reason: 'Down' }
  const { body } = await desk.call(repair.proposeRepair, wish)
  const start = expect.stringMatching(/^2026-12-23T/)
  expect(body.items).toMatchObject([{ appointmentId: visit, proposal: { start } }])
})

test('nobody and nothing twice, and somebody who is not there is not found', async () => {
  const [wet] = p.rooms
  await aVisit(inFour, '2026-12-28T15:00:00Z', { clinician: p.clinicians.okafor, room: wet })
  expect((await propose([wet, wet], '2026-12-28')).resources).toHaveLength(1)
  const wish = { resourceIds: [wet, t.clock.id()], from: '2026-12-29', until: '2026-12-29', reason: 'Water' }
  expect((await desk.call(repair.proposeRepair, wish)).status).toBe(404)
})
