import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEligibilities } from '../benefits/read-eligibility.ts'
import { visitBenefits } from '../benefits/visit-benefits.ts'
import { answerWith } from '../testing.ts'
import { owe, sumOf } from './owe.ts'
import type { Charge, Owing } from './owing.ts'
import { type Range, type ServiceTerms, type Terms, termsOf } from './terms.ts'

const office: Charge = { code: '99213', units: 1, chargedCents: 20_000, allowedCents: 12_000, isCovered: true }

function termsFrom(body: string, serviceTypes = ['98']): Terms {
  const [found] = readEligibilities(answerWith(body), { serviceDate: '2026-11-24', serviceTypes })
  if (!found) throw new Error('nobody in it')
  return termsOf('Prairie', visitBenefits(found, { serviceTypes, isInNetwork: true, place: '11', date: '2026-11-24' }))
}

const told = (owing: Partial<Owing>) => {
  const { cents, low, missing } = owe({ charges: [office], payers: [], discount: null, paidCents: 0, ...owing })
  const steps = low.map(({ kind, cents: amount, moves }) => `${moves ? '' : '  '}${kind} ${amount}`)
  return { cents, steps, missing }
}

describe('by hand', () => {
  test('an office visit with a copay is the copay', () => {
    const payers = [termsFrom('EB*1**30\nEB*B**98***27*30*****Y\nEB*C*IND*30***29*500*****Y')]
    expect(told({ payers })).toEqual({
      cents: { low: 3000, high: 3000 },
      steps: ['charge 20000', 'contract -8000', '  copay 3000', 'payer -9000'],
      missing: [],
    })
  })

  describe('a copay said of the service beside a share and a deductible of the whole plan', () => {
    const service = 'EB*1**30\nEB*B*IND*98***27*25*****Y'
    const plan = 'EB*A*IND*30***27**.2****Y\nEB*C*IND*30***29*500*****Y'
    const owed = (body: string) => told({ payers: [termsFrom(body)] })

    test('stands in for both: it is what the patient pays', () => {
      expect(owed(`${service}\n${plan}`)).toMatchObject({ cents: { low: 2500, high: 2500 }, missing: [] })
      // Nothing beside it, said of the service, is the same said once more.
      const none = 'EB*A*IND*98*****0****Y\nEB*C*IND*98****0*****Y'
      expect(owed(`${service}\n${plan}\n${none}`)).toMatchObject({ cents: { low: 2500, high: 2500 }, missing: [] })
    })

    test('a share of that service is paid besides, after the deductible', () => {
      const share = 'EB*A*IND*98*****.1****Y'
      // 25.00, 50.00 of deductible, and 10 % of the other 45.00.
      const left = 'EB*C*IND*30***29*50*****Y'
      expect(owed(`${service}\n${share}\n${left}`).cents).toEqual({ low: 7950, high: 7950 })
      expect(owed(`${service}\n${share}\n${plan}`).cents).toEqual({ low: 12_000, high: 12_000 })
    })

    test('a deductible of that service is paid besides, and the share of the plan is not', () => {
      expect(owed(`${service}\n${plan}\nEB*C*IND*98***29*40*****Y`).cents).toEqual({ low: 6500, high: 6500 })
      expect(owed(`${service}\n${plan}\nEB*C*IND*98***23*40*****Y\nEB*C*IND*98***29*0*****Y`).cents).toEqual({
        low: 2500,
        high: 2500,
      })
    })

    test('a copay of nothing may say no more than that: up to the share of the plan, which is named', () => {
      expect(owed(`EB*1**30\nEB*B*IND*98***27*0*****Y\n${plan}`)).toMatchObject({
        cents: { low: 0, high: 12_000 },
        missing: ['coinsurance'],
      })
      expect(owed('EB*1**30\nEB*B*IND*98***27*0*****Y')).toMatchObject({ cents: { low: 0, high: 0 }, missing: [] })
    })

    test('a copay of the other network or of another place stands in for nothing', () => {
      const cents = (copay: string) => owed(`EB*1**30\n${copay}\nEB*A*IND*30***27**.2****Y`).cents
      expect(cents('EB*B*IND*98***27*25*****N')).toEqual({ low: 2400, high: 2400 })
      expect(cents('EB*B*IND*98***27*25*****Y\nIII*ZZ*02')).toEqual({ low: 2400, high: 2400 })
    })
  })

  test('deductible first, then coinsurance, of what the contract allows', () => {
    const payers = [termsFrom('EB*1**30\nEB*A**98*****.2****Y\nEB*C*IND*30***29*50*****Y')]
    expect(told({ payers })).toEqual({
      // 50.00 and 20 % of the other 70.00.
      cents: { low: 6400, high: 6400 },
      steps: ['charge 20000', 'contract -8000', '  deductible 5000', '  coinsurance 1400', 'payer -5600'],
      missing: [],
    })
  })

  test('never more than what is left until the maximum of person or family', () => {
    const body =
      'EB*1**30\nEB*A**98*****.2****Y\nEB*C*IND*30***29*50*****Y\nEB*G*IND*30***29*900*****Y\nEB*G*FAM*30***29*20*****Y'
    expect(told({ payers: [termsFrom(body)] })).toMatchObject({ cents: { low: 2000, high: 2000 } })
  })

  test('how much of the deductible is left was not said: from nothing to all of it, and that is named', () => {
    const payers = [termsFrom('EB*1**30\nEB*A**98*****.2****Y\nEB*C*IND*30***23*1500*****Y')]
    expect(told({ payers })).toMatchObject({ cents: { low: 2400, high: 12_000 }, missing: ['deductible-left'] })
  })

  describe('what was paid so far this year (EB06 24)', () => {
    const share = 'EB*1**30\nEB*A**98*****.2****Y'
    const year = 'EB*C*IND*30***23*1500*****Y'
    const owed = (body: string) => told({ payers: [termsFrom(`${share}\n${body}`)] })

    test('leaves the rest of the deductible', () => {
      // 50.00 and 20 % of the other 70.00.
      expect(owed(`${year}\nEB*C*IND*30***24*1450*****Y`)).toMatchObject({
        cents: { low: 6400, high: 6400 },
        missing: [],
      })
    })

    test('as much as there is, or more, is a deductible that is met: the share alone', () => {
      for (const paid of ['1500', '1600'])
        expect(owed(`${year}\nEB*C*IND*30***24*${paid}*****Y`)).toMatchObject({
          cents: { low: 2400, high: 2400 },
          missing: [],
        })
    })

    test('leaves the rest of the maximum', () => {
      const most = 'EB*G*IND*30***23*5000*****Y\nEB*G*IND*30***24*4990*****Y'
      expect(owed(most)).toMatchObject({ cents: { low: 1000, high: 1000 }, missing: [] })
    })

    test('what is left is said otherwise: either may be so, and that is named', () => {
      expect(owed(`${year}\nEB*C*IND*30***24*1450*****Y\nEB*C*IND*30***29*20*****Y`)).toMatchObject({
        cents: { low: 4000, high: 6400 },
        missing: ['deductible-left'],
      })
    })

    test('alone it says that there is a deductible, of an amount that nobody said', () => {
      expect(owed('EB*C*IND*30***24*1450*****Y')).toMatchObject({
        cents: { low: 2400, high: 12_000 },
        missing: ['deductible-left'],
      })
    })
  })

  test('two copays, and the payer did not say which applies', () => {
    const payers = [termsFrom('EB*1**30\nEB*B**98***27*30*****Y\nEB*B**98***27*45*****Y')]
    expect(told({ payers })).toMatchObject({ cents: { low: 3000, high: 4500 }, missing: ['copay'] })
  })

  test('the payer said that the plan holds and nothing of what it pays', () => {
    expect(told({ payers: [termsFrom('EB*1**30')] })).toMatchObject({
      cents: { low: 0, high: 12_000 },
      missing: ['coinsurance'],
    })
  })

  test('a service the plan does not pay for is the patient’s, at the charge', () => {
    expect(told({ payers: [termsFrom('EB*1**30\nEB*I**98')] }).cents).toEqual({ low: 20_000, high: 20_000 })
    const extra: Charge = { ...office, code: '97810', chargedCents: 9000, allowedCents: null, isCovered: false }
    const payers = [termsFrom('EB*1**30\nEB*B**98***27*30*****Y')]
    expect(told({ charges: [office, extra], payers }).cents).toEqual({ low: 12_000, high: 12_000 })
  })

  test('the second payer takes what the first left, up to its own benefit', () => {
    const first = termsFrom('EB*1**30\nEB*A**98*****.2****Y')
    const second = { ...termsFrom('EB*1**30\nEB*B**98***27*10*****Y'), payer: 'Summit' }
    expect(told({ payers: [first, second] }).cents).toEqual({ low: 0, high: 0 })
    const strict = { ...second, coordination: 'non-duplication' } as const
    // Summit alone would pay 110.00; Prairie paid 96.00; so it adds 14.00 of the 24.00.
    expect(told({ payers: [first, strict] }).cents).toEqual({ low: 1000, high: 1000 })
  })

  test('nobody knows what the contract allows: a share of it is a range, a copay is not', () => {
    const unknown = { ...office, allowedCents: null }
    const share = termsFrom('EB*1**30\nEB*A**98*****.2****Y')
    expect(told({ charges: [unknown], payers: [share] })).toMatchObject({
      cents: { low: 0, high: 4000 },
      missing: ['allowed-amount'],
    })
    const copay = termsFrom('EB*1**30\nEB*B**98***27*30*****Y')
    expect(told({ charges: [unknown], payers: [copay] })).toMatchObject({
      cents: { low: 3000, high: 3000 },
      missing: [],
    })
    const both = termsFrom('EB*1**30\nEB*B**98***27*30*****Y\nEB*A**98*****.2****Y')
    expect(told({ charges: [unknown], payers: [both] })).toMatchObject({
      cents: { low: 3000, high: 6400 },
      missing: ['allowed-amount'],
    })
  })

  test('the first payer covers nothing: the contract of the second holds', () => {
    const first = termsFrom('EB*1**30\nEB*I**98')
    const second = { ...termsFrom('EB*1**30\nEB*B**98***27*20*****Y'), payer: 'Summit' }
    expect(told({ payers: [first, second] })).toMatchObject({
      cents: { low: 2000, high: 2000 },
      steps: ['charge 20000', 'contract -8000', '  not-covered 12000', '  copay 2000', 'payer -10000'],
    })
  })

  test('what the second payer tells apart is one for the first, with one copay', () => {
    const lab: Charge = { ...office, code: '80053', chargedCents: 9000, allowedCents: 5000 }
    const first = termsFrom('EB*1**30\nEB*B**98***27*30*****Y')
    const share = termsFrom('EB*1**30\nEB*A**98*****1****Y')
    const second = { ...share, payer: 'Summit', others: [{ ...share, codes: ['80053'] }] }
    expect(told({ charges: [office, lab], payers: [first, second] }).cents).toEqual({ low: 3000, high: 3000 })
  })

  test('more of the deductible is left than there is of it: either may be meant, and that is named', () => {
    const payers = [termsFrom('EB*1**30\nEB*A**98*****.2****Y\nEB*C*IND*30***23*20*****Y\nEB*C*IND*30***29*50*****Y')]
    expect(told({ payers })).toMatchObject({ cents: { low: 4000, high: 6400 }, missing: ['deductible-left'] })
  })

  test.each([-1, 10_001, Number.NaN])('a share of %d in 10,000 is refused', (paysBasisPoints) => {
    expect(() => told({ discount: { kind: 'self-pay', paysBasisPoints } })).toThrow(RangeError)
  })

  test('an amount below nothing is refused', () => {
    expect(() => told({ discount: { kind: 'sliding-scale', paysCents: -1 } })).toThrow(RangeError)
  })

  test('without a plan: the discount, the sliding scale, what was paid before', () => {
    expect(told({ discount: { kind: 'self-pay', paysBasisPoints: 6000 } }).cents.low).toBe(12_000)
    expect(told({ discount: { kind: 'sliding-scale', paysCents: 2500 }, paidCents: 1000 })).toMatchObject({
      cents: { low: 1500, high: 1500 },
      steps: ['charge 20000', 'discount -17500', 'paid -1000'],
    })
    expect(told({ paidCents: 99_999 }).cents).toEqual({ low: 0, high: 0 })
  })
})

