import { describe, expect, test } from 'vitest'
import type { Cover } from './facts.ts'
import { answer, copay, list, prairie, told, visit } from './testing/visit.ts'

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
