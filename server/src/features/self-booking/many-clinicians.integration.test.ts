import { selfBooking } from '@foyer/contract'
import { Temporal } from '@foyer/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../platform/testing/test-app.ts'
import { aResource, aSite, aVisitType } from '../practice/testing.ts'
import { aVisitor, type Visitor } from './testing.ts'

let t: TestApp

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-12-31T15:00:00Z')
  const { db } = t.riverside
  const siteId = await aSite(db)
  const candidates: string[] = []
  for (let at = 0; at < 30; at += 1) candidates.push(await aResource(db, { siteId, name: `Dr. ${at}` }))
  const roles = [{ role: 'clinician', kind: 'practitioner' as const, candidates }]
  await aVisitType(db, { name: 'Check-up', roles, rules: { selfBooking: 'instant', selfBookingForNew: true } })
})
afterAll(() => t?.stop())

function at<T extends { readonly start: string }>(times: readonly T[], start: string): T {
  const found = times.find((one) => one.start === start)
  if (!found) throw new Error(`nothing is offered at ${start}`)
  return found
}

const timesOn = (visitor: Visitor) => visitor.times('Check-up', '2027-02-03')

test('thirty clinicians who are free all month: every weekday has all its times', async () => {
  const visitor = aVisitor(t)
  const [kind] = (await visitor.offer()).visitTypes
  const wish = { visitType: kind!.key, place: kind!.placeKeys[0]!, from: '2027-01-04', days: 31 }
  const { times, to } = (await visitor.call(selfBooking.findTimes, wish)).body
  expect(to).toBe('2027-02-03')
  const perDay = Map.groupBy(times, ({ start }) => start.slice(0, 10))
  const weekdays = Array.from({ length: 31 }, (_, days) => Temporal.PlainDate.from(wish.from).add({ days })).filter(
    ({ dayOfWeek }) => dayOfWeek <= 5,
  )
  // From 8:00 to 11:40 and from 13:00 to 16:40, every ten minutes.
  expect([...perDay].map(([date, those]) => [date, those.length])).toEqual(
    weekdays.map((date) => [date.toString(), 46]),
  )
  const last = times.at(-1)!
  expect((await visitor.keep('Check-up', last)).body).toMatchObject(last)

  // Two have a visit at the end of the day now: the time before it is offered with one of them and can be had with the other.
  const { clinician: second } = at(await timesOn(visitor), last.start)
  expect(second?.key).not.toBe(last.clinician?.key)
  expect((await aVisitor(t).keep('Check-up', { ...last, clinician: second })).status).toBe(200)
  const early = at(await timesOn(visitor), '2027-02-03T22:20:00Z')
  expect(early.clinician).toEqual(last.clinician)
  const theirs = { ...early, clinician: second }
  expect((await aVisitor(t).keep('Check-up', theirs)).body).toMatchObject(theirs)
  const nobody = { ...early, clinician: { key: 'A'.repeat(16), name: '' } }
  expect((await aVisitor(t).keep('Check-up', nobody)).refusal).toMatchObject({
    reason: 'opening-taken',
    next: [{}, {}, {}],
  })
})
