import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../platform/testing/test-app.ts'
import { loadPractice } from '../../practice/load-practice.ts'
import { aResource, aSite } from '../../practice/testing.ts'
import { openWarmIndex } from './warm-index.ts'

let t: TestApp
let clinician: string

beforeAll(async () => {
  t = await openTestApp()
  clinician = await aResource(t.riverside.db, { siteId: await aSite(t.riverside.db) })
})
afterAll(() => t?.stop())

const day = Date.parse('2026-12-08T00:00:00Z')
const hour = 3_600_000

/** An index of a week in which this hour is free, and is taken a moment later without a word. */
async function takenAt(hours: number) {
  const { db } = t.riverside
  const horizon = { firstDay: day / (24 * hour), days: 7 }
  const warm = await openWarmIndex(db, await loadPractice(db), horizon, day)
  await warm.refresh(day, 1000)
  const isFree = (): boolean => {
    const { index } = warm.built
    const [tick, row] = [(hours * 60) / 5, index.resource(clinician)?.row ?? 0]
    return (((index.free[index.at(horizon.firstDay, row) + (tick >>> 5)] ?? 0) >>> (tick & 31)) & 1) === 1
  }
  expect(isFree()).toBe(true)
  const [start, end] = [day + hours * hour, day + (hours + 1) * hour]
  const during = sql<string>`tstzrange(${new Date(start).toISOString()}, ${new Date(end).toISOString()})`
  const row = { id: t.clock.id(), resource_id: clinician, during, reason: 'Training' }
  await db.insertInto('allocation').values(row).execute()
  return { warm, isFree, tell: () => warm.told([[clinician, start, end]]) }
}

test('whoever asks while it is read what was told waits for it', async () => {
  const { warm, isFree, tell } = await takenAt(17)
  tell()
  const before = warm.refresh(day, 1000)
  await warm.refresh(day, 1000)
  expect(isFree()).toBe(false)
  await before
})

test('a question is answered while others book without a pause, and knows what was told before it was asked', async () => {
  const { warm, isFree, tell } = await takenAt(16)
  let isStorm = true
  const storm = (): void => {
    // Somebody books here, and somebody elsewhere.
    warm.told([[clinician, day + 20 * hour, day + 21 * hour]])
    warm.poke()
    if (isStorm) setImmediate(storm)
  }
  storm()
  // Something is being read when the question comes.
  const before = warm.refresh(day, 1000)
  tell()
  const asked = warm.refresh(day, 1000).then(() => 'answered')
  const late = new Promise((done) => setTimeout(done, 3000, 'never'))
  const outcome = await Promise.race([asked, late])
  isStorm = false
  expect([outcome, isFree()]).toEqual(['answered', false])
  await before
})
