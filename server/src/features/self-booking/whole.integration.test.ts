import { selfBooking } from '@foyer/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../platform/testing/test-app.ts'
import { aResource, aVisitType } from '../practice/testing.ts'
import { aSelfPractice, aVisitor, mai, type SelfPractice, type Visitor } from './testing.ts'

let t: TestApp
let p: SelfPractice

beforeAll(async () => {
  t = await openTestApp()
  p = await aSelfPractice(t.riverside.db)
  const { db } = t.riverside
  const resourceId = await aResource(db, {
    siteId: p.siteId,
    name: 'Dr. Open Door',
    hours: [
      { weekday: 2, startMinute: 540, endMinute: 600 },
      { weekday: 2, startMinute: 600, endMinute: 720, walkIn: true },
    ],
  })
  const roles = [{ role: 'clinician', kind: 'practitioner', candidates: [resourceId] }] as const
  await aVisitType(db, { name: 'Quick look', roles, rules: { selfBooking: 'instant', selfBookingForNew: true } })
})
afterAll(() => t?.stop())
beforeEach(() => t.clock.set('2026-11-23T15:00:00Z'))

const count = async (table: 'patient' | 'contact_point' | 'appointment') =>
  (await t.riverside.db.selectFrom(table).select('id').execute()).length

async function upToBooking(visitor: Visitor, date: string): Promise<string> {
  const [first] = await visitor.times('First visit', date)
  if (!first) throw new Error('no time is free')
  const { body } = await visitor.keep('First visit', first)
  t.clock.set(t.clock.now().add({ seconds: 5 }).toString())
  await visitor.call(selfBooking.sayWho, { token: body.token, ...mai, email: null })
  return body.token
}

test('a booking that fails half way leaves no record, no visit and no number used', async () => {
  const schema = t.app.organizations.find('riverside')?.schema ?? ''
  const visitor = aVisitor(t)
  const token = await upToBooking(visitor, '2026-12-01')
  const before = [await count('patient'), await count('contact_point'), await count('appointment')]
  // What is noted last cannot be, as when the server is ended there.
  await t.pool.pg.query(`alter table ${schema}.self_booking add constraint not_now check (appointment_id is null)`)
  const failed = await visitor.call(selfBooking.bookForMyself, { token, code: null })
  await t.pool.pg.query(`alter table ${schema}.self_booking drop constraint not_now`)
  expect(failed.status).toBe(500)
  expect([await count('patient'), await count('contact_point'), await count('appointment')]).toEqual(before)

  const again = await visitor.call(selfBooking.bookForMyself, { token, code: null })
  expect(again.body.state).toBe('pending')
  expect(await count('patient')).toBe((before[0] ?? 0) + 1)
})

test('a booking that is refused leaves no record either, and the next three are named', async () => {
  const { db } = t.riverside
  const visitor = aVisitor(t)
  const token = await upToBooking(visitor, '2026-12-02')
  const before = await count('patient')
  // The desk took the time all the same.
  await db
    .updateTable('allocation')
    .set({ hold_id: null, reason: 'Emergency', role: null, block_id: t.clock.id() })
    .where('hold_id', 'is not', null)
    .execute()
  const refused = await visitor.call(selfBooking.bookForMyself, { token, code: null })
  expect(refused.status).toBe(409)
  expect(await count('patient')).toBe(before)
})

test('time that is kept for walk-ins is neither offered nor kept on public pages', async () => {
  const { db } = t.riverside
  const visitor = aVisitor(t)
  const times = await visitor.times('Quick look', '2026-12-08')
  // Nine to ten in Chicago; nothing from ten on.
  const starts = times.map(({ start }) => start).filter((start) => start < '2026-12-09')
  expect([starts[0], starts.at(-1), starts.length]).toEqual(['2026-12-08T15:00:00Z', '2026-12-08T15:40:00Z', 5])
  const [first] = times
  if (!first) throw new Error('something is offered')
  const kept = await visitor.keep('Quick look', { ...first, start: '2026-12-08T16:20:00Z' })
  expect(kept.refusal).toMatchObject({ reason: 'opening-taken' })
  expect(await db.selectFrom('hold').select('id').where('starts_at', '=', '2026-12-08T16:20:00Z').execute()).toEqual([])
  // Nor on the day itself, when the desk may book them.
  t.clock.set('2026-12-08T13:00:00Z')
  const today = (await visitor.times('Quick look', '2026-12-08')).map(({ start }) => start)
  expect(today.filter((start) => start < '2026-12-09')).toEqual(starts)
})
