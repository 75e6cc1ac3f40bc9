import { expect, test } from 'vitest'
import { readEligibilities } from '../benefits/read-eligibility.ts'
import { answerWith, easeOf, gradeOf } from '../testing.ts'
import { patientSentence } from './patient-sentence.ts'

function told(body: string, language: 'en' | 'es' = 'en'): readonly string[] {
  const [found] = readEligibilities(answerWith(body), { serviceDate: '2026-11-24', serviceTypes: ['98'] })
  if (!found) throw new Error('nobody in it')
  return found.benefits.flatMap((one) => patientSentence(one, language, found) ?? [])
}

test('a share of all of it is the whole bill, of which the plan pays no rest', () => {
  expect(told('EB*A**98*****1')).toEqual(['Office visit: you pay the whole bill.'])
  expect(told('EB*A**98*****1****N', 'es')).toEqual([
    'Visita al consultorio: usted paga toda la cuenta fuera de la red de su plan.',
  ])
})

const periods = ['', '6', '7', '21', '22', '23', '24', '25', '26', '27', '29', '32', '33', '34', '35', '36']
const values = { A: ['.2', '1', '0'], B: ['30', '0'], C: ['1500', '0'], G: ['6000.50', '0'], F: ['1500'] }
const amounts = Object.entries(values).flatMap(([kind, all]) =>
  all.flatMap((value) =>
    ['IND', 'FAM'].flatMap((scope) =>
      periods.flatMap((period) =>
        ['', 'Y', 'N'].map((network) => {
          const of = kind === 'A' ? `*${value}` : `${value}*`
          return `EB*${kind}*${scope}*98***${period}*${of}****${network}`
        }),
      ),
    ),
  ),
)
const plain = ['1', '6', 'E', 'I', 'R'].flatMap((kind) => ['30', '98'].map((service) => `EB*${kind}**${service}`))
const counted = periods.map((period) => `EB*F**98***${period}***VS*8`)

test('whatever is said of money, visits and cover, each text asks patients for six years of school at most', () => {
  const all = [...amounts, ...plain, ...counted]
  const tooHard = (language: 'en' | 'es', isHard: (text: string) => boolean) =>
    all.flatMap((body) => told(body, language)).filter(isHard)
  expect(tooHard('en', (text) => gradeOf(text) > 6)).toEqual([])
  expect(tooHard('es', (text) => easeOf(text) < 70)).toEqual([])
})

test('cover that the payer still looks into is no promise', () => {
  expect(told('EB*5**30')).toEqual(['Your plan has not yet said if you are covered. We will ask your plan.'])
  expect(told('EB*5**98', 'es')).toEqual([
    'Visita al consultorio: su plan aún no dice si paga esto. Le preguntaremos a su plan.',
  ])
})

test('of two amounts for one thing neither is a fact: there are two, and we ask', () => {
  const two = 'EB*B**98***27*30*****Y\nEB*B**98***27*45*****Y'
  const sentence =
    'Office visit: your plan gives two amounts for your copay in your plan’s network: $30 and $45. We will ask which one is right.'
  expect(told(two)).toEqual([sentence])
  expect(told(two, 'es')).toEqual([
    'Visita al consultorio: su plan da dos cantidades de su copago dentro de la red de su plan: $30 y $45. Preguntaremos cuál es la correcta.',
  ])
  expect(gradeOf(sentence)).toBeLessThanOrEqual(6)
})

test('what a statement says of another service stands, beside what contradicts it', () => {
  expect(told('EB*B**98^UC***27*30\nEB*B**98***27*45')).toEqual([
    'Office visit: your plan gives two amounts for your copay: $30 and $45. We will ask which one is right. Urgent care: you pay $30 for each visit.',
  ])
})

test('a contradiction that the plan settles in its own words, at a place, with authorization', () => {
  expect(told('EB*A**98*****.1***Y\nMSG*FIRST\nIII*ZZ*11\nEB*A**98*****.2***Y\nMSG*THEN\nIII*ZZ*11')).toEqual([
    'Office visit: your plan gives two amounts for your share of the bill in the office: 10% and 20%. We will ask when each one counts. Your plan must say yes first.',
  ])
})

test('what is left and what was paid do not fit the whole: no amount is said', () => {
  const body = 'EB*C*IND*30***23*1500\nEB*C*IND*30***24*1200\nEB*C*IND*30***29*500'
  expect(told(body)).toEqual(['The amounts for your deductible do not add up. We will ask your plan.'])
  expect(told(body, 'es')).toEqual(['Las cantidades de su deducible no cuadran. Le preguntaremos a su plan.'])
})

test('a plan that is over says so, once, and promises nothing', () => {
  const copay = 'EB*B**98***27*45'
  expect(told(`DTP*291*RD8*20250101-20261031\nEB*1**30\nEB*1**30**SILVER\n${copay}`)).toEqual([
    'Your plan ended on Oct 31, 2026. Please tell us if you have another plan.',
  ])
  expect(told(`DTP*291*RD8*20270101-20271231\nEB*1**30\n${copay}`, 'es')).toEqual([
    'Su plan comienza el 1 ene 2027. Díganos si tiene otro plan.',
  ])
  expect(told(`EB*6**30\n${copay}`)).toEqual(['Your plan is not active. Please tell us if you have another plan.'])
})

test('of cover, authorization and limits that contradict each other nothing is a fact but what is not denied', () => {
  expect(told('EB*1**98\nEB*I**98')).toEqual([
    'Office visit: your plan says both that it pays for this and that it does not. We will ask your plan.',
  ])
  expect(told('EB*1**98********Y\nEB*I**98')).toHaveLength(1)
  expect(told('EB*1**98********Y\nEB*I**98')[0]).not.toContain('yes first')
  expect(told('EB*B**98***27*30****Y*Y\nEB*B**98***27*30****N*Y')).toEqual([
    'Office visit: you pay $30 for each visit in your plan’s network. Office visit: we will ask if your plan must say yes first.',
    'Office visit: you pay $30 for each visit in your plan’s network.',
  ])
  expect(told('EB*F**PT***23***VS*20\nEB*F**PT***23***VS*30')).toEqual([
    'Physical therapy: your plan gives two limits: 20 visits and 30 visits in a year. We will ask which one is right.',
  ])
  expect(told('EB*F**PT***29***VS*8\nEB*F**PT***23***VS*5', 'es')).toEqual([
    'Fisioterapia: lo que su plan dice que queda no cuadra. Le preguntaremos a su plan.',
  ])
})

test('a plan that is called active and not active is neither', () => {
  expect(told('EB*1**30\nEB*6**30')).toEqual([
    'Your plan says both that you are covered and that you are not. We will ask your plan.',
  ])
})

test('an amount of another time is no fact of this visit, and one of two that hold on the day is none either', () => {
  const past = 'EB*B**98***27*30*****Y\nDTP*292*RD8*20250101-20251231'
  const now = 'EB*B**98***27*45*****Y\nDTP*292*RD8*20260101-20261231'
  expect(told(`${past}\n${now}`)).toEqual(['Office visit: you pay $45 for each visit in your plan’s network.'])
  expect(told(`${now}\nEB*B**98***27*30*****Y`)).toEqual([
    'Office visit: your plan gives two amounts for your copay in your plan’s network: $30 and $45. We will ask which one is right.',
  ])
})
