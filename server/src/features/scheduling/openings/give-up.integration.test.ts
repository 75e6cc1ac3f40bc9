import { practice, scheduling } from '@foyer/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { aResource, aSite, aVisitType } from '../../practice/testing.ts'

let t: TestApp
let desk: TestClient
const week = { start: '2026-12-07T06:00:00Z', end: '2026-12-12T06:00:00Z' }
const kinds: Record<'byHand' | 'ill', { resourceId: string; visitTypeId: string; siteId: string }> = {
  byHand: { resourceId: '', visitTypeId: '', siteId: '' },
  ill: { resourceId: '', visitTypeId: '', siteId: '' },
}

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-12-01T15:00:00Z')
  for (const kind of ['byHand', 'ill'] as const) {
    const siteId = await aSite(t.riverside.db)
    const resourceId = await aResource(t.riverside.db, { siteId })
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
