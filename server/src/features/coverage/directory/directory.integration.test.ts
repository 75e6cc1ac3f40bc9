import { payers, practice } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { aPayer, aSite, aSmallPractice } from '../../practice/testing.ts'
import { aConnection } from './testing.ts'
import { billingProviderOf } from './ways.ts'
import { visitTypeBillingOf } from './prices.ts'

let t: TestApp
let manager: TestClient
let desk: TestClient

beforeAll(async () => {
  t = await openTestApp()
  manager = await t.riverside.as('manager')
  desk = await t.riverside.as('coordinator')
})
afterAll(() => t.stop())

async function read(payerId: string) {
  const { body } = await desk.call(payers.readDirectory, {})
  return body.payers.find(({ id }) => id === payerId)
}

test('the desk reads who pays and by which way, and changes none of it', async () => {
  const payerId = await aPayer(t.riverside.db, { name: 'Desk Mutual' })
  const connectionId = await aConnection(manager)
  await manager.call(payers.saveEnrolment, { payerId, connectionId, transaction: '837P', knownAs: '77', state: 'sent' })
  expect(await read(payerId)).toMatchObject({
    name: 'Desk Mutual',
    kind: 'commercial',
    active: true,
    plans: [],
    enrolments: [{ connectionId, transaction: '837P', knownAs: '77', state: 'sent' }],
  })
  expect((await desk.call(payers.readDirectory, {})).body.can.change).toBe(false)
  expect((await desk.call(payers.addPlan, { payerId, name: 'X' })).problem).toBe('not-allowed')
})

test('what is known of a payer changes under one name each, and the practice knows the new one at once', async () => {
  const payerId = await aPayer(t.riverside.db, { name: 'Old Mutual' })
  await aPayer(t.riverside.db, { name: 'Taken Mutual' })
  const details = { payerId, number: '62308', kind: 'medicare-advantage', phone: '+18005550100' } as const
  expect((await manager.call(payers.savePayerDetails, { ...details, name: 'taken mutual' })).refusal).toEqual({
    reason: 'payer-known',
  })
  await manager.call(payers.savePayerDetails, { ...details, name: 'New Mutual' })
  expect(await read(payerId)).toMatchObject({ name: 'New Mutual', number: '62308', kind: 'medicare-advantage' })
  const { body } = await desk.call(practice.readPractice, {})
  expect(body.payers.find(({ id }) => id === payerId)).toMatchObject({ name: 'New Mutual', payerId: '62308' })
})

test('a plan is added, retired and brought back; two of a payer never have one name', async () => {
  const payerId = await aPayer(t.riverside.db, { name: 'Plan Mutual' })
  const other = await aPayer(t.riverside.db, { name: 'Other Mutual' })
  const { body: plan } = await manager.call(payers.addPlan, { payerId, name: 'Gold', type: 'hmo' })
  expect((await manager.call(payers.addPlan, { payerId, name: 'GOLD' })).refusal).toEqual({ reason: 'plan-known' })
  expect((await manager.call(payers.addPlan, { payerId: other, name: 'Gold' })).status).toBe(200)
  expect(plan.isInNetwork).toBeNull()
  const change = { payerId, planId: plan.id, name: 'Gold', type: 'hmo', isInNetwork: false } as const
  await manager.call(payers.changePlan, { ...change, active: false })
  expect((await read(payerId))?.plans).toEqual([{ ...plan, isInNetwork: false, active: false }])
  expect((await manager.call(payers.changePlan, { ...change, active: true })).body.active).toBe(true)
  expect((await manager.call(payers.changePlan, { ...change, payerId: other })).problem).toBe('not-found')
})

test('as whom a site asks: its own number before that of the practice, and only numbers that are some', async () => {
  const { db } = t.riverside
  const [own, without] = [await aSite(db, { name: 'Own' }), await aSite(db, { name: 'Without' })]
  expect(await billingProviderOf(db, own)).toBeNull()
  const add = (siteId: string | null, npi: string) =>
    manager.call(payers.addBillingProvider, { siteId, name: 'Riverside', npi, taxId: '36-1234567' })
  expect((await add(null, '1234567890')).refusal).toEqual({ reason: 'npi-wrong' })
  const { body: everywhere } = await add(null, '1234567893')
  expect((await add(null, '1234567893')).refusal).toEqual({
    reason: 'place-has-one',
    billingProviderId: everywhere.id,
  })
  await add(own, '1457399214')
  expect((await billingProviderOf(db, own))?.npi).toBe('1457399214')
  expect((await billingProviderOf(db, without))?.npi).toBe('1234567893')
  expect((await add(t.clock.id(), '1604853170')).problem).toBe('not-found')
})

test('what a visit is in the words of payers: known kinds of service, codes by their form', async () => {
  const { visitTypes } = await aSmallPractice(t.riverside.db)
  const visitTypeId = visitTypes.followUp
  const save = (more: object) =>
    manager.call(payers.saveVisitTypeBilling, { visitTypeId, serviceTypes: ['98'], ...more })
  expect((await save({ serviceTypes: ['98', 'QQ9'] })).refusal).toEqual({ reason: 'service-type-unknown', code: 'QQ9' })
  expect((await save({ procedures: [{ code: '9921' }] })).problem).toBe('not-understood')
  expect(await visitTypeBillingOf(t.riverside.db, visitTypeId)).toBeNull()
  const procedures = [
    { code: '99213', modifiers: ['25'] },
    { code: 'G0439', units: 2, optional: true, words: { en: 'Yearly talk', es: null } },
  ]
  await save({ serviceTypes: ['98', '98', '5'], procedures, placeOfService: '10' })
  const { body } = await desk.call(payers.listVisitTypeBilling, {})
  expect(body.visitTypes).toEqual([
    {
      visitTypeId,
      serviceTypes: ['98', '5'],
      procedures: [
        { code: '99213', modifiers: ['25'], units: 1, optional: false, words: { en: null, es: null } },
        { code: 'G0439', modifiers: [], units: 2, optional: true, words: { en: 'Yearly talk', es: null } },
      ],
      placeOfService: '10',
    },
  ])
})
