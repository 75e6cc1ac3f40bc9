import { expect, test } from 'vitest'
import { sumOf } from './owe.ts'
import type { Charge, Owing } from './owing.ts'
import { oweBetween } from './owe-between.ts'
import type { Terms } from './terms.ts'

const office: Charge = { code: '99213', units: 1, chargedCents: 20_000, allowedCents: 12_000, isCovered: true }
const exactly = (value: number) => ({ low: value, high: value })

function terms(copay: number, more: Partial<Terms> = {}): Terms {
  return {
    payer: 'Prairie',
    isCovered: true,
    copay: exactly(copay),
    coinsurance: exactly(0),
    deductibleLeft: exactly(0),
    outOfPocketLeft: null,
    isCopayOnly: true,
    coordination: 'standard',
    missing: [],
    ...more,
  }
}

function owing(...payers: readonly Terms[]): Owing {
  return { charges: [office], payers, discount: null, paidCents: 0 }
}

test('one case is that case', () => {
  expect(oweBetween([owing(terms(3000))]).cents).toEqual({ low: 3000, high: 3000 })
})

test('a plan that may not be active: between the copay and all that is charged, each with its own lines', () => {
  const active = owing(terms(3000, { missing: ['active'] }))
  const owed = oweBetween([active, owing()])
  expect(owed.cents).toEqual({ low: 3000, high: 20_000 })
  expect([sumOf(owed.low), sumOf(owed.high)]).toEqual([3000, 20_000])
  expect(owed.missing).toEqual(['active'])
})

test('the lower case may come last', () => {
  expect(oweBetween([owing(), owing(terms(3000))]).cents).toEqual({ low: 3000, high: 20_000 })
})
