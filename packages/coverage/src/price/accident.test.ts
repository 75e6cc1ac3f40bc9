import { describe, expect, test } from 'vitest'
import { sumOf } from '../owe/owe.ts'
import type { Cover } from './facts.ts'
import { answer, prairie, told } from './testing/visit.ts'

describe('an accident', () => {
  const insurer: Cover = {
    ...prairie,
    coverageId: 'c-9',
    payer: 'Comp Mutual',
    paysFor: 'work',
    answer: null,
    contract: null,
  }
  const car: Cover = { ...insurer, payer: 'Car Mutual', paysFor: 'auto' }

  test('at work: the patient owes nothing while the case is open, with or without a plan, and that is said', () => {
    for (const covers of [[insurer], [insurer, prairie]]) {
      const price = told({ cause: 'work', covers })
      expect(price).toMatchObject({ pays: 'insured', cents: { low: 0, high: 0 }, missing: [], used: ['c-9'] })
      expect(price.low).toContainEqual({ kind: 'work-case', moves: true, cents: -20_000, of: 'Comp Mutual' })
      expect(sumOf(price.high)).toBe(0)
    }
    const { leftOut } = told({ cause: 'work', covers: [insurer, prairie], isOrderSure: false })
    expect(leftOut).toEqual([{ coverageId: 'c-1', payer: 'Prairie', because: 'work-pays' }])
  })

  test('on the road: nothing up to what the policy pays, which nobody knows', () => {
    const missing = [{ fact: 'accident-limit', coverageId: 'c-9', payer: 'Car Mutual', codes: [] }]
    expect(told({ cause: 'auto', covers: [car] })).toMatchObject({ cents: { low: 0, high: 20_000 }, missing })
    expect(told({ cause: 'auto', covers: [car, prairie] })).toMatchObject({ cents: { low: 0, high: 2500 }, missing })
    // What the plan allows is asked of the plan, not of the insurer of the car.
    const unpriced = { ...prairie, contract: null, answer: answer('EB*1**30\nEB*A**98*****.5****Y') }
    expect(told({ cause: 'auto', covers: [car, unpriced] }).missing).toContainEqual(
      expect.objectContaining({ fact: 'allowed-amount', payer: 'Prairie' }),
    )
  })

  test('which plan pays after the insurer is not known: it goes first in every order', () => {
    const covers = [car, prairie, { ...prairie, coverageId: 'c-2', answer: answer('EB*1**30\nEB*A**98*****.5****Y') }]
    const price = told({ cause: 'auto', covers, isOrderSure: false })
    expect(price.missing.map(({ fact }) => fact)).toEqual(['accident-limit', 'order-of-payers'])
    expect(told({ cause: 'auto', covers: [car, prairie], isOrderSure: false }).missing).toHaveLength(1)
  })

  test('of another cause it is not counted', () => {
    for (const cause of ['illness', 'auto', 'other-accident'] as const)
      expect(told({ cause, covers: [insurer, prairie] })).toMatchObject({
        cents: { low: 2500, high: 2500 },
        leftOut: [{ because: 'not-health' }],
      })
  })
})
