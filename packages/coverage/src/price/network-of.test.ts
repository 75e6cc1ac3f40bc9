import { expect, test } from 'vitest'
import { networkOf } from './network-of.ts'
import { answer, prairie, told } from './testing.ts'

const twoNetworks = 'EB*1**30\nEB*B**98***27*25*****Y\nEB*B**98***27*60*****N'

test('what was said of the plan goes before the contract, and before nothing', () => {
  expect([networkOf(null, true), networkOf(null, false)]).toEqual([true, null])
  expect([networkOf(false, true), networkOf(true, false)]).toEqual([false, true])
  const missing = (saidOfNetwork: boolean | null) =>
    told({ covers: [{ ...prairie, answer: answer(twoNetworks), contract: null, saidOfNetwork }] }).missing.map(
      ({ fact }) => fact,
    )
  expect(missing(null)).toContain('network')
  expect(missing(false)).not.toContain('network')
  expect(missing(true)).not.toContain('network')
})

test('without a contract nobody knows the network: both values, both facts by name', () => {
  const price = told({ covers: [{ ...prairie, contract: null, answer: answer(twoNetworks) }] })
  expect(price.cents).toEqual({ low: 2500, high: 6000 })
  expect(price.missing.map(({ fact }) => fact)).toEqual(['copay', 'network', 'allowed-amount'])
})
