import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import rejections from '../../data/rejections.json' with { type: 'json' }
import { contradictionSentence, gapSentence, rejectionSentence, stateSentence } from '../sentences/other-sentences.ts'
import { benefitSentence } from '../sentences/benefit-sentence.ts'
import { answerWith, segmentsOf } from '../testing.ts'
import { type Asked, readEligibilities } from './read-eligibility.ts'

const visit: Asked = { serviceDate: '2026-11-24', serviceTypes: ['98'] }

function read(body: string, asked: Asked = visit) {
  const [found] = readEligibilities(answerWith(body), asked)
  if (!found) throw new Error('nobody in it')
  return found
}

function stateOn(body: string, asked: Asked = visit): string {
  const { state } = read(body, asked)
  return `${state.is} ${state.because}: ${stateSentence(state, 'en')}`
}

describe('whether the plan is active on the date of service', () => {
  test('it is what the payer says, for dates that hold the visit', () => {
    expect(stateOn('EB*1**30**GOLD PPO')).toBe('active said: The plan GOLD PPO is active on Nov 24, 2026.')
    expect(stateOn('DTP*346*D8*20260101\nEB*1**30')).toBe('active said: The plan is active on Nov 24, 2026.')
    expect(stateOn('EB*6**30')).toBe('inactive said: The plan is not active on Nov 24, 2026.')
    expect(stateOn('EB*5**30')).toBe(
      'active pending: The plan is active on Nov 24, 2026. The payer still looks into it.',
    )
  })

  test('a plan that is called active but ended before the visit is not active on it', () => {
    expect(stateOn('DTP*291*RD8*20250101-20261031\nEB*1**30**GOLD PPO')).toBe(
      'inactive ended: The plan GOLD PPO ended on Oct 31, 2026.',
    )
    expect(stateOn('DTP*346*D8*20260101\nDTP*347*D8*20261123\nEB*1**30')).toBe(
      'inactive ended: The plan ended on Nov 23, 2026.',
    )
    // On its last day it holds.
    expect(stateOn('DTP*346*D8*20260101\nDTP*347*D8*20261124\nEB*1**30')).toContain('active said')
    expect(stateOn('DTP*346*D8*20270101\nEB*1**30')).toBe('inactive not-begun: The plan begins on Jan 1, 2027.')
  })

  test('the dates of a benefit go before those of the person', () => {
    expect(stateOn('DTP*346*D8*20260101\nEB*1**30\nDTP*348*D8*20270101')).toContain('inactive not-begun')
    const changed = 'EB*6**30\nDTP*349*D8*20260630\nEB*1**30**SILVER\nDTP*348*D8*20260701'
    expect(stateOn(changed)).toBe('active said: The plan SILVER is active on Nov 24, 2026.')
    expect(stateOn(changed, { ...visit, serviceDate: '2026-06-01' })).toContain('inactive said')
  })

  test('every kind of dates bounds it: eligibility that goes on does not save a plan that ended', () => {
    const ended = 'inactive ended: The plan ended on Oct 31, 2026.'
    expect(stateOn('DTP*356*D8*20250101\nDTP*347*D8*20261031\nEB*1**30')).toBe(ended)
    expect(stateOn('DTP*291*RD8*20260101-20261231\nDTP*357*D8*20261031\nEB*1**30')).toBe(ended)
    expect(stateOn('DTP*307*RD8*20260101-20261031\nDTP*346*D8*20260101\nEB*1**30')).toBe(ended)
    expect(stateOn('DTP*346*D8*20260101\nEB*1**30\nDTP*349*D8*20261031')).toBe(ended)
    expect(stateOn('DTP*291*RD8*20260101-20261231\nDTP*540*D8*20261031\nEB*1**30')).toBe(ended)
    expect(stateOn('DTP*346*D8*20260101\nEB*1**30\nDTP*292*RD8*20260101-20261031')).toBe(ended)
    expect(stateOn('DTP*307*RD8*20260101-20261231\nDTP*346*D8*20261201\nEB*1**30')).toBe(
      'inactive not-begun: The plan begins on Dec 1, 2026.',
    )
  })

  test('several times of one kind are a union', () => {
    const [last, now] = ['DTP*291*RD8*20250101-20251231', 'DTP*291*RD8*20260101-20261231']
    for (const both of [`${last}\n${now}`, `${now}\n${last}`]) {
      expect(stateOn(`${both}\nEB*1**30`)).toContain('active said')
      expect(stateOn(`${both}\nEB*1**30`, { ...visit, serviceDate: '2027-01-04' })).toBe(
        'inactive ended: The plan ended on Dec 31, 2026.',
      )
    }
    const apart = 'DTP*346*D8*20250101\nDTP*347*D8*20251231\nDTP*346*D8*20260701\nDTP*347*D8*20261231\nEB*1**30'
    expect(stateOn(apart)).toContain('active said')
    expect(stateOn(apart, { ...visit, serviceDate: '2026-03-02' })).toBe(
      'inactive ended: The plan ended on Dec 31, 2025. It begins again on Jul 1, 2026.',
    )
    expect(stateOn('DTP*307*RD8*20250101-20251231\nDTP*356*D8*20260101\nEB*1**30')).toContain('active said')
  })

  test('COBRA that ended is cover that ended, unless it began anew after it', () => {
    expect(stateOn('DTP*340*D8*20250601\nDTP*341*D8*20261031\nEB*1**30')).toBe(
      'inactive cobra-ended: The plan, continued under COBRA, ended on Oct 31, 2026.',
    )
    expect(stateOn('DTP*346*D8*20200101\nDTP*341*D8*20261031\nEB*1**30')).toContain('inactive cobra-ended')
    expect(stateOn('DTP*341*D8*20251031\nDTP*346*D8*20260101\nEB*1**30')).toContain('active said')
    expect(stateOn('DTP*340*D8*20261201\nDTP*346*D8*20260101\nEB*1**30')).toContain('active said')
    expect(stateOn('DTP*340*D8*20260101\nDTP*341*D8*20270630\nEB*1**30')).toContain('active said')
  })

  test('a death before the visit is said, and one after it ends nothing on it', () => {
    expect(stateOn('DTP*346*D8*20260101\nDTP*442*D8*20261001\nEB*1**30')).toBe(
      'inactive died: The payer has it that the patient died on Oct 1, 2026.',
    )
    expect(stateOn('DTP*442*D8*20261125\nEB*1**30')).toContain('active said')
    expect(stateOn('DTP*442*D8*20261001\nEB*1**30', { ...visit, serviceDate: '2026-10-01' })).toContain('active said')
  })

  test('dates that deny each other are a contradiction', () => {
    const contradicts =
      'unclear contradicts: The payer says for Nov 24, 2026 both that the plan is active and that it is not.'
    expect(stateOn('DTP*346*D8*20261101\nDTP*347*D8*20260101\nEB*1**30')).toBe(contradicts)
    expect(stateOn('DTP*291*RD8*20260101-20261231\nDTP*347*D8*20261031\nEB*1**30')).toBe(contradicts)
    expect(stateOn('DTP*346*D8*20260101\nDTP*347*D8*20261031\nDTP*347*D8*20261231\nEB*1**30')).toBe(contradicts)
    expect(stateOn('DTP*291*RD8*20261231-20260101\nEB*1**30')).toBe(contradicts)
    // On a day that none of them denies it is plain.
    const cut = 'DTP*291*RD8*20260101-20261231\nDTP*347*D8*20261031\nEB*1**30'
    expect(stateOn(cut, { ...visit, serviceDate: '2026-05-04' })).toContain('active said')
    expect(stateOn(cut, { ...visit, serviceDate: '2027-01-04' })).toContain('inactive ended')
  })

  test('a date in the loop of a statement takes the place of the same one of the person, and of no other', () => {
    expect(stateOn('DTP*356*D8*20260101\nDTP*357*D8*20261031\nEB*1**30\nDTP*356*D8*20260301')).toBe(
      'inactive ended: The plan ended on Oct 31, 2026.',
    )
    expect(stateOn('DTP*291*RD8*20250101-20251231\nEB*1**30\nDTP*291*RD8*20260101-20261231')).toContain('active said')
  })

  test('what is said of a service on another day says nothing of the plan on this one', () => {
    expect(stateOn('EB*1**30\nDTP*472*D8*20250601')).toContain('unclear not-said')
    expect(stateOn('EB*1**30\nDTP*472*D8*20261124')).toContain('active said')
  })

  test('both at once is said to be both', () => {
    expect(stateOn('EB*1**30\nEB*6**30')).toBe(
      'unclear contradicts: The payer says for Nov 24, 2026 both that the plan is active and that it is not.',
    )
  })

  test('a service alone speaks where nothing is said of the plan', () => {
    expect(stateOn('EB*1**98^UC')).toContain('active said')
    expect(stateOn('EB*6**MH\nEB*1**98')).toContain('active said')
    expect(stateOn('EB*B**98***27*30')).toBe('unclear not-said: The payer did not say whether the plan is active.')
    expect(stateOn('AAA*N**75*C')).toBe('unclear rejected: The payer did not answer the question.')
  })
})

