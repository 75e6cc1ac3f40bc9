import { arrival, selfBooking } from '@foyer/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../platform/testing/test-app.ts'
import { aSelfPractice, aVisitor, mai } from './testing.ts'

let t: TestApp

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-23T15:00:00Z')
  await aSelfPractice(t.riverside.db)
})
afterAll(() => t?.stop())

async function asked() {
  const visitor = aVisitor(t)
  const [first] = await visitor.times('First visit', '2026-12-02')
  const { token } = (await visitor.keep('First visit', first!)).body
  t.clock.set(t.clock.now().add({ seconds: 5 }).toString())
  await visitor.call(selfBooking.sayWho, { token, ...mai, email: 'mai@example.org' })
  const { visit } = (await visitor.call(selfBooking.bookForMyself, { token })).body
  const state = async () => (await visitor.call(selfBooking.readMyVisit, { visit })).body.state
  return { state }
}

test('a yes that is taken back leaves the time where it is, waits again, and the patient is told what they were told first', async () => {
  const { state } = await asked()
  const desk = await t.riverside.as('coordinator')
  const waiting = async () =>
    (await desk.call(selfBooking.listSelfBookings, {})).body.visits.filter((one) => one.waitsForApproval)
  const [first] = await waiting()
  const { appointmentId = '', version = 0 } = first ?? {}
  expect((await desk.call(selfBooking.reopenSelfBooking, { appointmentId, version })).refusal).toEqual({
    reason: 'not-approved',
  })
  const agreed = await desk.call(selfBooking.approveSelfBooking, { appointmentId, version })
  expect(await state()).toBe('booked')
  const stale = await desk.call(selfBooking.reopenSelfBooking, { appointmentId, version })
  expect(stale.refusal).toEqual({ reason: 'changed-meanwhile', version: agreed.body.version })
  const back = await desk.call(selfBooking.reopenSelfBooking, { appointmentId, version: agreed.body.version })
  expect(back.status).toBe(200)
  expect([await state(), (await waiting()).map((one) => one.appointmentId)]).toEqual(['pending', [appointmentId]])
  const told = await t.riverside.db
    .selectFrom('outbox')
    .select('type')
    .where(sql<boolean>`payload ->> 'id' = ${appointmentId}`)
    .where('type', '=', 'self-booking.requested')
    .execute()
  expect(told).toHaveLength(2)
  expect(
    (await desk.call(selfBooking.declineSelfBooking, { appointmentId, ...back.body, reason: 'time' })).status,
  ).toBe(200)
})

test('a no that is taken back makes the visit one that waits again, for the desk and for the patient', async () => {
  const visitor = aVisitor(t)
  const [first] = await visitor.times('First visit', '2026-12-01')
  const { token } = (await visitor.keep('First visit', first!)).body
  t.clock.set(t.clock.now().add({ seconds: 5 }).toString())
  await visitor.call(selfBooking.sayWho, { token, ...mai, email: null })
  const { visit } = (await visitor.call(selfBooking.bookForMyself, { token })).body
  const desk = await t.riverside.as('coordinator')
  const waiting = async () =>
    (await desk.call(selfBooking.listSelfBookings, {})).body.visits.filter((one) => one.waitsForApproval)
  const [asked] = await waiting()
  const { appointmentId = '', version = 0 } = asked ?? {}
  const state = async () => (await visitor.call(selfBooking.readMyVisit, { visit })).body.state

  expect((await desk.call(selfBooking.declineSelfBooking, { appointmentId, version, reason: 'time' })).status).toBe(200)
  expect([await state(), await waiting()]).toEqual(['declined', []])
  const undone = await desk.call(arrival.undoVisit, { appointmentId, from: 'cancelled', reason: 'A mistake' })
  expect(undone.body).toMatchObject({ status: 'booked' })
  expect([await state(), (await waiting()).map((one) => one.appointmentId)]).toEqual(['pending', [appointmentId]])
  const again = { appointmentId, version: undone.body.version }
  expect((await desk.call(selfBooking.approveSelfBooking, again)).status).toBe(200)
  expect(await state()).toBe('booked')
})
