import { scheduling } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { aPatient } from '../../patients/testing.ts'
import { aResource, aSite, aVisitType } from '../../practice/testing.ts'

let t: TestApp
let desk: TestClient
let siteId: string
let therapist: string
let therapy: string
let doctor: string
let elsewhere: string
let inRoom: Record<'ben' | 'wide' | 'visitTypeId', string>

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-22T15:00:00Z')
  const { db } = t.riverside
  siteId = await aSite(db)
  therapist = await aResource(db, { siteId, name: 'Noor Haddad' })
  const roles = [{ role: 'clinician', kind: 'practitioner' as const, candidates: [therapist] }]
  therapy = await aVisitType(db, { name: 'Therapy', durationMinutes: 30, roles })
  doctor = await aResource(db, { siteId })
  elsewhere = await aVisitType(db, { roles: [{ role: 'clinician', kind: 'practitioner', candidates: [doctor] }] })
  const rooms = { kind: 'room' as const, siteId }
  const wide = await aResource(db, { ...rooms, name: 'Wide', attributes: ['wheelchair'] })
  const narrow = await aResource(db, { ...rooms, name: 'Narrow' })
  const ben = await aResource(db, { siteId, name: 'Ben' })
  const visitTypeId = await aVisitType(db, {
    roles: [
      { role: 'clinician', kind: 'practitioner', candidates: [await aResource(db, { siteId }), ben] },
      { role: 'room', kind: 'room', candidates: [narrow, wide] },
    ],
  })
  inRoom = { ben, wide, visitTypeId }
  desk = await t.riverside.as('coordinator')
})
afterAll(() => t?.stop())

/** Tuesdays at 9:00 in Chicago, 15:00 in UTC. */
const weekly = (from: string, count: number) => ({ unit: 'week' as const, every: 1, from, atMinute: 540, count })
const assignments = () => [{ role: 'clinician', resourceId: therapist }]
const patient = () => aPatient(t.riverside.db)
const wish = async (from: string, count: number, patientId?: string) => ({
  visitTypeId: therapy,
  siteId,
  patientId: patientId ?? (await patient()),
  rule: weekly(from, count),
})
async function takeTime(start: string) {
  const taken = await desk.call(scheduling.bookAppointment, {
    visitTypeId: therapy,
    siteId,
    start,
    assignments: assignments(),
    patientId: await patient(),
  })
  expect(taken.status).toBe(200)
}
const wanted = (starts: readonly string[]) =>
  starts.map((start, occurrence) => ({ occurrence, start, assignments: assignments() }))

test('a plan says which occurrences can be met, and the nearest for the others', async () => {
  await takeTime('2026-12-15T15:00:00Z')
  const { status, body } = await desk.call(scheduling.planSeries, await wish('2026-12-08', 3))
  expect(status).toBe(200)
  expect(body.timeZone).toBe('America/Chicago')
  expect(body.occurrences.map(({ date, isMet, opening }) => [date, isMet, opening?.start])).toEqual([
    ['2026-12-08', true, '2026-12-08T15:00:00Z'],
    ['2026-12-15', false, '2026-12-15T14:30:00Z'],
    ['2026-12-22', true, '2026-12-22T15:00:00Z'],
  ])
})

test('09:00 stays 09:00 when the clock is set forward in March', async () => {
  const { body } = await desk.call(scheduling.planSeries, await wish('2027-03-09', 2))
  expect(body.occurrences.map(({ start, isMet }) => [start, isMet])).toEqual([
    ['2027-03-09T15:00:00Z', true],
    ['2027-03-16T14:00:00Z', true],
  ])
})

test('what was taken meanwhile is reported with the next best three, the others are booked', async () => {
  await takeTime('2027-01-12T15:00:00Z')
  const asked = {
    ...(await wish('2027-01-05', 3)),
    occurrences: wanted(['2027-01-05T15:00:00Z', '2027-01-12T15:00:00Z', '2027-01-19T15:00:00Z']),
  }
  const idempotencyKey = t.clock.id()
  const { status, body } = await desk.call(scheduling.bookSeries, asked, { idempotencyKey })
  expect(status).toBe(200)
  expect(body.booked.map(({ occurrence, start }) => [occurrence, start])).toEqual([
    [0, '2027-01-05T15:00:00Z'],
    [2, '2027-01-19T15:00:00Z'],
  ])
  expect(body.refused.map(({ occurrence, why, next }) => [occurrence, why, next.length])).toEqual([
    [1, 'opening-taken', 3],
  ])
  // The same request again books nothing more and says the same.
  const again = await desk.call(scheduling.bookSeries, asked, { idempotencyKey })
  expect(again.body.booked).toEqual(body.booked)
  const { body: read } = await desk.call(scheduling.readSeries, { seriesId: body.id })
  expect(read.visits.map(({ at, status: state }) => [at, state])).toEqual([
    [0, 'booked'],
    [2, 'booked'],
  ])
})

