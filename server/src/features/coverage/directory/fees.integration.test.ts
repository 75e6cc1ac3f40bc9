import { payers } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { aCoverage, aPatient } from '../../patients/testing.ts'
import { aPayer } from '../../practice/testing.ts'
import { selectNetworks } from './networks/store.ts'
import { feesOn, slidingSteps } from './prices.ts'

let t: TestApp
let manager: TestClient
let desk: TestClient

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-28T15:00:00Z')
  manager = await t.riverside.as('manager')
  desk = await t.riverside.as('coordinator')
})
afterAll(() => t.stop())

const good = 'code,modifier,amount\n99213,,90\n99214,25,$130.50\n'

function take(more: object = {}) {
  return manager.call(payers.importFees, {
    name: 'Prices',
    kind: 'charge',
    periodStart: '2026-01-01',
    content: good,
    ...more,
  })
}

test('a dry run names bad rows and what would change, and takes nothing in', async () => {
  const dry = (content: string) => manager.call(payers.readFeeFile, { kind: 'self-pay', content })
  const first = await dry(`${good}12,,5\n99215,,cheap\n`)
  expect(first.body).toMatchObject({
    fees: 2,
    bad: 2,
    faults: [
      { line: 4, value: '12', fault: 'code-not-read' },
      { line: 5, value: 'cheap', fault: 'amount-not-read' },
    ],
    changes: { added: 2, changed: 0, gone: 0, same: 0 },
  })
  expect((await dry('a,b\nc,d')).refusal).toEqual({ reason: 'columns-missing', columns: ['code', 'amount'] })
  expect((await desk.call(payers.listFeeSchedules, {})).body.schedules).toEqual([])
  await take({ kind: 'self-pay' })
  expect((await dry('99213,,95\n99215,,200\n')).body.changes).toEqual({ added: 1, changed: 1, gone: 1, same: 0 })
})

test('bad rows keep a file out unless they are left out on purpose', async () => {
  const payerId = await aPayer(t.riverside.db, { name: 'Bad Mutual' })
  const contract = { kind: 'contract', payerId, content: `${good}12,,5\n` } as const
  expect((await take(contract)).refusal).toEqual({ reason: 'rows-not-read', bad: 1 })
  expect((await take({ ...contract, withoutBad: true })).body.fees).toBe(2)
  expect((await take({ content: 'code,amount\n12,5', withoutBad: true })).refusal?.reason).toBe('nothing-to-take')
  expect((await take({ payerId })).refusal?.reason).toBe('payer-does-not-fit')
  expect((await take({ kind: 'contract' })).refusal?.reason).toBe('payer-does-not-fit')
  expect((await take({ ...contract, payerId: t.clock.id(), content: good })).problem).toBe('not-found')
})

test('a new version ends the one before; each date has its prices; the newest is taken back', async () => {
  const { db } = t.riverside
  const charge = { kind: 'charge', payerId: null, planId: null } as const
  const priceOn = async (date: string) => (await feesOn(db, charge, date, ['99213']))[0]?.amountCents ?? null
  const { body: first } = await take()
  expect((await take()).refusal).toEqual({ reason: 'starts-too-early', earliest: '2026-01-02' })
  const { body: second } = await take({ periodStart: '2026-07-01', content: '99213,,100' })
  expect([await priceOn('2025-12-31'), await priceOn('2026-06-30'), await priceOn('2026-07-01')]).toEqual([
    null,
    9000,
    10_000,
  ])
  const { body } = await desk.call(payers.listFeeSchedules, {})
  const versions = body.schedules.filter(({ kind }) => kind === 'charge')
  expect(versions.map(({ periodStart, periodEnd, isNewest }) => [periodStart, periodEnd, isNewest])).toEqual([
    ['2026-07-01', null, true],
    ['2026-01-01', '2026-06-30', false],
  ])
  const back = (feeScheduleId: string) => manager.call(payers.takeFeesBack, { feeScheduleId })
  expect((await back(first.id)).refusal).toEqual({ reason: 'not-the-newest' })
  expect((await back(second.id)).status).toBe(200)
  expect(await priceOn('2026-07-01')).toBe(9000)
  expect((await desk.call(payers.takeFeesBack, { feeScheduleId: first.id })).problem).toBe('not-allowed')
  const looked = await desk.call(payers.lookUpFees, { feeScheduleId: first.id, q: '9921' })
  expect(looked.body).toEqual({
    fees: [
      { code: '99213', modifier: '', amountCents: 9000 },
      { code: '99214', modifier: '25', amountCents: 13_050 },
    ],
    more: false,
  })
})