const cents = fc.integer({ min: 0, max: 500_000 })
const range = (most: number) =>
  fc
    .tuple(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: most }))
    .map(([a, b]): Range => ({ low: Math.min(a, b), high: Math.max(a, b) }))
const charge: fc.Arbitrary<Charge> = fc.record({
  code: fc.constantFrom('99213', '36415'),
  units: fc.constant(1),
  chargedCents: cents,
  allowedCents: fc.option(cents),
  isCovered: fc.boolean(),
})
const serviceTerms = {
  isCovered: fc.boolean(),
  copay: range(20_000),
  coinsurance: range(10_000),
  deductibleLeft: range(300_000),
  isCopayOnly: fc.boolean(),
}
const terms: fc.Arbitrary<Terms> = fc.record({
  payer: fc.constantFrom('A', 'B'),
  ...serviceTerms,
  others: fc.array(fc.record({ ...serviceTerms, codes: fc.constant(['36415']) }), { maxLength: 1 }),
  outOfPocketLeft: fc.option(range(900_000)),
  coordination: fc.constantFrom('standard', 'non-duplication'),
  missing: fc.constant([]),
})
const owings: fc.Arbitrary<Owing> = fc.record({
  charges: fc.array(charge, { minLength: 1, maxLength: 4 }),
  payers: fc.array(terms, { maxLength: 3 }),
  discount: fc.option(
    fc.oneof(
      fc.record({ kind: fc.constant('self-pay' as const), paysBasisPoints: fc.integer({ min: 0, max: 10_000 }) }),
      fc.record({ kind: fc.constant('sliding-scale' as const), paysCents: cents }),
    ),
  ),
  paidCents: cents,
})

