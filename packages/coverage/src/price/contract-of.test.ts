import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contractOf } from './contract-of.ts'
import type { PriceList } from './facts.ts'
import { feeOf } from './fee-of.ts'

const codes = ['99213', '99214', '36415'] as const
const fee = fc.record({
  code: fc.constantFrom(...codes),
  modifier: fc.constantFrom('', '25'),
  cents: fc.nat(30_000),
})
const list = (name: string) =>
  fc.option(
    fc
      .uniqueArray(fee, { selector: ({ code, modifier }) => code + modifier })
      .map((fees): PriceList => ({ name, fees })),
    { nil: null },
  )

test('a code has the price of the plan where the plan names it, else that of the payer', () => {
  fc.assert(
    fc.property(list('HMO'), list('All'), fc.constantFrom(...codes), fc.boolean(), (ofPlan, ofPayer, code, is25) => {
      const service = { code, modifiers: is25 ? ['25'] : [], units: 1 }
      const isOwn = ofPlan?.fees.some((one) => one.code === code) === true
      expect(feeOf(contractOf(ofPlan, ofPayer), service)).toBe(feeOf(isOwn ? ofPlan : ofPayer, service))
      expect(contractOf(ofPlan, ofPayer) === null).toBe(ofPlan === null && ofPayer === null)
    }),
  )
})

test('it is called by the lists that it is made of', () => {
  const ofPayer = { name: 'Prairie', fees: [{ code: '99213', modifier: '', cents: 1 }] }
  const ofPlan = { name: 'Prairie HMO', fees: [{ code: '36415', modifier: '', cents: 2 }] }
  expect(contractOf(ofPlan, ofPayer)?.name).toBe('Prairie HMO, Prairie')
  expect(contractOf({ ...ofPlan, fees: ofPayer.fees }, ofPayer)?.name).toBe('Prairie HMO')
  expect(contractOf({ ...ofPlan, fees: [] }, ofPayer)?.name).toBe('Prairie')
})