describe('whom it is about', () => {
  test('the subscriber, as the payer has her', () => {
    const { patient, subscriber, payer, traces } = read('REF*6P*G-77\nEB*1**30')
    expect(patient).toMatchObject({ name: 'OKAFOR', given: 'ADA', memberId: 'M100200300', groupNumber: 'G-77' })
    expect(patient).toMatchObject({ birthDate: '1984-03-12', sex: 'female' })
    expect(patient.address).toEqual({ lines: ['12 OAK STREET'], city: 'CHICAGO', state: 'IL', postalCode: '60601' })
    expect(subscriber).toBeNull()
    expect(payer).toMatchObject({ name: 'PRAIRIE HEALTH PLAN', phones: ['8005550123'] })
    expect(traces).toEqual(['T-1'])
  })

  const child = 'HL*4*3*23*0\nTRN*2*T-2*9RIVERSIDE\nNM1*03*1*OKAFOR*CHIKE\nDMG*D8*20190501*M\nINS*N*19*001*25\n'

  test('a dependent, below a subscriber of whom nothing is said', () => {
    const all = readEligibilities(answerWith(`${child}EB*1**30`), visit)
    expect(all).toHaveLength(1)
    expect(all[0]?.patient).toMatchObject({ given: 'CHIKE', relationship: '19', isChangedByPayer: true })
    expect(all[0]?.subscriber).toMatchObject({ given: 'ADA', memberId: 'M100200300' })
    expect(all[0]?.traces).toEqual(['T-1', 'T-2'])
  })

  test('subscriber and dependent, each with their own', () => {
    const all = readEligibilities(answerWith(`EB*1**30**GOLD\n${child}EB*6**30`), visit)
    expect(all.map(({ patient, state }) => [patient.given, state.is])).toEqual([
      ['ADA', 'active'],
      ['CHIKE', 'inactive'],
    ])
  })

  test('nobody: the payer turned the question away above', () => {
    const text = 'ST*271*1\nHL*1**20*1\nNM1*PR*2*PRAIRIE\nHL*2*1*21*0\nNM1*1P*2*CLINIC\nAAA*Y**51*N'
    const [found] = readEligibilities(segmentsOf(text), visit)
    expect(found?.rejections).toMatchObject([{ about: 'provider', code: '51', action: 'N' }])
    expect(found?.state.because).toBe('rejected')
  })
})

