import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Line, sumOf } from '../owe/owe.ts'
import { chargeAlone } from './alone.ts'
import { expectedCharges } from './expected-charges.ts'
import type { Price, PriceFacts, Service } from './facts.ts'
import { feeOf } from './fee-of.ts'
import { priceOf } from './price-of.ts'
import { anyFacts, known } from './testing/generated.ts'

const total = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0)
const runs = { numRuns: 300 }

function priced(facts: PriceFacts): Price & { readonly cents: NonNullable<Price['cents']> } {
  const price = priceOf(facts)
  if (price.cents === null) throw new Error('no price')
  return { ...price, cents: price.cents }
}

describe('whatever is known and left open', () => {
  test('the lines take from the charges, in whole cents, what leaves either end, which is between nothing and the charges', () => {
    let ranges = 0
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { pays, cents, low, high, missing } = priceOf(facts)
        if (cents === null) {
          expect(missing).not.toEqual([])
          return
        }
        const chargeOf = (one: Service) => (pays === 'self-pay' ? chargeAlone(facts, one) : feeOf(facts.charges, one))
        const charged = facts.services.map((one) => chargeOf(one) ?? -1)
        expect([sumOf(low), sumOf(high)]).toEqual([cents.low, cents.high])
        expect(0 <= cents.low && cents.low <= cents.high && cents.high <= total(charged)).toBe(true)
        if (cents.low < cents.high) ranges += 1
        for (const lines of [low, high]) {
          expect(lines.filter(({ kind }) => kind === 'charge').map((one) => one.cents)).toEqual(charged)
          expect(lines.filter(({ kind }) => kind !== 'charge').filter(isWrong)).toEqual([])
        }
      }),
      { numRuns: 1000 },
    )
    expect(ranges).toBeGreaterThan(100)
  })

  test('a range says by name what is missing', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { cents, missing } = priceOf(facts)
        if (cents?.low !== cents?.high) expect(missing).not.toEqual([])
      }),
      runs,
    )
  })
})

/** What moves the sum takes from the charge; parts of a share are above nothing, but for what is over the maximum. */
function isWrong({ cents, moves, kind }: Line): boolean {
  return !Number.isSafeInteger(cents) || (moves || kind === 'maximum' ? cents >= 0 : cents <= 0)
}

describe('where everything is known', () => {
  test('the price is one, and nothing is missing', () => {
    fc.assert(
      fc.property(known({ most: 3 }), ({ facts }) => {
        const { cents, missing } = priced(facts)
        expect(missing).toEqual([])
        expect(cents.low).toBe(cents.high)
      }),
      runs,
    )
  })

  test('it is not above what the first plan that pays for each service allows, and the charge of what none pays for', () => {
    fc.assert(
      fc.property(known({ most: 3 }), ({ facts, plans }) => {
        const most = facts.services.map((one) => {
          const at = plans.findIndex(({ notPaid }) => notPaid !== one.code)
          const charge = feeOf(facts.charges, one) ?? -1
          return Math.min(charge, feeOf(facts.covers[at]?.contract ?? null, one) ?? Infinity)
        })
        expect(priced(facts).cents.high).toBeLessThanOrEqual(total(most))
      }),
      runs,
    )
  })

  test('with one plan it is the parts of its share and the charge of what it does not pay for; the plan pays the rest of what is allowed', () => {
    fc.assert(
      fc.property(known({ most: 1 }), ({ facts, plans: [plan] }) => {
        const { low, cents } = priced(facts)
        const [unpaid, paid] = [true, false].map((is) =>
          facts.services.filter((one) => (plan.notPaid === one.code) === is),
        )
        const charge = (one: Service): number => feeOf(facts.charges, one) ?? -1
        const allowed = (one: Service): number =>
          Math.min(charge(one), feeOf(facts.covers[0]?.contract ?? null, one) ?? -1)
        const share = total(low.filter(({ moves }) => !moves).map((one) => one.cents))
        const pays = -total(low.filter(({ kind }) => kind === 'payer').map((one) => one.cents))
        expect(share + total((unpaid ?? []).map(charge))).toBe(cents.low)
        expect(share + pays).toBe(total((paid ?? []).map(allowed)))
      }),
      runs,
    )
  })

  test('a Qualified Medicare Beneficiary owes what no plan pays for and nothing else, whichever of them says so', () => {
    const withOne = known({ most: 3 }).filter(({ plans }) => plans.some(({ isQmb }) => isQmb))
    fc.assert(
      fc.property(withOne, ({ facts, plans }) => {
        const unpaid = facts.services.filter((one) => plans.every(({ notPaid }) => notPaid === one.code))
        const owed = total(unpaid.map((one) => feeOf(facts.charges, one) ?? -1))
        expect(priced(facts).cents).toEqual({ low: owed, high: owed })
      }),
      { numRuns: 100 },
    )
  })

  test('an order of plans that nobody knows is all of them, and no more', () => {
    fc.assert(
      fc.property(known({ least: 2, most: 3 }), ({ facts }) => {
        const [first, second, third] = facts.covers
        const orders = [
          [first, second, third],
          [first, third, second],
          [second, first, third],
          [second, third, first],
          [third, first, second],
          [third, second, first],
        ].map((order) => order.filter((one) => one !== undefined))
        const each = orders.map((covers) => priced({ ...facts, covers }).cents.low)
        const { cents } = priced({ ...facts, isOrderSure: false })
        expect(cents).toEqual({ low: Math.min(...each), high: Math.max(...each) })
      }),
      runs,
    )
  })

  test('services in another order cost the same, but for whose share the deductible comes before', () => {
    const shuffled = known({ most: 1 }).chain((of) =>
      fc.tuple(fc.constant(of), fc.shuffledSubarray([...of.facts.services], { minLength: of.facts.services.length })),
    )
    fc.assert(
      fc.property(
        shuffled,
        ([
          {
            facts,
            plans: [plan],
          },
          services,
        ]) => {
          const differs = Math.abs(priced(facts).cents.low - priced({ ...facts, services }).cents.low)
          const [visit, lab] = [plan.share ?? 0, plan.labShare ?? 0]
          // Of each dollar of it, one share is not paid instead of the other; a cent of each may be rounded.
          const explained = Math.abs(visit - lab) * (plan.deductible?.[1] ?? 0)
          expect(differs).toBeLessThanOrEqual(explained === 0 ? 0 : explained + 2)
        },
      ),
      runs,
    )
  })
})

test('neither a list for those who pay alone nor a step of the scale ever raises what they pay, and each charge of it adds up', () => {
  fc.assert(
    fc.property(anyFacts, (of) => {
      const facts = { ...of, pays: 'self-pay' } as const
      const owed = (more: Partial<PriceFacts>) => priceOf({ ...facts, ...more }).cents?.high ?? Infinity
      const bare = owed({ sliding: null, selfPay: null })
      expect(owed({ sliding: null })).toBeLessThanOrEqual(bare)
      expect(owed({ selfPay: null })).toBeLessThanOrEqual(bare)
      expect(owed({})).toBeLessThanOrEqual(Math.min(owed({ sliding: null }), owed({ selfPay: null })))
      const { cents } = priceOf(facts)
      if (cents) expect(total(expectedCharges(facts, cents.high))).toBe(cents.high)
    }),
    runs,
  )
})
