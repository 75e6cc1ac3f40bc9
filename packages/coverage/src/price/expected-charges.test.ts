import { expect, test } from 'vitest'
import { expectedCharges } from './expected-charges.ts'
import type { PriceFacts, PriceList } from './facts.ts'
import { priceOf } from './price-of.ts'

function list(fees: Readonly<Record<string, number>>): PriceList {
  return { name: 'List', fees: Object.entries(fees).map(([code, cents]) => ({ code, modifier: '', cents })) }
}

const facts: PriceFacts = {
  date: '2026-12-08',
  cause: 'illness',
  pays: 'self-pay',
  services: ['99213', '36415', '80053'].map((code) => ({ code, modifiers: [], units: 1 })),
  serviceTypes: [],
  place: null,
  charges: list({ '99213': 20_000, '36415': 1500, '80053': 3333 }),
  selfPay: null,
  sliding: null,
  covers: [],
  isOrderSure: true,
}

test.each([
  ['by charges', {}, [20_000, 1500, 3333]],
  ['by the list for those who pay alone', { selfPay: list({ '99213': 9000 }) }, [9000, 1500, 3333]],
  [
    'by the list where a step of the scale asks for more',
    { selfPay: list({ '99213': 9000 }), sliding: { paysBasisPoints: 9000 } },
    [9000, 1500, 3333],
  ],
  ['by a step of the scale', { sliding: { paysCents: 2500 } }, [2013, 151, 336]],
] as const)('%s, line by line what is owed in all', (_, more, expected) => {
  const one = { ...facts, ...more }
  const owed = priceOf(one).cents?.high ?? -1
  const cents = expectedCharges(one, owed)
  expect(cents).toEqual(expected)
  expect(cents.reduce((sum, each) => sum + each, 0)).toBe(owed)
})