describe('always', () => {
  test('the lines add up to what is owed, which is whole cents between nothing and the charge', () => {
    fc.assert(
      fc.property(owings, (owing) => {
        const charged = owing.charges.reduce((sum, one) => sum + one.chargedCents, 0)
        const { cents: owed, low, high } = owe(owing)
        expect([sumOf(low), sumOf(high)]).toEqual([owed.low, owed.high])
        for (const end of [owed.low, owed.high]) {
          expect(Number.isSafeInteger(end)).toBe(true)
          expect(end).toBeGreaterThanOrEqual(0)
          expect(end).toBeLessThanOrEqual(charged)
        }
        expect(owed.low).toBeLessThanOrEqual(owed.high)
      }),
      { numRuns: 2000 },
    )
  })

  test('what is known exactly has one end', () => {
    const exact = ({ low }: Range): Range => ({ low, high: low })
    fc.assert(
      fc.property(owings, (owing) => {
        const exactTerms = <T extends ServiceTerms>(one: T): T => ({
          ...one,
          copay: exact(one.copay),
          coinsurance: exact(one.coinsurance),
          deductibleLeft: exact(one.deductibleLeft),
        })
        const payers = owing.payers.map((one) => ({
          ...exactTerms(one),
          others: (one.others ?? []).map(exactTerms),
          outOfPocketLeft: one.outOfPocketLeft && exact(one.outOfPocketLeft),
        }))
        const charges = owing.charges.map((one) => ({ ...one, allowedCents: one.allowedCents ?? one.chargedCents }))
        const { low, high } = owe({ ...owing, charges, payers })
        expect(low).toEqual(high)
      }),
    )
  })

  test('whatever a contract turns out to allow, what is owed lies within the range', () => {
    fc.assert(
      fc.property(
        owings,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
        (owing, shares) => {
          fc.pre(owing.payers.length < 2)
          const { cents: bounds } = owe(owing)
          // No contract is known to allow less than the copay that goes with it, and no copay here is higher.
          const charges = owing.charges.map((one, at) => {
            const least = Math.min(one.chargedCents, 20_000)
            const allowed = Math.round(least + (one.chargedCents - least) * (shares[at] ?? 0))
            return { ...one, allowedCents: one.allowedCents ?? allowed }
          })
          const { cents: owed } = owe({ ...owing, charges })
          expect(owed.high).toBeLessThanOrEqual(bounds.high)
          expect(owed.low).toBeGreaterThanOrEqual(bounds.low)
        },
      ),
    )
  })

  test('more cover never costs more, and more that was paid never leaves more', () => {
    fc.assert(
      fc.property(owings, terms, cents, (owing, another, more) => {
        fc.pre(owing.payers.length > 0)
        const before = owe(owing).cents.high
        expect(owe({ ...owing, payers: [...owing.payers, another] }).cents.high).toBeLessThanOrEqual(before)
        expect(owe({ ...owing, paidCents: owing.paidCents + more }).cents.high).toBeLessThanOrEqual(before)
      }),
    )
  })
})
