import { describe, expect, test } from 'vitest'
import { readEligibilities } from '../benefits/read-eligibility.ts'
import { visitBenefits } from '../benefits/visit-benefits.ts'
import { copaySaid } from '../card/copay-said.ts'
import { sumOf } from '../owe/owe.ts'
import { answerWith } from '../testing.ts'
import { activeOn } from './active-on.ts'
import type { Cover, PriceFacts, PriceList } from './facts.ts'
import { networkOf } from './network-of.ts'
import { priceOf } from './price-of.ts'

const date = '2026-12-08'

function answer(body: string, serviceDate = date) {
  const [found] = readEligibilities(answerWith(body), { serviceDate, serviceTypes: ['98'] })
  if (!found) throw new Error('nobody in it')
  return found
}

function list(name: string, fees: Readonly<Record<string, number>>): PriceList {
  return { name, fees: Object.entries(fees).map(([code, cents]) => ({ code, modifier: '', cents })) }
}

const copay = 'EB*1**30\nEB*B**98***27*25*****Y'
const twoNetworks = 'EB*1**30\nEB*B**98***27*25*****Y\nEB*B**98***27*60*****N'
const prairie: Cover = {
  coverageId: 'c-1',
  payer: 'Prairie',
  paysFor: 'care',
  saidOfNetwork: null,
  from: '2026-01-01',
  until: null,
  answer: answer(copay),
  contract: list('Prairie 2026', { '99213': 12_000 }),
}
const visit: PriceFacts = {
  date,
  cause: 'illness',
  pays: 'insured',
  services: [{ code: '99213', modifiers: [], units: 1 }],
  serviceTypes: ['98'],
  place: '11',
  charges: list('Charges 2026', { '99213': 20_000, '36415': 1500 }),
  selfPay: null,
  sliding: null,
  covers: [prairie],
  isOrderSure: true,
}
const told = (more: Partial<PriceFacts>) => priceOf({ ...visit, ...more })

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

  describe('a Qualified Medicare Beneficiary', () => {
    const medicare = 'EB*1**30*MB\nEB*A**98*****.2****Y\nEB*C*IND*30***23*257*****Y'
    const qmb = `${medicare}\nEB*1**30*QM`

    test('owes nothing for what is covered, and nothing is missing of it', () => {
      const price = told({ covers: [{ ...prairie, answer: answer(qmb) }] })
      expect(price).toMatchObject({ cents: { low: 0, high: 0 }, missing: [] })
      expect(told({ covers: [{ ...prairie, contract: null, answer: answer(qmb) }] }).cents).toEqual({ low: 0, high: 0 })
      expect(told({ covers: [{ ...prairie, answer: answer(medicare) }] }).cents?.high).toBe(12_000)
    })

    test('owes nothing where a later payer says so', () => {
      const later: Cover = { ...prairie, coverageId: 'c-2', payer: 'Medicaid', answer: answer('EB*1**30*QM') }
      const first = { ...prairie, answer: answer(medicare) }
      expect(told({ covers: [first, later] }).cents).toEqual({ low: 0, high: 0 })
    })

    describe('by a plan that itself does not pay for the visit', () => {
      const first = { ...prairie, answer: answer(medicare) }
      const later: Cover = { ...prairie, coverageId: 'c-2', payer: 'Medicaid', contract: null }
      const not = 'EB*1**30*QM\nEB*I**98'

      test('owes nothing of what the other one pays for, and all of what neither does', () => {
        const covers = [first, { ...later, answer: answer(not) }]
        expect(told({ covers })).toMatchObject({ cents: { low: 0, high: 0 }, missing: [] })
        expect(told({ covers: covers.toReversed() })).toMatchObject({ cents: { low: 0, high: 0 }, missing: [] })
        const neither = { ...first, answer: answer('EB*1**30*MB\nEB*I**98') }
        expect(told({ covers: [neither, { ...later, answer: answer(not) }] }).cents?.low).toBe(20_000)
      })

      test('which may be over by then: between nothing and the share', () => {
        const unsure = { ...later, answer: answer(not, '2026-11-24') }
        const price = told({ covers: [first, unsure] })
        expect(price.cents).toEqual({ low: 0, high: 12_000 })
        expect(price.missing).toContainEqual({ fact: 'active', coverageId: 'c-2', payer: 'Medicaid', codes: [] })
        const over = { ...later, until: '2026-11-30', answer: answer(not) }
        expect(told({ covers: [first, over] }).cents).toEqual(told({ covers: [first] }).cents)
      })
    })

    test('pays for what is not covered, and for a visit after it ended', () => {
      const not = answer(`${qmb}\nEB*I***********Y*HC:99213`)
      expect(told({ covers: [{ ...prairie, answer: not }] }).cents).toEqual({ low: 20_000, high: 20_000 })
      const until = answer(`${medicare}\nDTP*291*RD8*20260101-20261231\nEB*1**30*QM\nDTP*307*RD8*20260101-20261130`)
      expect(told({ covers: [{ ...prairie, answer: until }] }).cents?.high).toBe(12_000)
    })
  })

  describe('what is left of a year, by an answer of another one', () => {
    const share = 'EB*1**30\nEB*A**98*****.2****Y'
    const year = 'EB*C*IND*30***23*500*****Y'
    const dated = (from: string, until: string, body: string, on = '2026-11-24') =>
      answer(`DTP*291*RD8*${from}-${until}\n${body}`, on)
    const onDay = (day: string, answered: Cover['answer']) =>
      told({ date: day, covers: [{ ...prairie, answer: answered }] })

    test('holds for visits of that calendar year; in the next one anything of the whole may be left', () => {
      const answered = dated('20260101', '20271231', `${share}\n${year}\nEB*C*IND*30***29*0*****Y`)
      expect(onDay('2026-12-31', answered)).toMatchObject({ cents: { low: 2400, high: 2400 }, missing: [] })
      expect(onDay('2027-01-01', answered)).toMatchObject({
        cents: { low: 2400, high: 12_000 },
        missing: [{ fact: 'deductible-left', payer: 'Prairie' }],
      })
    })

    test('the plan has a year of its own: by its dates', () => {
      const answered = dated('20260701', '20270630', `${share}\n${year}\nEB*C*IND*30***29*0*****Y`)
      expect(onDay('2027-02-01', answered)).toMatchObject({ cents: { low: 2400, high: 2400 }, missing: [] })
      // Asked for before it began.
      const early = dated('20260701', '20270630', `${share}\n${year}\nEB*C*IND*30***29*0*****Y`, '2026-06-24')
      expect(onDay('2026-08-01', early).missing.map(({ fact }) => fact)).toContain('deductible-left')
    })

    test('a whole that was not said may be any', () => {
      const answered = dated('20260101', '20271231', `${share}\nEB*C*IND*30***29*0*****Y`)
      expect(onDay('2027-01-01', answered)).toMatchObject({
        cents: { low: 2400, high: 12_000 },
        missing: [{ fact: 'deductible-left' }],
      })
    })

    test('a maximum that was reached is not reached in the next one', () => {
      const most = 'EB*G*IND*30***23*5000*****Y\nEB*G*IND*30***29*0*****Y'
      const answered = dated('20260101', '99991231', `${share}\n${most}`)
      expect(onDay('2026-12-31', answered).cents).toEqual({ low: 0, high: 0 })
      expect(onDay('2027-01-01', answered)).toMatchObject({
        cents: { low: 0, high: 2400 },
        missing: [{ fact: 'out-of-pocket-left' }],
      })
      const left = dated('20260101', '99991231', `${share}\nEB*G*IND*30***29*0*****Y`)
      expect(onDay('2027-01-01', left)).toMatchObject({
        cents: { low: 0, high: 2400 },
        missing: [{ fact: 'out-of-pocket-left' }],
      })
    })

    test('the copay still holds, and no deductible stays none', () => {
      const answered = dated('20260101', '20271231', `${copay}\n${year}\nEB*C*IND*30***29*300*****Y`)
      expect(onDay('2027-01-01', answered)).toMatchObject({ cents: { low: 2500, high: 2500 }, missing: [] })
      const none = dated('20260101', '20271231', `${share}\nEB*C*IND*30****0*****Y\nEB*C*IND*30***29*0*****Y`)
      expect(onDay('2027-01-01', none)).toMatchObject({ cents: { low: 2400, high: 2400 }, missing: [] })
    })

    test('a code with terms of its own has its deductible anew too', () => {
      const code = 'EB*A*******.3****Y*HC:99213\nEB*C*IND*****500*****Y*HC:99213\nEB*C*IND****29*0*****Y*HC:99213'
      const answered = dated('20260101', '20271231', `EB*1**30\n${code}`)
      expect(onDay('2026-12-31', answered).cents).toEqual({ low: 3600, high: 3600 })
      expect(onDay('2027-01-01', answered)).toMatchObject({
        cents: { low: 3600, high: 12_000 },
        missing: [{ fact: 'deductible-left' }],
      })
    })
  })

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

  describe('a lab test beside an office visit', () => {
    const services = [...visit.services, { code: '80053', modifiers: [], units: 1 }]
    const charges = list('Charges 2026', { '99213': 20_000, '80053': 9000 })
    const contract = list('Prairie 2026', { '99213': 12_000, '80053': 5000 })
    const with_ = (body: string) =>
      told({ services, charges, covers: [{ ...prairie, contract, answer: answer(`${copay}\n${body}`) }] })

    test('by its own terms where the payer named them', () => {
      expect(with_('EB*A**5*****.2****Y\nEB*C*IND*30***29*10*****Y')).toMatchObject({
        // 25.00, and of 50.00 the deductible of 10.00 and 20 % of the rest.
        cents: { low: 4300, high: 4300 },
        missing: [],
      })
      expect(with_('EB*B**5***27*5*****Y').cents).toEqual({ low: 3000, high: 3000 })
      expect(with_('EB*I**5').cents).toEqual({ low: 11_500, high: 11_500 })
    })

    test('nothing was said of it: within the copay, or by the plan, and that is what is missing', () => {
      expect(with_('EB*C*IND*30***29*500*****Y')).toMatchObject({
        cents: { low: 2500, high: 7500 },
        missing: [{ fact: 'service-terms', payer: 'Prairie', codes: ['80053'] }],
      })
    })

    test('what is said of the plan as such holds for both, and a copay of it is paid once', () => {
      const plan = answer('EB*1**30\nEB*B**30***27*25*****Y')
      expect(told({ services, charges, covers: [{ ...prairie, contract, answer: plan }] })).toMatchObject({
        cents: { low: 2500, high: 2500 },
        missing: [],
      })
      const share = answer('EB*1**30\nEB*A**30*****.2****Y\nEB*C*IND*30***29*50*****Y')
      expect(told({ services, charges, covers: [{ ...prairie, contract, answer: share }] })).toMatchObject({
        // 50.00 and 20 % of the other 120.00: one deductible for the two.
        cents: { low: 7400, high: 7400 },
        missing: [],
      })
    })

    test('one plan does not pay for it and the next one does', () => {
      const first = { ...prairie, contract, answer: answer(`${copay}\nEB*I***********Y*HC:80053`) }
      const second: Cover = {
        ...prairie,
        coverageId: 'c-2',
        payer: 'Summit',
        answer: answer('EB*1**30\nEB*A**30*****.5****Y'),
        contract: list('Summit 2026', { '80053': 4000 }),
      }
      expect(told({ services, charges, covers: [first] }).cents).toEqual({ low: 11_500, high: 11_500 })
      // 25.00 and 40.00 are open after the first, and the second pays half of 160.00.
      expect(told({ services, charges, covers: [first, second] }).cents).toEqual({ low: 0, high: 0 })
    })
  })

  describe('what the payer says of one code (EB13)', () => {
    const lab = { code: '80053', modifiers: [] as readonly string[], units: 1 }
    const charges = list('Charges 2026', { '99213': 20_000, '80053': 9000 })
    const contract = list('Prairie 2026', { '99213': 12_000, '80053': 5000 })
    const both = (body: string, modifiers: readonly string[] = []) =>
      told({
        services: [...visit.services, { ...lab, modifiers }],
        charges,
        covers: [{ ...prairie, contract, answer: answer(`${copay}\n${body}`) }],
      })

    test('a copay of it is paid beside that of the visit, a share of it is of what it costs', () => {
      expect(both('EB*B*****27*10*****Y*HC:80053')).toMatchObject({ cents: { low: 3500, high: 3500 }, missing: [] })
      expect(both('EB*A*******.3****Y*HC:80053')).toMatchObject({ cents: { low: 4000, high: 4000 }, missing: [] })
    })

    test('it goes before what is said of its kind, and holds for no other code of the kind', () => {
      const kind = 'EB*A**5*****.2****Y'
      expect(both(`${kind}\nEB*B*****27*10*****Y*HC:80053`).cents).toEqual({ low: 3500, high: 3500 })
      expect(both(`${kind}\nEB*B**5***27*10*****Y*HC:80061`).cents).toEqual({ low: 3500, high: 3500 })
      expect(both(`${kind}\nEB*A**5*****.5****Y*HC:80061`).cents).toEqual({ low: 3500, high: 3500 })
    })

    test('with a modifier it holds for the code with that modifier', () => {
      const rapid = 'EB*A**5*****.2****Y\nEB*B*****27*2*****Y*HC:80053:QW'
      expect(both(rapid).cents).toEqual({ low: 3500, high: 3500 })
      expect(both(rapid, ['QW']).cents).toEqual({ low: 2700, high: 2700 })
    })

    test('that it is not paid for holds with its modifier, and in the network and place it is said of', () => {
      const covered = 'EB*A**5*****.2****Y'
      const not = (said: string, modifiers: readonly string[] = []) => both(`${covered}\n${said}`, modifiers).cents
      const [paid, unpaid] = [
        { low: 3500, high: 3500 },
        { low: 11_500, high: 11_500 },
      ]
      expect(not('EB*I***********Y*HC:80053:QW')).toEqual(paid)
      expect(not('EB*I***********Y*HC:80053:QW', ['QW'])).toEqual(unpaid)
      expect(not('EB*I***********N*HC:80053')).toEqual(paid)
      expect(not('EB*I***********W*HC:80053')).toEqual(unpaid)
      expect(not('EB*I***********Y*HC:80053\nIII*ZZ*21')).toEqual(paid)
      expect(not('EB*I***********Y*HC:80053\nIII*ZZ*11')).toEqual(unpaid)
    })

    test('where each code of the visit is named nothing is missing of the visit', () => {
      const alone = (body: string) => told({ covers: [{ ...prairie, answer: answer(`EB*1**30\n${body}`) }] })
      expect(alone('EB*B*****27*15*****Y*HC:99213')).toMatchObject({ cents: { low: 1500, high: 1500 }, missing: [] })
      expect(alone('EB*B*****27*15*****Y*HC:99214')).toMatchObject({
        cents: { low: 0, high: 12_000 },
        missing: [{ fact: 'coinsurance' }],
      })
    })

    test('two copays of one code are a range, and the copay is what is missing', () => {
      expect(both('EB*B*****27*10*****Y*HC:80053\nEB*B*****27*20*****Y*HC:80053')).toMatchObject({
        cents: { low: 3500, high: 4500 },
        missing: [{ fact: 'copay' }],
      })
    })
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

test('active on another day than was asked about: by its dates, else in the same month', () => {
  const state = {
    on: '2026-11-24',
    is: 'active',
    because: 'said',
    from: null,
    until: null,
    plan: null,
    pointers: [],
  } as const
  expect(activeOn(state, '2026-11-30')).toBe('yes')
  expect(activeOn(state, '2026-12-01')).toBe('unclear')
  expect(activeOn({ ...state, until: '2026-12-31' }, '2026-12-31')).toBe('yes')
  expect(activeOn({ ...state, until: '2026-12-31' }, '2027-01-01')).toBe('no')
  expect(activeOn({ ...state, from: '2026-12-01', is: 'inactive', because: 'not-begun' }, '2026-11-30')).toBe('no')
  expect(activeOn({ ...state, from: '2026-12-01', is: 'inactive', because: 'not-begun' }, '2026-12-01')).toBe('unclear')
  expect(activeOn({ ...state, is: 'inactive' }, '2026-11-24')).toBe('no')
  const years = {
    ...state,
    from: '2026-01-01',
    until: '2026-12-31',
    also: [{ from: '2027-01-01', until: '2027-06-30' }],
  }
  expect(activeOn(years, '2027-01-01')).toBe('yes')
  expect(activeOn(years, '2027-07-01')).toBe('no')
  expect(activeOn({ ...years, is: 'inactive', because: 'ended', until: '2026-10-31' }, '2027-01-01')).toBe('unclear')
})

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