test('a patient who is elsewhere misses one occurrence, not the series', async () => {
  const patientId = await patient()
  await desk.call(scheduling.bookAppointment, {
    visitTypeId: elsewhere,
    siteId,
    start: '2027-02-02T15:10:00Z',
    assignments: [{ role: 'clinician', resourceId: doctor }],
    patientId,
  })
  const { body } = await desk.call(scheduling.bookSeries, {
    ...(await wish('2027-02-02', 2, patientId)),
    occurrences: wanted(['2027-02-02T15:00:00Z', '2027-02-09T15:00:00Z']),
  })
  expect(body.booked.map(({ occurrence }) => occurrence)).toEqual([1])
  expect(body.refused.map(({ why }) => why)).toEqual(['patient-busy'])
})

test('where nothing can be booked there is no series', async () => {
  await takeTime('2027-02-16T15:00:00Z')
  const before = await t.riverside.db.selectFrom('series').select('id').execute()
  const { status, refusal } = await desk.call(scheduling.bookSeries, {
    ...(await wish('2027-02-16', 1)),
    occurrences: wanted(['2027-02-16T15:00:00Z']),
  })
  expect([status, refusal.reason]).toEqual([409, 'nothing-possible'])
  expect(await t.riverside.db.selectFrom('series').select('id').execute()).toEqual(before)
})

test('two who book the same series at once: every occurrence is one’s', async () => {
  const starts = ['2027-03-02T15:00:00Z', '2027-03-09T15:00:00Z', '2027-03-16T14:00:00Z', '2027-03-23T14:00:00Z']
  const both = await Promise.all(
    [0, 1].map(async () =>
      desk.call(scheduling.bookSeries, { ...(await wish('2027-03-02', 4)), occurrences: wanted(starts) }),
    ),
  )
  const booked = both.filter(({ status }) => status === 200).flatMap(({ body }) => body.booked)
  expect(booked.map(({ start }) => start).toSorted()).toEqual(starts)
})

test('one occurrence is moved: the rule remembers where it is', async () => {
  const { body } = await desk.call(scheduling.bookSeries, {
    ...(await wish('2027-04-06', 2)),
    occurrences: wanted(['2027-04-06T14:00:00Z', '2027-04-13T14:00:00Z']),
  })
  const moved = await desk.call(scheduling.moveAppointment, {
    appointmentId: body.booked[1]?.id ?? '',
    start: '2027-04-14T15:30:00Z',
    assignments: assignments(),
    reason: 'asked for it',
    version: 1,
  })
  expect(moved.status).toBe(200)
  const { body: read } = await desk.call(scheduling.readSeries, { seriesId: body.id })
  expect(read.exceptions).toEqual([{ occurrence: 1, skip: false, date: '2027-04-14', atMinute: 630 }])
  expect(read.rule).toEqual(weekly('2027-04-06', 2))
})

test('the rest is cancelled from an occurrence on; what is gone already stays', async () => {
  const starts = ['2027-04-20T14:00:00Z', '2027-04-27T14:00:00Z', '2027-05-04T14:00:00Z']
  const { body } = await desk.call(scheduling.bookSeries, {
    ...(await wish('2027-04-20', 3)),
    occurrences: wanted(starts),
  })
  const rest = { seriesId: body.id, fromAt: 1, reason: 'moved-away' as const }
  const { body: done } = await desk.call(scheduling.cancelSeries, rest)
  expect(done.cancelled.map(({ at }) => at)).toEqual([1, 2])
  const { body: read } = await desk.call(scheduling.readSeries, { seriesId: body.id })
  expect(read.visits.map(({ status }) => status)).toEqual(['booked', 'cancelled', 'cancelled'])
  const kept = await t.riverside.db
    .selectFrom('appointment')
    .select(['cancelled_by', 'cancel_reason'])
    .where('id', '=', done.cancelled[0]?.id ?? '')
    .execute()
  expect(kept).toEqual([{ cancelled_by: 'patient', cancel_reason: 'moved-away' }])
  expect((await desk.call(scheduling.cancelSeries, rest)).refusal.reason).toBe('nothing-to-cancel')
})

