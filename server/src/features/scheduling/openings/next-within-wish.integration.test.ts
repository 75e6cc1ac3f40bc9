import { scheduling } from '@foyer/contract'
import { minuteAt, Temporal } from '@foyer/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { aPatient } from '../../patients/testing.ts'
import { aResource, aSite, aVisitType } from '../../practice/testing.ts'
import { anAppointment } from '../testing.ts'

let t: TestApp
let desk: TestClient
let other: TestClient
let siteId: string
let visitTypeId: string
let ana: string
let ben: string

const zone = 'America/Chicago'
const noon = 12 * 60
const from = '2026-12-08'

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-22T15:00:00Z')
  const { db } = t.riverside
  siteId = await aSite(db)
  ana = await aResource(db, { siteId, name: 'Ana', attributes: ['female'] })
  ben = await aResource(db, { siteId, name: 'Ben', attributes: ['male'] })
  const roles = [{ role: 'clinician', kind: 'practitioner' as const, candidates: [ben, ana] }]
  visitTypeId = await aVisitType(db, { roles })
  desk = await t.riverside.as('coordinator')
  other = await t.riverside.as('senior')
})
afterAll(() => t?.stop())

const minuteOf = (start: string) => minuteAt(Temporal.Instant.from(start), zone)
const wish = { from, to: '2026-12-18', dayParts: ['morning' as const], attributes: ['female'] }

/** The first opening within a wish, which somebody else then has. */
async function takenMeanwhile(asked: typeof wish) {
  const { body } = await desk.call(scheduling.findOpenings, { visitTypeId, siteId, ...asked })
  const [first] = body.openings
  const assignments = (first?.assignments ?? []).map(({ role, resourceId }) => ({ role, resourceId }))
  const place = { visitTypeId, siteId, start: first?.start ?? '', assignments }
  const booked = await other.call(scheduling.bookAppointment, { ...place, patientId: await aPatient(t.riverside.db) })
  expect(booked.status).toBe(200)
  return place
}

type Next = { readonly start: string; readonly assignments: readonly { readonly resourceId: string }[] }
const isWithin = ({ start, assignments }: Next) => assignments[0]?.resourceId === ana && minuteOf(start) < noon

test('who asked for a woman on a morning is offered a woman on a morning, whether it is held, booked or moved', async () => {
  const place = await takenMeanwhile(wish)
  const held = await desk.call(scheduling.holdOpening, { ...place, wish })
  const patientId = await aPatient(t.riverside.db)
  const booked = await desk.call(scheduling.bookAppointment, { ...place, patientId, wish })
  const mine = await desk.call(scheduling.bookAppointment, {
    visitTypeId,
    siteId,
    patientId,
    start: '2026-12-21T20:00:00Z',
    assignments: [{ role: 'clinician', resourceId: ben }],
  })
  const moved = await desk.call(scheduling.moveAppointment, {
    appointmentId: mine.body.id,
    version: mine.body.version,
    start: place.start,
    assignments: place.assignments,
    reason: 'She asked',
    wish,
  })
  for (const { refusal } of [held, booked, moved]) {
    if (refusal?.reason !== 'opening-taken') throw new Error('it was taken')
    expect(refusal.next).toHaveLength(3)
    expect(refusal.next.filter((one) => !isWithin(one))).toEqual([])
    expect(refusal.next.filter(({ outsideWish }) => outsideWish)).toEqual([])
  }
  const without = await desk.call(scheduling.holdOpening, place)
  if (without.refusal?.reason !== 'opening-taken') throw new Error('it was taken')
  expect(without.refusal.next).toHaveLength(3)
})

test('where there are fewer than three within the wish, others stand after them and say that they are not', async () => {
  const narrow = { ...wish, to: from, times: { fromMinute: 600, untilMinute: 620 } }
  const place = await takenMeanwhile(narrow)
  const { refusal } = await desk.call(scheduling.holdOpening, { ...place, wish: narrow })
  if (refusal?.reason !== 'opening-taken') throw new Error('it was taken')
  expect(refusal.next).toHaveLength(3)
  const marks = refusal.next.map(({ outsideWish = false }) => outsideWish)
  expect(marks).toEqual(marks.toSorted((a, b) => Number(a) - Number(b)))
  expect(marks.at(-1)).toBe(true)
  const keys = refusal.next.map(({ start, assignments }) => `${start} ${assignments[0]?.resourceId}`)
  expect(new Set(keys).size).toBe(3)
})

test('who is not wanted is not among the next best, within the wish or not', async () => {
  const narrow = { ...wish, to: from, clinicianIds: [], times: { fromMinute: 660, untilMinute: 680 } }
  const place = await takenMeanwhile(narrow)
  const { refusal } = await desk.call(scheduling.holdOpening, { ...place, wish: { ...narrow, withoutIds: [ben] } })
  if (refusal?.reason !== 'opening-taken') throw new Error('it was taken')
  expect(refusal.next).toHaveLength(3)
  expect(refusal.next.some(({ outsideWish }) => outsideWish)).toBe(true)
  expect(refusal.next.flatMap(({ assignments }) => assignments.map(({ resourceId }) => resourceId))).not.toContain(ben)
})

test('what the database says is taken is not among the next best, though the index does not know of it yet', async () => {
  const { body } = await desk.call(scheduling.findOpenings, {
    visitTypeId,
    siteId,
    from: '2026-12-29',
    to: '2026-12-29',
  })
  const [first] = body.openings
  if (!first) throw new Error('nothing is open')
  const assignments = first.assignments.map(({ role, resourceId }) => ({ role, resourceId }))
  // As the other process wrote it, before this one hears of it.
  await anAppointment(t.riverside.db, { siteId, visitTypeId, start: first.start, assignments })
  const place = { visitTypeId, siteId, start: first.start, assignments }
  const late = await desk.call(scheduling.bookAppointment, { ...place, patientId: await aPatient(t.riverside.db) })
  expect(late.refusal?.reason).toBe('opening-taken')
  const next = late.refusal?.reason === 'opening-taken' ? late.refusal.next : []
  expect(next).toHaveLength(3)
  const keyOf = (one: Next) => `${one.start} ${one.assignments[0]?.resourceId}`
  expect(next.map(keyOf)).not.toContain(keyOf(first))
})