describe('what does not fit together', () => {
  test('two copays for one case, and nothing that tells them apart', () => {
    const { contradictions } = read('EB*B**98***27*30*****Y\nEB*B**98***27*45*****Y')
    expect(contradictions.map((one) => contradictionSentence(one, 'en'))).toEqual([
      'Two copays for office visit in network: $30 and $45; the payer did not say which applies.',
    ])
    expect(contradictions.map((one) => contradictionSentence(one, 'es'))).toEqual([
      'Dos copagos para visita al consultorio dentro de la red: $30 y $45; el seguro no dijo cuál se aplica.',
    ])
    expect(contradictions[0]?.pointers.map(({ segment }) => segment)).toEqual([14, 15])
  })

  test.each([
    ['network', 'EB*B**98***27*30*****Y\nEB*B**98***27*45*****N'],
    ['service', 'EB*B**98***27*30\nEB*B**UC***27*45'],
    ['place', 'EB*B**98***27*30\nIII*ZZ*11\nEB*B**98***27*45\nIII*ZZ*02'],
    ['time', 'EB*C**30***23*1500\nEB*C**30***29*300'],
    ['person', 'EB*C*IND*30***23*1500\nEB*C*FAM*30***23*3000'],
    ['procedure', 'EB*B*****27*30*****Y*HC:99213\nEB*B*****27*45*****Y*HC:99214'],
    ['dates', 'EB*B**98***27*30\nDTP*292*RD8*20260101-20260630\nEB*B**98***27*45\nDTP*292*RD8*20260701-20261231'],
    ['equal amounts', 'EB*B**98***27*30\nEB*B**98***27*30'],
  ])('told apart by %s they are no contradiction', (_, body) => {
    expect(read(body).contradictions).toEqual([])
  })

  test.each([
    ['EB*1**98\nEB*I**98', 'The payer says of office visit both that it is covered and that it is not.'],
    ['EB*1**98**GOLD\nEB*6**98', 'The payer says of office visit both that it is covered and that it is not.'],
    ['EB*1**98\nEB*E**98', 'The payer says of office visit both that it is covered and that it is not.'],
    ['EB*1**30\nEB*I**30', 'The payer says of the plan both that it is covered and that it is not.'],
    [
      'EB*B**98***27*30****Y*Y\nEB*B**98***27*30****N*Y',
      'The payer says for office visit in network both that authorization is required and that it is not.',
    ],
    [
      'EB*1**98********N\nEB*B**98***27*30****Y',
      'The payer says for office visit both that authorization is required and that it is not.',
    ],
    [
      'EB*F**PT***23***VS*20\nEB*F**PT***23***VS*30',
      'Two limits for physical therapy: 20 visits and 30 visits a calendar year; the payer did not say which applies.',
    ],
    [
      'EB*F**PT\nHSD*VS*20***23\nEB*F**PT***23***VS*30',
      'Two limits for physical therapy: 20 visits and 30 visits a calendar year; the payer did not say which applies.',
    ],
    [
      'EB*F**35***23*1500\nEB*F**35***23*2000',
      'Two limits for dental care: $1,500 and $2,000 a calendar year; the payer did not say which applies.',
    ],
    [
      'EB*F**PT***29***VS*8\nEB*F**PT***23***VS*5',
      'More is left for physical therapy than the limit: 8 visits of 5 visits.',
    ],
    [
      'EB*F**PT***23***VS*20\nEB*F**PT***24***VS*12\nEB*F**PT***29***VS*5',
      'Of the limit of 20 visits for physical therapy, 12 visits were used, and 5 visits are said to be left.',
    ],
  ])('of cover, authorization and limits: %j', (body, sentence) => {
    expect(read(body).contradictions.map((one) => contradictionSentence(one, 'en'))).toEqual([sentence])
  })

  test.each([
    ['network', 'EB*1**98*********Y\nEB*I**98*********N'],
    ['plan', 'EB*1**98*MA\nEB*I**98*MB'],
    ['procedure', 'EB*1**98\nEB*I***********Y*HC:99213'],
    ['time', 'EB*1**98\nDTP*292*RD8*20260101-20261231\nEB*I**98\nDTP*292*RD8*20250101-20251231'],
    ['an exclusion in words', 'EB*1**98\nEB*E**98\nMSG*COSMETIC SURGERY'],
    ['network, of authorization', 'EB*1**98********N*Y\nEB*1**98********Y*N'],
    ['how many, of authorization', 'EB*F**PT***23***VS*12*N\nEB*F**PT***23***VS*12'],
    ['limits of other times', 'EB*F**PT***23***VS*20\nEB*F**PT***35***VS*3'],
    ['what is left of it', 'EB*F**PT***23***VS*20\nEB*F**PT***29***VS*8\nEB*F**PT***24***VS*12'],
    ['days and visits', 'EB*F**PT***23***VS*20\nEB*F**PT***23***DY*30'],
    ['the plan in both ways is its state', 'EB*1**30\nEB*6**30'],
  ])('told apart by %s they are none', (_, body) => {
    expect(read(body).contradictions).toEqual([])
  })

  test('two that are dated differently and both hold on the day are of one time for it', () => {
    const undated = 'EB*B**98***27*30\nEB*B**98***27*45\nDTP*292*RD8*20260101-20261231'
    expect(read(undated).contradictions.map((one) => contradictionSentence(one, 'en'))).toEqual([
      'Two copays for office visit: $30 and $45; the payer did not say which applies.',
    ])
    expect(read(undated, { ...visit, serviceDate: '2027-01-04' }).contradictions).toEqual([])
  })

  test('what is left of another year leaves out how much is left of this one', () => {
    const last = 'EB*1**30^98\nEB*C*IND*30***29*0\nDTP*292*RD8*20250101-20251231'
    const { gaps } = read(`${last}\nEB*C*IND*30***23*1500\nDTP*292*RD8*20260101-20261231`)
    expect(gaps.map(({ code }) => code)).toEqual(['no-dates', 'remaining-unsaid'])
  })

  test('words of the payer may tell them apart, for somebody who reads them', () => {
    const { contradictions } = read('EB*B**98***27*30\nMSG*PRIMARY CARE\nEB*B**98***27*45\nMSG*SPECIALIST')
    expect(contradictions.map((one) => contradictionSentence(one, 'en'))).toEqual([
      'Two copays for office visit: $30 and $45; the payer tells them apart in its own words only.',
    ])
  })

  test('one line for many services is one contradiction', () => {
    const { contradictions } = read('EB*B**98^UC^MH***27*30\nEB*B**98^UC^MH***27*45')
    expect(contradictions).toHaveLength(1)
    expect(contradictions[0]?.serviceTypes).toEqual(['98', 'UC', 'MH'])
  })
})