test('a series that is too long to plan at once says so', async () => {
  const { refusal } = await desk.call(scheduling.planSeries, await wish('2027-01-05', 61))
  expect(refusal).toEqual({ reason: 'too-many-occurrences', most: 60 })
})

test('every visit keeps to the wish: what does not suit, who or what it needs, and who was named', async () => {
  const { ben, wide, visitTypeId } = inRoom
  const asked = { ...(await wish('2026-12-08', 2)), visitTypeId }
  const not = [{ from: '2026-12-15', to: '2026-12-15' }]
  const wishes = { not, attributes: ['wheelchair'], clinicianIds: [ben] }
  const { body } = await desk.call(scheduling.planSeries, { ...asked, ...wishes })
  expect(body.occurrences.map(({ isMet, opening }) => [isMet, opening?.start.slice(0, 10)])).toEqual([
    [true, '2026-12-08'],
    [false, '2026-12-14'],
  ])
  const whoIn = ({ opening }: (typeof body.occurrences)[number]) =>
    opening?.assignments.map(({ resourceId }) => resourceId).toSorted()
  for (const each of body.occurrences) expect(whoIn(each)).toEqual([ben, wide].toSorted())
  const without = { attributes: ['wheelchair'], withoutIds: [ben] }
  const others = (await desk.call(scheduling.planSeries, { ...asked, ...without })).body.occurrences
  expect(others.map(({ isMet }) => isMet)).toEqual([true, true])
  for (const each of others) expect(whoIn(each)).not.toContain(ben)
})

test('what is offered instead is at a time that was wished for; a time named by hand is met whatever was wished', async () => {
  await takeTime('2027-08-10T14:00:00Z')
  const asked = await wish('2027-08-03', 2)
  const starts = async (more: object) =>
    (await desk.call(scheduling.planSeries, { ...asked, ...more })).body.occurrences.map(({ isMet, opening }) => [
      isMet,
      opening?.start,
    ])
  const met = [true, '2027-08-03T14:00:00Z']
  const afterEleven = { times: { fromMinute: 660, untilMinute: 720 } }
  expect(await starts(afterEleven)).toEqual([met, [false, '2027-08-10T16:00:00Z']])
  expect(await starts({ dayParts: ['afternoon'] })).toEqual([met, [false, '2027-08-10T18:00:00Z']])
  const byHand = { exceptions: [{ occurrence: 1, date: '2027-08-10', atMinute: 600 }] }
  expect(await starts({ dayParts: ['afternoon'], ...byHand })).toEqual([met, [true, '2027-08-10T15:00:00Z']])
})

test('the next best for a visit that was taken are within the wish, and say so where they are not', async () => {
  await takeTime('2027-06-15T14:00:00Z')
  const { body } = await desk.call(scheduling.bookSeries, {
    ...(await wish('2027-06-08', 2)),
    occurrences: wanted(['2027-06-08T14:00:00Z', '2027-06-15T14:00:00Z']),
    wish: { not: [{ from: '2027-06-15', to: '2027-07-01' }], times: { fromMinute: 540, untilMinute: 600 } },
  })
  const [missed] = body.refused
  expect(missed?.next.every(({ outsideWish }) => outsideWish)).toBe(true)
  await takeTime('2027-07-13T14:00:00Z')
  const { body: other } = await desk.call(scheduling.bookSeries, {
    ...(await wish('2027-07-06', 2)),
    occurrences: wanted(['2027-07-06T14:00:00Z', '2027-07-13T14:00:00Z']),
    wish: { not: [{ from: '2027-07-13', to: '2027-07-13' }], times: { fromMinute: 600, untilMinute: 660 } },
  })
  const next = other.refused[0]?.next ?? []
  expect(next.map(({ outsideWish }) => outsideWish)).toEqual([undefined, undefined, undefined])
  expect(next.map(({ start }) => start.slice(11, 13))).toEqual(['15', '15', '15'])
  expect(next.map(({ start }) => start.slice(0, 10))).not.toContain('2027-07-13')
})
