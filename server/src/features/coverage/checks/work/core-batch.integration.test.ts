import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PayerSandbox, startPayerSandbox } from '../../../../payer-sandbox/index.ts'
import type { Db } from '../../../../platform/database/organization-db.ts'
import { openTestDatabase, type TestDatabase } from '../../../import/testing.ts'
import { aSite } from '../../../practice/testing.ts'
import { aBillingProvider, aConnection, anEnrolledPayer } from '../../testing.ts'
import { liesInBatch } from '../asking/newest.ts'
import { findRecent, selectNewest } from '../asking/store.ts'
import { oneOfCast } from '../testing.ts'
import { aQuestion, startWorker, workingAt } from './testing.ts'
import type { EligibilityWorker } from './worker.ts'

const members = ['BL400100101', 'BL400100109', 'BL400100112']

let database: TestDatabase
let db: Db
let payer: PayerSandbox
let worker: EligibilityWorker

beforeAll(async () => {
  database = await openTestDatabase('two organizations')
  db = database.organizations.find('riverside')?.db as Db
  await aSite(db)
  await aBillingProvider(db)
  payer = await startPayerSandbox({ port: 0, clock: { now: () => workingAt } })
  worker = startWorker(database, db)
})
afterAll(async () => {
  await worker.stop()
  await payer.stop()
  await database.drop()
})

test.each([
  ['core-mime', 'yes', 1],
  ['core-soap', 'yes', 1],
  ['core-mime', 'no', 3],
  ['core-soap', undefined, 3],
] as const)(
  'a sweep over %s with batch = %s is %i interchanges, and the desk asks by itself',
  {
    timeout: 120_000,
  },
  async (kind, batch, interchanges) => {
    const connectionId = await aConnection(db, `${payer.url}/core`, { kind, settings: JSON.stringify({ batch }) })
    const knownAs = 'BLUE1'
    const payerId = await anEnrolledPayer(db, connectionId, { name: `Blue ${kind} ${batch}`, knownAs })
    const asked = [
      ...members.map((memberId) => ({ memberId, reason: 'sweep' })),
      { memberId: members[0] ?? '', reason: 'by-hand' },
    ]
    for (const { memberId, reason } of asked) {
      const person = await oneOfCast({ db, payerId }, memberId)
      await aQuestion(db, { ...person, payerId, connectionId }, { reason })
    }
    const rows = () =>
      db
        .selectFrom('eligibility_check')
        .innerJoin('coverage', 'coverage.id', 'eligibility_check.coverage_id')
        .select(['member_id', 'reason', 'state', 'control_number', 'response'])
        .where('connection_id', '=', connectionId)
        .execute()
    await expect
      .poll(async () => (await rows()).filter(({ state }) => state === 'answered').length, { timeout: 60_000 })
      .toBe(4)
    const swept = (await rows()).filter(({ reason }) => reason === 'sweep')
    expect(new Set(swept.map(({ control_number: number }) => number)).size).toBe(interchanges)
    const byHand = (await rows()).find(({ reason }) => reason === 'by-hand')
    expect(swept.map(({ control_number: number }) => number)).not.toContain(byHand?.control_number)
    // Each keeps what was said of it alone.
    for (const { member_id: own, response } of swept)
      expect(members.filter((member) => response?.includes(member))).toEqual([own])
  },
)

test('what lies with the payer in a batch keeps nobody from asking at once, and its late answer does not stand', {
  timeout: 120_000,
}, async () => {
  const slow = await startPayerSandbox({ port: 0, clock: { now: () => workingAt }, batchMs: 15_000 })
  try {
    const settings = JSON.stringify({ batch: 'yes' })
    const connectionId = await aConnection(db, `${slow.url}/core`, { kind: 'core-mime', settings })
    const payerId = await anEnrolledPayer(db, connectionId, { name: 'Blue and slow', knownAs: 'BLUE1' })
    const of = { ...(await oneOfCast({ db, payerId }, members[0] ?? '')), payerId, connectionId }
    const swept = await aQuestion(db, of, { reason: 'sweep', asked_at: '2026-12-02T02:00:00Z' })
    const stateOf = async (id: string) =>
      (await db.selectFrom('eligibility_check').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state
    const last = async () =>
      (
        await db
          .selectFrom('coverage')
          .select('last_check_id')
          .where('id', '=', of.coverageId)
          .executeTakeFirstOrThrow()
      ).last_check_id
    await expect.poll(() => stateOf(swept), { timeout: 30_000 }).toBe('sent')
    expect(await findRecent(db, of.coverageId, '2026-12-02T15:58:30Z')).toBeUndefined()
    const [newest] = await selectNewest(db, [of.coverageId])
    expect(newest && liesInBatch(newest)).toBe(true)

    const byHand = await aQuestion(db, of, { reason: 'check-in' })
    expect((await findRecent(db, of.coverageId, '2026-12-02T15:58:30Z'))?.id).toBe(byHand)
    await expect.poll(() => stateOf(byHand), { timeout: 20_000 }).toBe('answered')
    expect(await last()).toBe(byHand)
    expect(await stateOf(swept)).toBe('sent')
    // The clock of the test stands still, and with it the minute after which the answers are asked for again.
    await worker.stop()
    await new Promise((done) => setTimeout(done, 15_000))
    worker = startWorker(database, db)
    await expect.poll(() => stateOf(swept), { timeout: 30_000 }).toBe('answered')
    expect(await last()).toBe(byHand)
  } finally {
    await slow.stop()
  }
})