test.each([
  [
    'more left than there is',
    'EB*C*IND*30***23*500*****Y\nEB*C*IND*30***29*800*****Y',
    'More is left of the deductible than there is of it in network: $800 of $500.',
    'Queda más del deducible de lo que hay en total dentro de la red: $800 de $500.',
  ],
  [
    'more left of the maximum of the family than there is',
    'EB*G*FAM*30***23*5000*****Y\nEB*G*FAM*30***29*6000*****Y',
    'More is left until the out-of-pocket maximum than it is in all for the family in network: $6,000 of $5,000.',
    'Falta más para el máximo de gastos de lo que es en total por familia dentro de la red: $6,000 de $5,000.',
  ],
  [
    'two amounts left',
    'EB*C*IND*30***23*500*****Y\nEB*C*IND*30***29*300*****Y\nEB*C*IND*30***29*200*****Y',
    'Two amounts left of the deductible in network: $200 and $300; the payer did not say which applies.',
    'Dos montos que quedan del deducible dentro de la red: $200 y $300; el seguro no dijo cuál se aplica.',
  ],
  [
    'another amount left than what was paid leaves',
    'EB*C*IND*30***23*1500*****Y\nEB*C*IND*30***24*1200*****Y\nEB*C*IND*30***29*500*****Y',
    'Of the deductible of $1,500 in network, $1,200 was paid, and $500 is said to be left.',
    'Del deducible de $1,500 dentro de la red, se pagó $1,200, y se dice que queda $500.',
  ],
  [
    'another amount left of the maximum of the family than what was paid leaves',
    'EB*G*FAM*30***23*5000*****Y\nEB*G*FAM*30***24*5100*****Y\nEB*G*FAM*30***29*100*****Y',
    'Of the out-of-pocket maximum of $5,000 for the family in network, $5,100 was paid, and $100 is said to be left.',
    'Del máximo de gastos de $5,000 por familia dentro de la red, se pagó $5,100, y se dice que falta $100.',
  ],
  [
    'two amounts paid so far',
    'EB*C*IND*30***23*1500*****Y\nEB*C*IND*30***24*1200*****Y\nEB*C*IND*30***24*900*****Y',
    'Two amounts paid of the deductible in network: $900 and $1,200; the payer did not say which applies.',
    'Dos montos pagados del deducible dentro de la red: $900 y $1,200; el seguro no dijo cuál se aplica.',
  ],
  [
    'both networks, and one of them otherwise',
    'EB*B**98***27*30*****W\nEB*B**98***27*75*****Y',
    'Two copays for office visit in network: $30 and $75; one is said of both networks.',
    'Dos copagos para visita al consultorio dentro de la red: $30 y $75; uno se dice de las dos redes.',
  ],
])('it is a contradiction: %s', (_, body, en, es) => {
  const { contradictions } = read(body)
  expect(contradictions.map((one) => contradictionSentence(one, 'en'))).toEqual([en])
  expect(contradictions.map((one) => contradictionSentence(one, 'es'))).toEqual([es])
})

