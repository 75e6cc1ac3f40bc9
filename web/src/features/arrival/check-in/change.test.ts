import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeOf } from './change.ts'
import { collectFault } from './collect-fault.ts'

test('change is what was handed over less the amount', () => {
  expect(changeOf(2500, 4000)).toEqual({ what: 'give-back', cents: 1500 })
  expect(changeOf(2500, 2500)).toEqual({ what: 'exact' })
  expect(changeOf(2500, 2000)).toEqual({ what: 'missing', cents: 500 })
  expect(changeOf(2500, null)).toBeNull()
})

test('amount and change always add up to what was handed over', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.nat(1_000_000), (amount, tendered) => {
      const change = changeOf(amount, tendered)
      const back = change?.what === 'give-back' ? change.cents : change?.what === 'missing' ? -change.cents : 0
      expect(amount + back).toBe(tendered)
    }),
  )
})

test('what keeps a payment from being sent', () => {
  const cash = { method: 'cash', amount: 2500, tendered: null, last4: '' } as const
  expect(collectFault(cash)).toBeNull()
  expect(collectFault({ ...cash, amount: null })).toMatchObject({ field: 'amount' })
  expect(collectFault({ ...cash, amount: 0 })).toMatchObject({ field: 'amount' })
  expect(collectFault({ ...cash, tendered: 2000 })).toEqual({
    field: 'tendered',
    word: 'fault_not-enough-cash',
    cents: 500,
  })
  expect(collectFault({ ...cash, method: 'card', tendered: 1, last4: '123' })).toMatchObject({ field: 'last4' })
  expect(collectFault({ ...cash, method: 'card', tendered: 1, last4: '1234' })).toBeNull()
})
