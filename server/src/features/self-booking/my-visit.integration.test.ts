import { scheduling, selfBooking } from '@foyer/contract'
import { Temporal } from '@foyer/kernel'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../platform/testing/test-app.ts'
import { aResource } from '../practice/testing.ts'
import { aDoorway, aSelfPractice, aVisitor, mai, type Doorway } from './testing.ts'

let t: TestApp
let at: Doorway
let luz: string
let day = 0

beforeAll(async () => {
  t = await openTestApp({ mailServer: true })
  at = aDoorway(t)
  await aSelfPractice(t.riverside.db)
  luz = await aResource(t.riverside.db, { name: 'Luz', kind: 'interpreter', languages: ['es'] })
  await aSelfPractice(t.lakeside.db)
})
afterAll(() => t?.stop())

/** Another weekday for each test. */
let date = ''
beforeEach(() => {
  t.clock.set('2026-11-23T15:00:00Z')
  day += 1
  date = Temporal.PlainDate.from('2026-12-01')
    .add({ days: (day % 4) + 7 * Math.floor(day / 4) })
    .toString()
})

describe('one’s own visit by the link', () => {
  async function booked(email: string) {
    const visitor = aVisitor(t)
    const { token, kept } = await at.arrive(visitor, 'Check-up', date, { email, family: 'Link' })
    const { visit } = (await visitor.call(selfBooking.bookForMyself, { token, code: await at.codeFor(email) })).body
    return { visitor, visit, kept }
  }

  test('is shown without what it is for, moved, and cancelled', async () => {
    const { visitor, visit, kept } = await booked('link-1@example.org')
    const read = await visitor.call(selfBooking.readMyVisit, { visit })
    expect(read.body).toMatchObject({ state: 'booked', start: kept.start, canChange: true })
    expect(read.raw.toString()).not.toMatch(/Check-up|Control|Link|link-1/)
    const { times } = (await visitor.call(selfBooking.findTimes, { visit, from: date })).body
    const later = times.at(-1)!
    const moved = await visitor.call(selfBooking.moveMyVisit, { visit, start: later.start })
    expect(moved.body).toMatchObject({ state: 'booked', start: later.start })
    const taken = await visitor.call(selfBooking.moveMyVisit, { visit, start: `${date}T03:00:00Z` })
    expect(taken.refusal.reason).toBe('opening-taken')
    const cancelled = await visitor.call(selfBooking.cancelMyVisit, { visit })
    expect(cancelled.body).toMatchObject({ state: 'cancelled', canChange: false })
    expect((await visitor.call(selfBooking.cancelMyVisit, { visit })).body.state).toBe('cancelled')
  })

  test('moved, it keeps the interpreter that the desk added', async () => {
    const { visitor, visit } = await booked('link-4@example.org')
    const desk = await t.riverside.as('coordinator')
    const own = await t.riverside.db
      .selectFrom('appointment')
      .select('id')
      .where('source', '=', 'self')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    const read = async () => (await desk.call(scheduling.readAppointment, { appointmentId: own.id })).body
    const { start, version, assignments } = await read()
    const parts = [
      ...assignments.map(({ role, resourceId }) => ({ role, resourceId })),
      { role: 'interpreter', resourceId: luz },
    ]
    const added = { appointmentId: own.id, start, assignments: parts, reason: 'Interpreter', version }
    expect((await desk.call(scheduling.moveAppointment, added)).refusal).toBeNull()
    const { times } = (await visitor.call(selfBooking.findTimes, { visit, from: date })).body
    const later = times.at(-1)!
    expect((await visitor.call(selfBooking.moveMyVisit, { visit, start: later.start })).status).toBe(200)
    const moved = await read()
    expect(moved.start).toBe(later.start)
    expect(moved.assignments.map(({ resourceId }) => resourceId)).toContain(luz)
  })

  test('not later than a day before', async () => {
    const { visitor, visit, kept } = await booked('link-2@example.org')
    t.clock.set(new Date(Date.parse(kept.start) - 23 * 3_600_000).toISOString())
    expect((await visitor.call(selfBooking.cancelMyVisit, { visit })).refusal).toEqual({ reason: 'call-us' })
    const move = await visitor.call(selfBooking.moveMyVisit, { visit, start: kept.start })
    expect(move.status).toBe(200)
    const { times } = (await visitor.call(selfBooking.findTimes, { visit, from: date })).body
    const moved = await visitor.call(selfBooking.moveMyVisit, { visit, start: times.at(-1)!.start })
    expect(moved.refusal).toEqual({ reason: 'call-us' })
  })

  test('a secret of another practice, a changed one, and a visit that the desk booked open nothing', async () => {
    const { visitor, visit } = await booked('link-3@example.org')
    const elsewhere = aVisitor(t, 'lakeside')
    expect((await elsewhere.call(selfBooking.readMyVisit, { visit })).status).toBe(404)
    const changed = visit.slice(0, -1) + (visit.endsWith('A') ? 'E' : 'A')
    expect((await visitor.call(selfBooking.readMyVisit, { visit: changed })).status).toBe(404)
    await t.riverside.db.updateTable('appointment').set({ source: 'desk' }).execute()
    expect((await visitor.call(selfBooking.readMyVisit, { visit })).status).toBe(404)
  })
})

test('a secret of the browser is worth nothing in another practice', async () => {
  const visitor = aVisitor(t)
  const [first] = await visitor.times('Check-up', date)
  const { token } = (await visitor.keep('Check-up', first!)).body
  at.wait(5)
  const elsewhere = aVisitor(t, 'lakeside')
  expect((await elsewhere.call(selfBooking.sayWho, { token, ...mai })).refusal.reason).toBe('begin-again')
  expect((await elsewhere.call(selfBooking.bookForMyself, { token })).refusal.reason).toBe('begin-again')
  await elsewhere.call(selfBooking.letTimeGo, { token })
  const held = await t.riverside.db.selectFrom('hold').select('id').where('starts_at', '=', first!.start).execute()
  expect(held).toHaveLength(1)
})
