import { practice, scheduling } from '@foyer/contract'
import type { WeeklyHours } from '@foyer/scheduling'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { aPatient } from '../../patients/testing.ts'
import { aResource, aSite, aVisitType } from '../../practice/testing.ts'

let t: TestApp
let desk: TestClient
const week = { start: '2026-12-07T06:00:00Z', end: '2026-12-12T06:00:00Z' }
const kinds: Record<'byHand' | 'ill' | 'admin', { resourceId: string; visitTypeId: string; siteId: string }> = {
  byHand: { resourceId: '', visitTypeId: '', siteId: '' },
  ill: { resourceId: '', visitTypeId: '', siteId: '' },
  admin: { resourceId: '', visitTypeId: '', siteId: '' },
}

/** Monday to Friday from eight to noon with half an hour of rest at ten; on Tuesdays the morning but for that is administration. */
const withAdmin = ([1, 2, 3, 4, 5] as const).flatMap((weekday): WeeklyHours[] => [
  { weekday, startMinute: 480, endMinute: 720 },
  { weekday, startMinute: 600, endMinute: 630, kind: 'break', label: 'Rest' },
  ...(weekday === 2 ? [{ weekday, kind: 'break', label: 'Admin', startMinute: 480, endMinute: 600 } as const] : []),
  ...(weekday === 2 ? [{ weekday, kind: 'break', label: 'Admin', startMinute: 630, endMinute: 720 } as const] : []),
])

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-12-01T15:00:00Z')
  for (const kind of ['byHand', 'ill', 'admin'] as const) {
    const siteId = await aSite(t.riverside.db)
    const resourceId = await aResource(t.riverside.db, { siteId, ...(kind === 'admin' ? { hours: withAdmin } : {}) })
    const roles = [{ role: 'clinician', kind: 'practitioner' as const, candidates: [resourceId] }]
    kinds[kind] = { siteId, resourceId, visitTypeId: await aVisitType(t.riverside.db, { roles }) }
  }
  const { resourceId, siteId } = kinds.ill
  const during = sql<string>`tstzrange(${week.start}, ${week.end})`
  const [id, at] = [t.clock.id(), t.clock.now().toString()]
  const made = { reason: 'Flu', created_at: at, created_by_name: 'Test' }
  await t.riverside.db
    .insertInto('repair')
    .values({ id, site_id: siteId, resource_ids: [resourceId], during, ...made })
    .execute()
  await t.riverside.db
    .insertInto('allocation')
    .values({ id: t.clock.id(), resource_id: resourceId, block_id: id, reason: 'Flu', during })
    .execute()
  desk = await t.riverside.as('senior')
})
afterAll(() => t?.stop())

async function nearOf({ siteId, visitTypeId }: (typeof kinds)['ill']) {
  const wish = { siteId, visitTypeId, from: '2026-12-08', to: '2026-12-08' }
  const { status, body, raw } = await desk.call(scheduling.findOpenings, wish)
  expect(status, raw.toString()).toBe(200)
  expect(body.openings).toEqual([])
  return body.near.filter(({ code }) => code === 'give-up')
}

test('time that somebody closed by hand could be given up', async () => {
  const { resourceId } = kinds.byHand
  const closed = { resourceIds: [resourceId], date: '2026-12-08', startMinute: 0, endMinute: 1440, reason: 'Training' }
  expect((await desk.call(practice.blockTime, closed)).status).toBe(200)
  expect(await nearOf(kinds.byHand)).toMatchObject([{ what: 'block', resourceId }])
})

test('time that a repair closed could not: whoever is ill gives nothing up', async () => {
  expect(await nearOf(kinds.ill)).toEqual([])
})

test('an hour of administration painted on the week could, and is booked with a reason; a rest of every day could not', async () => {
  const { resourceId, visitTypeId, siteId } = kinds.admin
  const [first, ...others] = await nearOf(kinds.admin)
  expect(others).toEqual([])
  expect(first).toMatchObject({
    what: 'break',
    resourceId,
    start: '2026-12-08T14:00:00Z',
    end: '2026-12-08T16:00:00Z',
    opening: { start: '2026-12-08T14:00:00Z' },
  })
  const assignments = [{ role: 'clinician', resourceId }]
  const booking = { visitTypeId, siteId, patientId: await aPatient(t.riverside.db), assignments }
  const squeezed = { ...booking, start: '2026-12-08T14:00:00Z' }
  expect((await desk.call(scheduling.bookAppointment, squeezed)).refusal).toMatchObject({
    reason: 'outside-hours',
    rules: [{ rule: 'outside-hours', mayOverride: true }],
  })
  const overrides = { rules: ['outside-hours' as const], reason: 'Dr. Okafor gives it up' }
  expect((await desk.call(scheduling.bookAppointment, { ...squeezed, overrides })).status).toBe(200)
  // That time is taken now, though it lies outside of hours.
  expect(await nearOf(kinds.admin)).toMatchObject([{ what: 'break', opening: { start: '2026-12-08T14:20:00Z' } }])
})
