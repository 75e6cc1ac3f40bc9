import { scheduling } from '@foyer/contract'
import { Temporal } from '@foyer/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../platform/testing/test-app.ts'
import { aPatient } from '../patients/testing.ts'
import { aResource, aSite, aVisitType } from '../practice/testing.ts'

let t: TestApp

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-22T15:00:00Z')
})
afterAll(() => t?.stop())

test('the last place of a session is given once, though its afternoon has two dates in UTC', async () => {
  const { db } = t.riverside
  const siteId = await aSite(db, { timeZone: 'America/Los_Angeles' })
  // 13:00 to 18:00 there; at 16:00 the date in UTC is the next.
  const hours = [{ weekday: 2 as const, startMinute: 780, endMinute: 1080, capacity: 1 }]
  const nurse = await aResource(db, { siteId, hours })
  const roles = [{ role: 'clinician', kind: 'practitioner' as const, candidates: [nurse] }]
  const visitTypeId = await aVisitType(db, { durationMinutes: 30, roles })
  const desk = await t.riverside.as('coordinator')
  const assignments = [{ role: 'clinician', resourceId: nurse }]

  const booked: number[] = []
  for (let week = 0; week < 8; week += 1) {
    const date = Temporal.PlainDate.from('2026-12-08').add({ weeks: week })
    const starts = [`${date.toString()}T22:00:00Z`, `${date.add({ days: 1 }).toString()}T00:30:00Z`]
    const people = await Promise.all(starts.map(() => aPatient(db)))
    const answers = await Promise.all(
      starts.map((start, at) =>
        desk.call(scheduling.bookAppointment, { visitTypeId, siteId, start, assignments, patientId: people[at] ?? '' }),
      ),
    )
    booked.push(answers.filter(({ status }) => status === 200).length)
  }
  expect(booked).toEqual(Array.from({ length: 8 }, () => 1))
})
