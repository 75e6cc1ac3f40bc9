import { describe, expect, test } from 'vitest'
import { visitBenefits } from '../benefits/visit-benefits.ts'
import { copaySaid } from '../card/copay-said.ts'
import { sumOf } from '../owe/owe.ts'
import type { Cover, PriceFacts } from './facts.ts'
import { answer, copay, list, prairie, told, visit } from './testing/visit.ts'

describe('with a plan', () => {
  test('a copay, from charge to copay in lines that add up', () => {
    const price = told({})
    expect(price).toMatchObject({ pays: 'insured', cents: { low: 2500, high: 2500 }, missing: [], used: ['c-1'] })
    expect(price.low.filter(({ moves }) => moves).map(({ kind, cents }) => [kind, cents])).toEqual([
      ['charge', 20_000],
      ['contract', -8000],
      ['payer', -9500],
    ])
    expect(sumOf(price.low)).toBe(2500)
  })

  test('a copay of the visit beside a share and a deductible of the plan is the copay, as the card says', () => {
    const answered = answer(
      'EB*1**30\nEB*B*IND*98***27*25*****Y\nEB*A*IND*30***27**.2****Y\nEB*C*IND*30***29*500*****Y',
    )
    const price = told({ covers: [{ ...prairie, answer: answered }] })
    expect(price).toMatchObject({ cents: { low: 2500, high: 2500 }, missing: [] })
    const asked = { serviceTypes: ['98'], date: answered.state.on }
    const card = copaySaid(visitBenefits(answered, { ...asked, isInNetwork: true, place: '11' }))
    expect(card).toMatchObject({ lowCents: price.cents?.low, highCents: price.cents?.high })
  })

  test('nobody asked the payer: between nothing and all of it, and that is what is missing', () => {
    const price = told({ covers: [{ ...prairie, answer: null }] })
    expect(price.cents).toEqual({ low: 0, high: 20_000 })
    expect(price.missing).toEqual([{ fact: 'answer', coverageId: 'c-1', payer: 'Prairie', codes: [] }])
  })

  test('an answer for another month without dates is not sure for this one', () => {
    const price = told({ covers: [{ ...prairie, answer: answer(copay, '2026-11-24') }] })
    expect(price.cents).toEqual({ low: 2500, high: 20_000 })
    expect(price.missing.map(({ fact }) => fact)).toEqual(['active'])
  })

  test('a plan that may be over: the patient may pay alone, by the scale', () => {
    const covers = [{ ...prairie, answer: answer(copay, '2026-11-24') }]
    expect(told({ covers, sliding: { paysCents: 1000 } }).cents).toEqual({ low: 1000, high: 20_000 })
    expect(told({ sliding: { paysCents: 1000 } }).cents).toEqual({ low: 2500, high: 2500 })
  })

  test('a plan that nobody asked may hold by its contract and pay nothing, and for another service not at all', () => {
    const services = [...visit.services, { code: '36415', modifiers: [], units: 1 }]
    const unasked = { ...prairie, answer: null, contract: list('Prairie 2026', { '99213': 12_000, '36415': 1000 }) }
    const half = answer('EB*1**30\nEB*A**98*****.5****Y\nEB*I************HC:36415')
    const second = { ...prairie, coverageId: 'c-2', answer: half, contract: list('Summit 2026', { '99213': 8000 }) }
    // Half of 120.00, and 15.00 that none pays for.
    expect(told({ services, covers: [unasked, second] }).cents).toEqual({ low: 0, high: 7500 })
  })

  test('either of two plans may be over: also by the contract of the second alone', () => {
    const all = answer('EB*1**30\nEB*A**98*****1****Y', '2026-11-24')
    const second = { ...prairie, coverageId: 'c-2', answer: answer(copay, '2026-11-24') }
    const covers = [
      { ...prairie, answer: all },
      { ...second, contract: list('Summit 2026', { '99213': 1000 }) },
    ]
    expect(told({ covers }).cents).toEqual({ low: 1000, high: 20_000 })
  })

  test('without a contract one copay is that copay', () => {
    const price = told({ covers: [{ ...prairie, contract: null, saidOfNetwork: true }] })
    expect(price).toMatchObject({ cents: { low: 2500, high: 2500 }, missing: [] })
  })

  test('without a contract a share in percent is a range up to the share of the charge', () => {
    const share = answer('EB*1**30\nEB*A**98*****.2****Y')
    const price = told({ covers: [{ ...prairie, contract: null, saidOfNetwork: true, answer: share }] })
    expect(price.cents).toEqual({ low: 0, high: 4000 })
    expect(price.missing).toEqual([{ fact: 'allowed-amount', coverageId: 'c-1', payer: 'Prairie', codes: ['99213'] }])
  })

  test('the contract of the first plan that pays for it holds', () => {
    const nothing = { ...prairie, answer: answer('EB*1**30\nEB*I**98') }
    const summit: Cover = {
      ...prairie,
      coverageId: 'c-2',
      payer: 'Summit',
      answer: answer('EB*1**30\nEB*B**98***27*20*****Y'),
      contract: list('Summit 2026', { '99213': 11_000 }),
    }
    const price = told({ covers: [nothing, summit] })
    expect(price.cents).toEqual({ low: 2000, high: 2000 })
    expect(price.low.filter(({ kind }) => kind === 'contract').map(({ cents }) => cents)).toEqual([-9000])
  })

  test('who pays first is not known: the range is over both orders', () => {
    // The first pays by its own contract; the second takes what is left.
    const summit: Cover = {
      ...prairie,
      coverageId: 'c-2',
      payer: 'Summit',
      answer: answer('EB*1**30\nEB*A**98*****.5****Y'),
      contract: list('Summit 2026', { '99213': 10_000 }),
    }
    const sure = told({ covers: [prairie, summit] })
    const unsure = told({ covers: [prairie, summit], isOrderSure: false })
    const other = told({ covers: [summit, prairie] })
    const ends = [sure.cents?.low ?? -1, other.cents?.low ?? -1]
    expect(unsure.cents).toEqual({ low: Math.min(...ends), high: Math.max(...ends) })
    expect(unsure.missing.map(({ fact }) => fact)).toContain('order-of-payers')
    expect(sure.missing).toEqual([])
  })

  test('what the payer does not pay for is added whole', () => {
    const services = [...visit.services, { code: '36415', modifiers: [], units: 2 }]
    const covers = [{ ...prairie, answer: answer(`${copay}\nEB*I***********Y*HC:36415`) }]
    const price = told({ services, covers })
    expect(price.cents).toEqual({ low: 5500, high: 5500 })
  })

  test('a plan that is over by then, or is not for care, is left out, and the patient pays alone', () => {
    const ended = answer('EB*1**30\nDTP*349*D8*20261130')
    const reasons = (cover: Cover) => {
      const price = told({ covers: [cover] })
      return [price.pays, price.leftOut[0]?.because, price.cents?.high]
    }
    expect(reasons({ ...prairie, answer: ended })).toEqual(['self-pay', 'not-active', 20_000])
    expect(reasons({ ...prairie, until: '2026-12-07' })).toEqual(['self-pay', 'other-dates', 20_000])
    expect(reasons({ ...prairie, paysFor: 'other' })).toEqual(['self-pay', 'not-health', 20_000])
    expect(reasons({ ...prairie, until: '2026-12-08' })[0]).toBe('insured')
  })
})

