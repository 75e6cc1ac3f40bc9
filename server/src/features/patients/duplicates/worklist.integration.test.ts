import { duplicates, patients } from '@foyer/contract'
import { Temporal } from '@foyer/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '../../../platform/database/organization-db.ts'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { aPatient } from '../testing.ts'
import { askAtNight } from './nightly.ts'
import { pairOf } from './pair.ts'
import { suspectAgain } from './suspect.ts'
import { sweepAll } from './sweep-duplicates.ts'

const AT = '2026-11-22T16:00:00Z'
let t: TestApp
let db: Db
let senior: TestClient
let mai: string
let may: string

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set(AT)
  db = t.riverside.db
  senior = await t.riverside.as('senior')
  mai = await aPatient(db, { phone: '3125550134' })
  may = await aPatient(db, { given: 'May', phone: '3125550134' })
  await aPatient(db, { given: 'Peter', family: 'Novak', birth_date: '1975-01-02' })
})
afterAll(() => t.stop())

const [first, second] = [() => pairOf(mai, may)[0], () => pairOf(mai, may)[1]]

async function listed(client = senior): Promise<readonly string[]> {
  const { body } = await client.call(duplicates.listDuplicates, {})
  expect(body.total).toBe(body.pairs.length)
  return body.pairs.map((pair) => `${pair.first.id} ${pair.second.id}`)
}
const theirs = () => `${first()} ${second()}`

test('a sweep finds who is alike, shown with two identifiers, evidence and a score', async () => {
  await sweepAll(db, AT)
  const { body } = await senior.call(duplicates.listDuplicates, {})
  expect(body.pairs).toHaveLength(1)
  expect(body.pairs[0]).toMatchObject({
    first: { id: first(), mrn: expect.stringMatching(/^\d{4} \d{4}$/), birthDate: '1961-03-14' },
    second: { id: second() },
  })
  expect(body.pairs[0]?.evidence).toContainEqual({ field: 'phone', outcome: 'same' })
  expect(body.pairs[0]?.score).toBeGreaterThan(0.5)
})

test('side by side: what differs is marked, the record with more history goes on', async () => {
  const { body } = await senior.call(duplicates.readDuplicate, { firstId: first(), secondId: second() })
  const differing = body.fields.filter(({ differs }) => differs).map(({ field }) => field)
  expect(differing).toEqual(['given'])
  expect([first(), second()]).toContain(body.suggestedSurvivorId)
  expect(body.state).toBe('suspected')
})

test('"not the same" is remembered until what was compared changes', async () => {
  const pair = { firstId: first(), secondId: second() }
  await senior.call(duplicates.decideDuplicate, { ...pair, decision: 'not-same' })
  expect(await listed()).toEqual([])
  await sweepAll(db, AT)
  expect(await listed()).toEqual([])
  await db.updateTable('patient').set({ employer: 'Mill' }).where('id', '=', may).execute()
  await suspectAgain(db, may, AT)
  expect(await listed()).toEqual([])

  await db.updateTable('patient').set({ given: 'Mai' }).where('id', '=', may).execute()
  await suspectAgain(db, may, AT)
  expect(await listed()).toEqual([theirs()])

  await senior.call(duplicates.decideDuplicate, { ...pair, decision: 'not-same' })
  await senior.call(duplicates.decideDuplicate, { ...pair, decision: 'suspected' })
  expect(await listed()).toEqual([theirs()])
})

test('a suspicion that no longer holds goes away', async () => {
  const other = await aPatient(db, { phone: '3125550135' })
  await suspectAgain(db, other, AT)
  expect((await listed()).some((pair) => pair.includes(other))).toBe(true)
  await db
    .updateTable('patient')
    .set({ given: 'Hanna', family: 'Olsen', birth_date: '2001-09-09' })
    .where('id', '=', other)
    .execute()
  await suspectAgain(db, other, AT)
  expect((await listed()).some((pair) => pair.includes(other))).toBe(false)
})

test('a restricted record is listed only for whoever looks after them', async () => {
  await db.updateTable('patient').set({ restriction: 'staff' }).where('id', '=', may).execute()
  expect(await listed()).toEqual([])
  expect(await listed(await t.riverside.as('lead'))).toEqual([theirs()])
  await db.updateTable('patient').set({ restriction: null }).where('id', '=', may).execute()
})

test('what was merged is off the list, what was unmerged is back', async () => {
  const { body } = await senior.call(duplicates.readDuplicate, { firstId: first(), secondId: second() })
  const merged = await senior.call(duplicates.mergePatients, {
    patientId: body.first.id,
    mergedId: body.second.id,
    version: body.first.version,
    mergedVersion: body.second.version,
  })
  expect(merged.status).toBe(200)
  await sweepAll(db, AT)
  expect(await listed()).toEqual([])
  const pair = { firstId: first(), secondId: second() }
  expect((await senior.call(duplicates.decideDuplicate, { ...pair, decision: 'not-same' })).refusal).toEqual({
    reason: 'merged',
  })
  await senior.call(duplicates.unmergePatients, { mergeId: merged.body.mergeId })
  expect(await listed()).toEqual([theirs()])
})

test('a draft is compared without a trace of it', async () => {
  const desk = await t.riverside.as('coordinator')
  const before = await db.selectFrom('patient').select('id').execute()
  const { body } = await desk.call(duplicates.compareDraft, { given: 'Mai', family: 'Nguyen', birthDate: '1961-03-14' })
  expect(body.candidates.map(({ id }) => id)).toContain(mai)
  expect((await desk.call(duplicates.compareDraft, { given: 'Ma' })).body.candidates).toEqual([])
  expect(await db.selectFrom('patient').select('id').execute()).toHaveLength(before.length)
})

test('registering somebody alike puts them on the list by a job', async () => {
  const desk = await t.riverside.as('coordinator')
  const refused = await desk.call(patients.registerPatient, {
    name: { given: 'Peter', family: 'Novack' },
    birthDate: '1975-01-02',
  })
  const candidates = refused.refusal.reason === 'possible-duplicate' ? refused.refusal.candidates : []
  const made = await desk.call(patients.registerPatient, {
    name: { given: 'Peter', family: 'Novack' },
    birthDate: '1975-01-02',
    notADuplicateOf: candidates.map(({ id }) => id),
  })
  await expect
    .poll(async () => (await listed()).some((pair) => pair.includes(made.body.id)), { timeout: 20_000 })
    .toBe(true)
})

test('the night asks once, and only in the small hours of the practice', async () => {
  await db
    .insertInto('site')
    .values({ id: crypto.randomUUID(), name: 'Main Street', time_zone: 'America/Chicago' })
    .execute()
  const ask = (at: string) => askAtNight(db, Temporal.Instant.from(at), () => crypto.randomUUID())
  expect(await ask('2026-11-23T20:00:00Z')).toBe(false)
  expect(await ask('2026-11-24T08:30:00Z')).toBe(true)
  expect(await ask('2026-11-24T09:00:00Z')).toBe(false)
  expect(await ask('2026-11-25T08:30:00Z')).toBe(true)
})
