import { practice } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../platform/testing/test-app.ts'
import { aSmallPractice, type SmallPractice } from '../testing.ts'

let t: TestApp
let small: SmallPractice
beforeAll(async () => {
  t = await openTestApp()
  small = await aSmallPractice(t.riverside.db)
})
afterAll(() => t?.stop())

const manager = () => t.riverside.as('manager')

test('a chain is added, read and changed; its first leg has no gap', async () => {
  const desk = await manager()
  const legs = [
    { visitTypeId: small.visitTypes.ultrasound, gap: { minDays: 3 } },
    { visitTypeId: small.visitTypes.followUp, gap: { minDays: 1, maxDays: 7 } },
  ]
  const added = await desk.call(practice.addChainType, { name: 'Scan and visit', nameEs: 'Ecografía y visita', legs })
  expect(added.body).toMatchObject({ active: true, legs: [{ visitTypeId: small.visitTypes.ultrasound }, legs[1]] })
  expect(added.body.legs[0]).not.toHaveProperty('gap')
  const sameDay = [legs[0], { ...legs[1], gap: { sameDay: true as const, maxWaitMinutes: 60 } }] as typeof legs
  const changed = await desk.call(practice.changeChainType, {
    ...added.body,
    chainTypeId: added.body.id,
    legs: sameDay,
    active: false,
  })
  expect(changed.body.legs[1]?.gap).toEqual({ sameDay: true, maxWaitMinutes: 60 })
  expect((await desk.call(practice.readPractice, {})).body.chainTypes).toEqual([changed.body])
})

test('a leg of another practice, and a gap that ends before it begins, are refused with their place', async () => {
  const desk = await manager()
  const first = { visitTypeId: small.visitTypes.followUp }
  const wish = { name: 'X', nameEs: 'X' }
  const unknown = await desk.call(practice.addChainType, { ...wish, legs: [first, { visitTypeId: t.clock.id() }] })
  expect(unknown.refusal).toEqual({ reason: 'unknown-visit-type', leg: 1 })
  const backwards = await desk.call(practice.addChainType, {
    ...wish,
    legs: [first, { ...first, gap: { minDays: 8, maxDays: 7 } }],
  })
  expect(backwards.refusal).toEqual({ reason: 'gap-backwards', leg: 1 })
})

test('a payer is added once, under one name', async () => {
  const desk = await manager()
  const added = await desk.call(practice.addPayer, { name: 'Harbor Mutual', number: 'H1' })
  expect(added.body).toMatchObject({ name: 'Harbor Mutual', payerId: 'H1' })
  expect((await desk.call(practice.addPayer, { name: 'harbor mutual' })).refusal).toEqual({ reason: 'payer-known' })
  const changed = await desk.call(practice.changePayer, { payerId: added.body.id, name: 'Harbor Mutual', number: 'H2' })
  expect(changed.body.payerId).toBe('H2')
})
