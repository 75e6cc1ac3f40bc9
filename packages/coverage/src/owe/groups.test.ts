import { expect, test } from 'vitest'
import { allowances, groupsOf } from './groups.ts'
import type { Terms } from './terms.ts'

const exactly = (value: number) => ({ low: value, high: value })
const shares = { isCovered: true, copay: exactly(2500), deductibleLeft: exactly(50_000), isCopayOnly: false }

/** A plan that tells so many codes apart, each with a share of its own. */
function planWith(codes: readonly string[]): Terms {
  const others = codes.map((code, at) => ({ ...shares, codes: [code], coinsurance: exactly(1000 * at) }))
  return {
    ...shares,
    payer: 'Prairie',
    coinsurance: exactly(500),
    outOfPocketLeft: null,
    coordination: 'standard',
    others,
    missing: [],
  }
}

test.each([1, 2, 3, 4, 5])(
  'what may be allowed for %d kinds of services is looked at in a few hundred ways at most',
  (many) => {
    const codes = Array.from({ length: many }, (_, at) => `9921${at}`)
    const charges = codes.map((code) => ({ code, units: 1, chargedCents: 90_000, allowedCents: null, isCovered: true }))
    const plan = planWith(codes)
    const waysOf = (payers: readonly Terms[]): number =>
      groupsOf({ charges, payers }).reduce((ways, group) => ways * allowances(group, payers, 'low', many).length, 1)
    expect(groupsOf({ charges, payers: [plan, plan] })).toHaveLength(many)
    expect(waysOf([plan, plan])).toBeLessThanOrEqual(400)
    expect(waysOf([plan, plan])).toBeGreaterThanOrEqual(3 ** many)
    // Of two of which one pays for nothing the two ends are enough.
    expect(waysOf([{ ...plan, isCovered: false }, plan])).toBe(2 ** many)
  },
)
