import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { systemClock } from '../../../../platform/clock.ts'
import type { Db } from '../../../../platform/database/organization-db.ts'
import type { Exchanged, NotExchanged, PayerExchange } from '../../../../platform/ports/payer-exchange.ts'
import { openTestDatabase, type TestDatabase } from '../../../import/testing.ts'
import { aCoverage, aPatient } from '../../../patients/testing.ts'
import { aSite } from '../../../practice/testing.ts'
import { aBillingProvider, aConnection, anEnrolledPayer } from '../../testing.ts'
import { wakeWaiting } from './store.ts'
import { aQuestion, startWorker, workingAt } from './testing.ts'
import type { EligibilityWorker } from './worker.ts'

const nonsense: NotExchanged = { ok: false, problem: 'not-understood', detail: '', hops: [] }

let database: TestDatabase
let db: Db
let patientId: string
let worker: EligibilityWorker | null = null
/** Tables that the worker asked about. */
let touched: string[] = []

beforeAll(async () => {
  database = await openTestDatabase('two organizations')
  db = database.organizations.find('riverside')?.db as Db
  await aSite(db)
  await aBillingProvider(db)
  patientId = await aPatient(db)
})
afterEach(async () => {
  await worker?.stop()
})
afterAll(() => database.drop())

/** Answers by hand: what is under way waits until it is let go. */
function held() {
  const waiting: { readonly address: string; readonly let: () => void }[] = []
  const ask: PayerExchange['ask'] = (line) =>
    new Promise<Exchanged | NotExchanged>((answer) => {
      waiting.push({ address: line.address, let: () => answer(nonsense) })
    })
  const none = () => Promise.reject(new Error('not asked for here'))
  return { waiting, exchange: { ask, drop: none, pickUp: none, taken: none } as unknown as PayerExchange }
}

function start(exchange: PayerExchange): EligibilityWorker {
  touched = []
  const watched = db.withPlugin({
    transformQuery: ({ node }) => {
      for (const [, table = ''] of JSON.stringify(node).matchAll(/"name":"(site|eligibility_sweep)"/g))
        touched.push(table)
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  })
  worker = startWorker(database, watched, exchange)
  return worker
}

/** So long that what is to be sent would have been. */
const pause = () => new Promise((done) => setTimeout(done, 300))

/** A line and its payer, with as many questions of the desk that are due. */
async function aLineWith(questions: number, name: string): Promise<string> {
  const address = `https://${name}.example/x12`
  const connectionId = await aConnection(db, address)
  const payerId = await anEnrolledPayer(db, connectionId, { name, knownAs: 'P1' })
  const coverageId = await aCoverage(db, { patient_id: patientId, payer_id: payerId, member_id: `M-${name}` })
  for (let asked = 0; asked < questions; asked += 1)
    await aQuestion(db, { patientId, coverageId, payerId, connectionId }, { reason: 'by-hand' })
  return address
}

test('of a line no more than six are under way, however often it is looked, and none waits for another line', async () => {
  const { waiting, exchange } = held()
  const slow = await aLineWith(10, 'slow')
  const other = await aLineWith(3, 'other')
  const asking = start(exchange)
  asking.poke('riverside')
  const of = (address: string) => waiting.filter((one) => one.address === address).length
  await expect.poll(() => [of(slow), of(other)], { timeout: 10_000 }).toEqual([6, 3])
  waiting.find(({ address }) => address === slow)?.let()
  await expect.poll(() => of(slow)).toBe(7)
  for (let times = 0; times < 5; times += 1) asking.poke('riverside')
  await new Promise((later) => setTimeout(later, 300))
  expect([of(slow), of(other)]).toEqual([7, 3])
  for (const one of waiting) one.let()
  await vi.waitFor(async () => expect(of(slow)).toBe(10))
  for (const one of waiting) one.let()
})

test('where nothing is asked and no sweep is open neither the zone nor sweeps are read; one that begins is ended', async () => {
  await db.deleteFrom('eligibility_check').execute()
  const asking = start(held().exchange)
  await expect.poll(() => touched, { timeout: 10_000 }).toContain('eligibility_sweep')
  touched = []
  await new Promise((later) => setTimeout(later, 4500))
  expect(touched).toEqual([])
  const id = systemClock.id()
  const days = { from_date: '2026-12-03', to_date: '2026-12-03', visits: 0 }
  await db
    .insertInto('eligibility_sweep')
    .values({ id, begun_at: workingAt, ...days })
    .execute()
  asking.poke('riverside')
  const ended = () => db.selectFrom('eligibility_sweep').select('ended_at').where('id', '=', id).executeTakeFirst()
  await expect.poll(ended).toEqual({ ended_at: workingAt })
  const told = await db.selectFrom('outbox').select('payload').where('type', '=', 'eligibility.sweep').execute()
  expect(told.map(({ payload }) => payload)).toEqual([{ id }])
})

test('what is under way is not sent twice when its line wakes; what waits goes at once', async () => {
  const address = await aLineWith(2, 'woken')
  const line = db.selectFrom('payer_connection').select('id').where('address', '=', address)
  const { id: connectionId } = await line.executeTakeFirstOrThrow()
  const wait = { failure: 'payer-down', next_attempt_at: '2026-12-02T16:12:00Z' }
  const rows = await db.selectFrom('eligibility_check').select('id').where('connection_id', '=', connectionId).execute()
  const [one, other] = rows.map(({ id }) => id)
  await db
    .updateTable('eligibility_check')
    .set({ failure: 'payer-down' })
    .where('id', '=', one ?? '')
    .execute()
  await db
    .updateTable('eligibility_check')
    .set(wait)
    .where('id', '=', other ?? '')
    .execute()
  const { waiting, exchange } = held()
  start(exchange).poke('riverside')
  await vi.waitFor(() => expect(waiting).toHaveLength(1))

  await db.updateTable('payer_connection').set({ down_since: workingAt }).where('id', '=', connectionId).execute()
  await wakeWaiting(db, connectionId, workingAt)
  worker?.poke('riverside')
  await pause()
  expect(waiting).toHaveLength(1)

  await db.updateTable('payer_connection').set({ down_since: null }).where('id', '=', connectionId).execute()
  await wakeWaiting(db, connectionId, workingAt)
  worker?.poke('riverside')
  await vi.waitFor(() => expect(waiting).toHaveLength(2))
  await pause()
  expect(waiting).toHaveLength(2)
  for (const each of waiting) each.let()
})