test('a contract for one plan is a list of its own: its versions end each other and not those of the payer', async () => {
  const { db } = t.riverside
  const payerId = await aPayer(db, { name: 'Planned Mutual' })
  const planId = t.clock.id()
  await db.insertInto('plan').values({ id: planId, payer_id: payerId, name: 'HMO' }).execute()
  const contract = { kind: 'contract', payerId } as const
  const { body: whole } = await take(contract)
  const { body: first } = await take({ ...contract, planId, content: '99213,,70' })
  expect(first).toMatchObject({ payerId, planId, isNewest: true })
  const dry = (more: object, content: string) => manager.call(payers.readFeeFile, { ...contract, ...more, content })
  expect((await dry({ planId }, '99213,,71')).body.changes).toEqual({ added: 0, changed: 1, gone: 0, same: 0 })
  expect((await dry({}, '99213,,90')).body.changes).toEqual({ added: 0, changed: 0, gone: 1, same: 1 })
  await take({ ...contract, planId, periodStart: '2026-07-01', content: '99213,,75' })
  const priceOn = async (date: string, of: string | null) =>
    (await feesOn(db, { ...contract, planId: of }, date, ['99213']))[0]?.amountCents ?? null
  expect([await priceOn('2026-06-30', planId), await priceOn('2026-07-01', planId)]).toEqual([7000, 7500])
  expect(await priceOn('2026-07-01', null)).toBe(9000)
  const { body } = await desk.call(payers.listFeeSchedules, {})
  expect(body.schedules.find(({ id }) => id === whole.id)).toMatchObject({ periodEnd: null, isNewest: true })
  expect(body.schedules.find(({ id }) => id === first.id)).toMatchObject({ periodEnd: '2026-06-30', isNewest: false })

  const other = await aPayer(db, { name: 'Other Mutual' })
  const unfit = { reason: 'plan-does-not-fit' }
  expect((await take({ kind: 'contract', payerId: other, planId })).refusal).toEqual(unfit)
  expect((await take({ planId })).refusal).toEqual(unfit)
})

test('in the network by a contract is a plan that it is for; one for another plan says nothing', async () => {
  const { db } = t.riverside
  const payerId = await aPayer(db, { name: 'Split Mutual' })
  const [hmo, ppo] = [t.clock.id(), t.clock.id()]
  const plan = (id: string, name: string) => ({ id, payer_id: payerId, name })
  await db
    .insertInto('plan')
    .values([plan(hmo, 'HMO'), plan(ppo, 'PPO')])
    .execute()
  const patient_id = await aPatient(db)
  const ids = await Promise.all(
    [hmo, ppo, null].map((plan_id) => aCoverage(db, { patient_id, payer_id: payerId, plan_id })),
  )
  const networks = async () => {
    const found = await selectNetworks(db, ids, '2026-12-01')
    return ids.map((id) => found.get(id))
  }
  await take({ kind: 'contract', payerId, planId: hmo })
  expect(await networks()).toEqual([true, null, null])
  await take({ kind: 'contract', payerId })
  expect(await networks()).toEqual([true, true, true])
})

test('two versions for one day, sent at once: one is taken', async () => {
  const payerId = await aPayer(t.riverside.db, { name: 'Race Mutual' })
  const answers = await Promise.all([1, 2].map(() => take({ kind: 'contract', payerId })))
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
})

test('steps of the sliding scale rise, each a share or an amount', async () => {
  const save = (steps: readonly object[]) => manager.call(payers.saveSlidingScale, { steps: steps as never })
  expect((await save([{ upToPercent: 100, paysPercent: 10, paysCents: 5 }])).problem).toBe('not-understood')
  const low = { upToPercent: 100, paysCents: 2000, paysPercent: null }
  expect((await save([low, { upToPercent: 100, paysPercent: 50 }])).refusal).toEqual({
    reason: 'steps-overlap',
    upToPercent: 100,
  })
  await save([{ upToPercent: 200, paysPercent: 50 }, low])
  expect(await slidingSteps(t.riverside.db)).toEqual([low, { upToPercent: 200, paysPercent: 50, paysCents: null }])
})