describe('alone', () => {
  test('by the list for those who pay alone, by a step of the scale, or all of it', () => {
    const selfPay = list('Self-pay', { '99213': 9000 })
    const cents = (more: Partial<PriceFacts>) => told({ pays: 'self-pay', ...more }).cents
    expect(cents({})).toEqual({ low: 20_000, high: 20_000 })
    expect(cents({ selfPay })).toEqual({ low: 9000, high: 9000 })
    expect(cents({ selfPay, sliding: { paysCents: 2000 } })).toEqual({ low: 2000, high: 2000 })
    expect(cents({ sliding: { paysBasisPoints: 2500 } })).toEqual({ low: 5000, high: 5000 })
    // A step that asks for more than the list is none.
    expect(cents({ selfPay, sliding: { paysBasisPoints: 9000 } })).toEqual({ low: 9000, high: 9000 })
    // A code that the list for those who pay alone does not have costs what is charged.
    const services = [...visit.services, { code: '36415', modifiers: [], units: 1 }]
    const price = told({ pays: 'self-pay', selfPay, services })
    expect([price.cents?.low, sumOf(price.low)]).toEqual([10_500, 10_500])
  })

  test('without a price or a service nothing is guessed', () => {
    expect(told({ services: [] })).toMatchObject({ cents: null, missing: [{ fact: 'procedures' }] })
    const services = [{ code: '00000', modifiers: [], units: 1 }]
    expect(told({ services })).toMatchObject({ cents: null, missing: [{ fact: 'fee', codes: ['00000'] }] })
  })

  test('a price with the modifier goes before the one without', () => {
    const fees = [
      { code: '99213', modifier: '', cents: 20_000 },
      { code: '99213', modifier: '25', cents: 23_000 },
    ]
    const services = [{ code: '99213', modifiers: ['25'], units: 2 }]
    expect(told({ pays: 'self-pay', charges: { name: 'C', fees }, services }).cents?.low).toBe(46_000)
  })
})
