import { expect, test } from 'vitest'
import { networkOf } from './network-of.ts'
import { answer, prairie, told } from './testing/visit.ts'

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

test('without a contract nobody knows the network: both values, and what is missing by name', () => {
  const price = told({ covers: [{ ...prairie, contract: null, answer: answer(twoNetworks) }] })
  expect(price.cents).toEqual({ low: 2500, high: 6000 })
  expect(price.missing.map(({ fact }) => fact)).toEqual(['copay', 'network'])
})

test('what is said of one network alone may not hold', () => {
  const open = { ...prairie, contract: null }
  const share = 'EB*1**30\nEB*A**98*****.3****Y\nEB*B**98***27*50*****N'
  // In the network 30 % of what nobody knows, else the copay.
  expect(told({ covers: [{ ...open, answer: answer(share) }] }).cents).toEqual({ low: 0, high: 6000 })
  const unpaid = 'EB*1**30\nEB*B**98***27*25\nEB*I***********N*HC:99213'
  expect(told({ covers: [{ ...open, answer: answer(unpaid) }] })).toMatchObject({
    cents: { low: 2500, high: 20_000 },
    missing: [{ fact: 'network' }],
  })
})

test('of what the payer said nothing outside its network, nobody pays less than inside', () => {
  const inside = answer('EB*1**30\nEB*B**98***27*25*****Y')
  const open = { ...prairie, contract: null, answer: inside }
  expect(told({ covers: [open] })).toMatchObject({ cents: { low: 2500, high: 20_000 } })
  expect(told({ covers: [{ ...open, saidOfNetwork: false }] }).cents).toEqual({ low: 2500, high: 20_000 })
  expect(told({ covers: [{ ...open, saidOfNetwork: true }] }).cents).toEqual({ low: 2500, high: 2500 })
})