test.each([
  ['as much left as there is', 'EB*C*IND*30***23*500*****Y\nEB*C*IND*30***29*500*****Y'],
  ['left of another network', 'EB*C*IND*30***23*500*****Y\nEB*C*IND*30***29*800*****N'],
  ['left of the family', 'EB*C*IND*30***23*500*****Y\nEB*C*FAM*30***29*800*****Y'],
  ['more paid so far than is left', 'EB*C*IND*30***24*1200*****Y\nEB*C*IND*30***29*300*****Y'],
  [
    'what was paid and what is left are the whole',
    'EB*C*IND*30***23*1500*****Y\nEB*C*IND*30***24*1200*****Y\nEB*C*IND*30***29*300*****Y',
  ],
  [
    'what was paid this year and a maximum of a lifetime',
    'EB*G*IND*30***32*9000*****Y\nEB*G*IND*30***24*1200*****Y\nEB*G*IND*30***29*300*****Y',
  ],
  ['the same in both networks', 'EB*B**98***27*30*****W\nEB*B**98***27*30*****Y'],
])('it is no contradiction: %s', (_, body) => {
  expect(read(body).contradictions).toEqual([])
})

test('what was asked and not answered is said', () => {
  const { gaps } = read('EB*1**30\nEB*C**30***23*1500\nEB*B**UC***27*75')
  expect(gaps.map((gap) => gapSentence(gap, 'en'))).toEqual([
    'The payer said nothing about office visit.',
    'The payer did not say since when or until when the plan holds.',
    'The payer did not say how much of the deductible is left.',
    'The payer did not say whether the amounts hold in network or out of it.',
  ])
  expect(read('DTP*346*D8*20260101\nEB*1**30^98\nEB*B**98***27*30*****Y').gaps).toEqual([])
  expect(read('EB*6**30').gaps).toEqual([])
})

