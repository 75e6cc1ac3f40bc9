import { scheduling } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { aPatient } from '../../patients/testing.ts'
import { aResource, aSite, aVisitType } from '../../practice/testing.ts'

let t: TestApp
let desk: TestClient
let other: TestClient
let senior: TestClient
let siteId: string
let doctor: string
let educator: string
let visit: string
let course: string

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-22T15:00:00Z')
  const { db } = t.riverside
  siteId = await aSite(db)
  doctor = await aResource(db, { siteId, name: 'Dr. Harpreet Singh' })
  educator = await aResource(db, { siteId, name: 'Educator Ruiz' })
  const led = (id: string) => [{ role: 'clinician', kind: 'practitioner' as const, candidates: [id] }]
  visit = await aVisitType(db, { name: 'Follow-up', durationMinutes: 20, roles: led(doctor) })
  course = await aVisitType(db, { name: 'Course', durationMinutes: 60, roles: led(educator), rules: { seats: 2 } })
  desk = await t.riverside.as('coordinator')
  other = await t.riverside.as('lead')
  senior = await t.riverside.as('senior')
})
afterAll(() => t?.stop())

const gap = { sameDay: true as const, maxWaitMinutes: 30 }
const patient = () => aPatient(t.riverside.db)
async function open(start: string): Promise<string> {
  const assignments = [{ role: 'clinician', resourceId: educator }]
  const made = await senior.call(scheduling.openGroup, { visitTypeId: course, siteId, start, assignments })
  expect(made.status).toBe(200)
  return made.body.id
}
const find = (day: string) =>
  desk.call(scheduling.findChains, {
    siteId,
    legs: [{ visitTypeId: visit }, { visitTypeId: course, gap }],
    from: day,
    to: day,
  })
type Found = Awaited<ReturnType<typeof find>>['body']['chains'][number]
const joined = ({ legs }: Found) => legs[1]?.reasons.find(({ code }) => code === 'joins-group')
/** A chain as it was found, as it is booked. */
const wanted = ({ legs }: Found, patientId: string) => ({
  patientId,
  name: 'Follow-up and course',
  legs: legs.map(({ start, assignments, reasons }, at) => {
    const groupSessionId = reasons.find(({ code }) => code === 'joins-group')?.groupId
    const who = assignments.map(({ role, resourceId }) => ({ role, resourceId }))
    const place = { siteId, start, assignments: who }
    if (at === 0) return { ...place, visitTypeId: visit }
    return { ...place, visitTypeId: course, gap, ...(groupSessionId === undefined ? {} : { groupSessionId }) }
  }),
})

test('a leg may be a seat in a group: found, held, booked, counted, and given back', async () => {
  const groupId = await open('2026-12-08T16:00:00Z')
  const { body } = await find('2026-12-08')
  const [best] = body.chains
  if (!best) throw new Error('none found')
  expect(joined(best)).toEqual({ code: 'joins-group', groupId, seatsLeft: 2 })
  expect(best.legs[1]).toMatchObject({ start: '2026-12-08T16:00:00Z', end: '2026-12-08T17:00:00Z' })

  const asked = wanted(best, await patient())
  const { name: _, ...held } = asked
  // Of the two legs only the doctor's time is kept.
  expect((await desk.call(scheduling.holdChain, held)).body.ids).toHaveLength(1)
  const booked = await desk.call(scheduling.bookChain, asked)
  expect(booked.status).toBe(200)
  const seat = await desk.call(scheduling.readAppointment, { appointmentId: booked.body.legs[1]?.id ?? '' })
  expect(seat.body).toMatchObject({ groupSessionId: groupId, seat: 1, chainId: booked.body.id, chainLeg: 1 })
  expect(seat.body.why.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['seats-taken', 'gap']))

  const [again] = (await find('2026-12-08')).body.chains
  expect(again && joined(again)).toMatchObject({ groupId, seatsLeft: 1 })
  await desk.call(scheduling.cancelChain, { chainId: booked.body.id, reason: 'patient' })
  const [free] = (await find('2026-12-08')).body.chains
  expect(free && joined(free)).toMatchObject({ groupId, seatsLeft: 2 })
})

test('of ten chains that want the last two seats two are booked, the others are told which leg and book nothing', async () => {
  const groupSessionId = await open('2026-12-09T16:00:00Z')
  const asked = await Promise.all(
    Array.from({ length: 10 }, async (_each, at) => ({
      patientId: await patient(),
      name: 'Course and talk',
      legs: [
        {
          visitTypeId: course,
          siteId,
          start: '2026-12-09T16:00:00Z',
          assignments: [{ role: 'clinician', resourceId: educator }],
          groupSessionId,
        },
        {
          visitTypeId: visit,
          siteId,
          start: `2026-12-09T${[17, 19, 20, 21][Math.floor(at / 3)]}:${20 * (at % 3) || '00'}:00Z`,
          assignments: [{ role: 'clinician', resourceId: doctor }],
        },
      ],
    })),
  )
  const answers = await Promise.all(asked.map((each, at) => (at % 2 ? desk : other).call(scheduling.bookChain, each)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(2)
  for (const { status, refusal } of answers.filter((one) => one.status !== 200))
    expect([status, refusal]).toMatchObject([409, { reason: 'leg-not-possible', leg: 0, why: 'seats-taken' }])
  const rows = await t.riverside.db
    .selectFrom('appointment')
    .select('id')
    .where('starts_at', '>=', '2026-12-09T00:00:00Z')
    .where('starts_at', '<', '2026-12-10T00:00:00Z')
    .execute()
  expect(rows).toHaveLength(4)
})

test('a group that is full, closed, at another time or of another kind is no leg', async () => {
  const groupSessionId = await open('2026-12-10T16:00:00Z')
  const [best] = (await find('2026-12-10')).body.chains
  if (!best) throw new Error('none found')
  const asked = wanted(best, await patient())
  const [first, leg] = asked.legs
  if (!first || !leg) throw new Error('two legs')
  const late = { ...leg, start: '2026-12-10T16:10:00Z' }
  const moved = await desk.call(scheduling.bookChain, { ...asked, legs: [first, late] })
  expect(moved.refusal).toMatchObject({ leg: 1, why: 'opening-taken' })
  const other = await desk.call(scheduling.bookChain, { ...asked, legs: [{ ...first, groupSessionId }, leg] })
  expect(other.status).toBe(404)
  await senior.call(scheduling.closeGroup, { groupSessionId, closed: true, version: 1 })
  const { refusal } = await desk.call(scheduling.bookChain, asked)
  expect(refusal).toMatchObject({ leg: 1, why: 'group-closed' })
  if (refusal.reason !== 'leg-not-possible') throw new Error(refusal.reason)
  expect(refusal.next.map(joined)).toEqual(refusal.next.map(() => undefined))
})
