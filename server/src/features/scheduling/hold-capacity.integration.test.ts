import { scheduling } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../platform/testing/test-app.ts'
import { aResource, aSite, aVisitType } from '../practice/testing.ts'

let t: TestApp

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-22T15:00:00Z')
})
afterAll(() => t?.stop())

test('a hold counts towards what a session bears, for everybody but its holder', async () => {
  const { db } = t.riverside
  const siteId = await aSite(db)
  const nurse = await aResource(db, { siteId, hours: [{ weekday: 2, startMinute: 480, endMinute: 720, capacity: 1 }] })
  const roles = [{ role: 'clinician', kind: 'practitioner' as const, candidates: [nurse] }]
  const visitTypeId = await aVisitType(db, { durationMinutes: 30, roles })
  const [desk, colleague] = [await t.riverside.as('coordinator'), await t.riverside.as('senior')]
  const wish = { visitTypeId, siteId, from: '2026-12-08', to: '2026-12-08', limit: 20 }
  const offered = async (who: typeof desk): Promise<number> =>
    (await who.call(scheduling.findOpenings, wish)).body.openings.length
  expect(await offered(colleague)).toBeGreaterThan(0)
  const assignments = [{ role: 'clinician', resourceId: nurse }]
  const held = { visitTypeId, siteId, start: '2026-12-08T15:00:00Z', assignments }
  expect((await desk.call(scheduling.holdOpening, held)).status).toBe(200)
  expect(await offered(colleague)).toBe(0)
  expect(await offered(desk)).toBeGreaterThan(0)
  t.clock.set(t.clock.now().add({ minutes: 6 }).toString())
  expect(await offered(colleague)).toBeGreaterThan(0)
})
