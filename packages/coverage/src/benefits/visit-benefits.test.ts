import { describe, expect, test } from 'vitest'
import { answerWith } from '../testing.ts'
import { readEligibilities } from './read-eligibility.ts'
import { visitBenefits } from './visit-benefits.ts'

function of(body: string, serviceTypes = ['PT'], isInNetwork: boolean | null = true) {
  const [found] = readEligibilities(answerWith(body), { serviceDate: '2026-11-24', serviceTypes })
  if (!found) throw new Error('nobody in it')
  return visitBenefits(found, { serviceTypes, isInNetwork, place: '11', date: '2026-11-24' })
}

test.each([
  ['EB', 'EB*F**PT***29***VS*8', 8],
  ['HSD', 'EB*F**PT\nHSD*VS*8***29', 8],
  ['HSD beside the whole', 'EB*F**PT***23***VS*20\nHSD*VS*8***29', 8],
  ['HSD below an EB that counts what is left', 'EB*F**PT***29\nHSD*VS*8', 8],
])('visits left by %s', (_, body, value) => {
  expect(of(body).visitsLeft).toMatchObject({ is: 'said', value })
})

test('a limit of so many visits is no number that is left', () => {
  expect(of('EB*F**PT\nHSD*VS*1***34*6').visitsLeft).toEqual({ is: 'unsaid' })
})

test('a copay said of both networks and another of ours are two', () => {
  const body = 'EB*B**98***27*30*****W\nEB*B**98***27*75*****Y'
  expect(of(body, ['98']).copay).toMatchObject({ is: 'unclear', low: 3000, high: 7500 })
  expect(of(body, ['98'], false).copay).toMatchObject({ is: 'said', value: 3000 })
})

test('authorization that one statement asks for and another does not is neither', () => {
  expect(of('EB*B**98***27*30****Y*Y\nEB*B**98***27*30****N*Y', ['98']).authorization).toBe('unclear')
  expect(of('EB*B**98***27*30****Y*Y\nEB*B**98***27*30****N*N', ['98']).authorization).toBe('required')
  expect(of('EB*1**98\nEB*I**98', ['98'])).toMatchObject({ isCovered: 'unsaid', notCovered: [] })
})

describe('what was paid so far this year (EB06 24)', () => {
  const year = 'EB*C*IND*30***23*1500*****Y'
  const deductible = (body: string) => of(body).deductible.individual

  test('is neither the whole nor what is left, and says what is left', () => {
    expect(deductible(`${year}\nEB*C*IND*30***24*1200*****Y`)).toMatchObject({
      whole: { is: 'said', value: 150_000 },
      left: { is: 'said', value: 30_000 },
      used: { is: 'said', value: 120_000 },
    })
  })

  test('takes nothing from a deductible of another service, of an illness or of a lifetime', () => {
    const left = (body: string) => deductible(`${body}\nEB*C*IND*30***24*1200*****Y`).left
    expect(left('EB*C*IND*PT***23*1500*****Y')).toEqual({ is: 'unsaid' })
    expect(left('EB*C*IND*30***26*1500*****Y')).toEqual({ is: 'unsaid' })
    expect(left('EB*C*IND*30***32*1500*****Y')).toEqual({ is: 'unsaid' })
  })
})

describe('a copay said of the service and a share said of the plan', () => {
  const copay = 'EB*B*IND*98***27*25*****Y'

  test('are the copay alone, as the card says it', () => {
    const { copay: its, coinsurance } = of(`${copay}\nEB*A*IND*30*****.2****Y`, ['98'])
    expect([its, coinsurance]).toMatchObject([{ is: 'said', value: 2500 }, { is: 'unsaid' }])
  })

  test('the network is not known: a share of the other one may hold, or none', () => {
    const body = `${copay}\nEB*A*IND*30*****.2****Y\nEB*A*IND*30*****.4****N`
    expect(of(body, ['98'], null).coinsurance).toMatchObject({ is: 'unclear', low: 0, high: 4000 })
    expect(of(body, ['98'], false)).toMatchObject({ copay: { is: 'unsaid' }, coinsurance: { is: 'said', value: 4000 } })
  })

  test('a copay of the plan stands beside a share of the plan', () => {
    const { coinsurance } = of('EB*B*IND*30***27*25*****Y\nEB*A*IND*30*****.2****Y', ['98'])
    expect(coinsurance).toMatchObject({ is: 'said', value: 2000 })
  })
})

describe('what is dated holds for its time', () => {
  const copay = 'EB*B**98***27*30*****Y'

  test.each([
    ['a benefit of another year', 'DTP*292*RD8*20250101-20251231'],
    ['a plan year that is over', 'DTP*291*RD8*20250101-20251231'],
    ['an eligibility that ended', 'DTP*307*RD8*20260101-20261031'],
    ['a benefit that begins later', 'DTP*348*D8*20270101'],
    ['a benefit that ended', 'DTP*349*D8*20261123'],
    ['a period that ended', 'DTP*193*D8*20260101\nDTP*194*D8*20260630'],
    ['an eligibility of the year and a benefit that is over', 'DTP*307*RD8*20260101-20261231\nDTP*349*D8*20261031'],
    ['a service of another month', 'DTP*472*D8*20250601'],
  ])('%s is no copay of the visit', (_, dates) => {
    expect(of(`${copay}\n${dates}`, ['98']).copay).toEqual({ is: 'unsaid' })
    const both = `${copay}\n${dates}\nEB*B**98***27*45*****Y\nDTP*292*RD8*20260101-20261231`
    expect(of(both, ['98']).copay).toMatchObject({ is: 'said', value: 4500 })
  })

  test.each([
    ['no dates', 'MSG*PRIMARY CARE'],
    ['the year of the visit', 'DTP*292*RD8*20260101-20261231'],
    ['its last day', 'DTP*349*D8*20261124'],
    ['its first day', 'DTP*348*D8*20261124'],
    ['two years, of which one has the visit', 'DTP*292*RD8*20250101-20251231\nDTP*292*RD8*20260101-20261231'],
    ['the month that was asked about', 'DTP*472*D8*20261101'],
    ['when it was last changed', 'DTP*636*D8*20250301'],
    ['the last visit', 'DTP*304*D8*20250301'],
  ])('with %s it is', (_, dates) => {
    expect(of(`${copay}\n${dates}`, ['98']).copay).toMatchObject({ is: 'said', value: 3000 })
  })

  test('so of a deductible, what is left of it, limits, cover and authorization', () => {
    const [past, now] = ['DTP*292*RD8*20250101-20251231', 'DTP*292*RD8*20260101-20261231']
    const left = of(`EB*C*IND*30***29*0*****Y\n${past}\nEB*C*IND*30***29*900*****Y\n${now}`).deductible.individual.left
    expect(left).toMatchObject({ is: 'said', value: 90_000 })
    expect(of(`EB*F**PT***29***VS*0\n${past}\nEB*F**PT***29***VS*8\n${now}`).visitsLeft).toMatchObject({ value: 8 })
    expect(of(`EB*I**PT\n${past}\nEB*1**PT\n${now}`).isCovered).toBe('yes')
    expect(of(`EB*1**PT********Y\n${past}\nEB*1**PT********N\n${now}`).authorization).toBe('not-required')
  })
})