test('what was paid so far says what is left where the whole is said', () => {
  const left = (body: string) => read(`EB*1**30^98\n${body}`).gaps.filter(({ code }) => code === 'remaining-unsaid')
  expect(left('EB*C*IND*30***23*1500*****Y\nEB*C*IND*30***24*0*****Y')).toEqual([])
  expect(left('EB*C*IND*30***24*0*****Y')).toHaveLength(1)
})

test('other payers, with what is known of them', () => {
  const { otherPayers } = read('EB*R**30*MP\nREF*1W*1EG4TE5MK73\nNM1*PRP*2*MEDICARE\nEB*R\nNM1*PR*2*SUMMIT')
  expect(otherPayers).toMatchObject([
    { order: 'primary', memberId: '1EG4TE5MK73', payer: { name: 'MEDICARE' } },
    { order: 'unsaid', memberId: null, payer: { name: 'SUMMIT' } },
  ])
})

test('every reason to turn a question away says what to do next, in both languages', () => {
  for (const code of Object.keys(rejections)) {
    const rejection = { about: 'subscriber', code, action: 'C', pointer: { set: 1, segment: 9, tag: 'AAA' } } as const
    const [en, es] = [rejectionSentence(rejection, 'en'), rejectionSentence(rejection, 'es')]
    expect(en.split('. ').length).toBeGreaterThanOrEqual(2)
    expect(es.split('. ').length).toBeGreaterThanOrEqual(2)
    expect(en).not.toBe(es)
  }
  const { rejections: found } = read('AAA*N**75*C')
  expect(found.map((one) => rejectionSentence(one, 'en'))).toEqual([
    'Member id not found. Check the card, or search by name and birth date.',
  ])
})

test('nothing that a payer sends makes it throw, and every benefit has its sentence', () => {
  const tags = [
    'HL',
    'EB',
    'NM1',
    'AAA',
    'DTP',
    'MSG',
    'HSD',
    'III',
    'REF',
    'INS',
    'DMG',
    'N3',
    'N4',
    'TRN',
    'PER',
    'LS',
  ]
  const piece = fc.oneof(
    fc.constantFrom('', '1', '22', '23', '30', 'B', 'A', 'C', 'IND', 'HC:99213', '30^98', 'RD8', '20260101-20261231'),
    fc.string({ maxLength: 6 }).map((text) => text.replace(/[*\n]/g, '')),
  )
  const line = fc
    .tuple(fc.constantFrom(...tags), fc.array(piece, { maxLength: 14 }))
    .map(([tag, elements]) => [tag, ...elements].join('*'))
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
      for (const found of readEligibilities(segmentsOf(lines.join('\n')), visit)) {
        expect(stateSentence(found.state, 'en')).toMatch(/\.$/)
        for (const benefit of found.benefits) expect(benefitSentence(benefit, 'es')).toMatch(/[.”]$/)
      }
    }),
  )
})
