import { describe, expect, test } from 'vitest'
import { readEligibilities } from '../benefits/read-eligibility.ts'
import { answerWith, easeOf, gradeOf, tooHardIn } from '../testing.ts'
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

describe('a Qualified Medicare Beneficiary', () => {
  const free = 'You owe nothing for what Medicare covers.'
  const qmb = 'EB*1**30*QM'

  test('reads that nothing is owed for what Medicare covers, and of no share, deductible, copay or maximum', () => {
    const sharing =
      'EB*A**98*MB****.2\nEB*C**30*MB**23*257\nEB*C**30*MB**29*0\nEB*B**98***27*45\nEB*G**30***23*5000\nEB*A**30*****1'
    const en = told(`${qmb}\n${sharing}`)
    expect(en).toEqual([
      `You are covered. ${free}`,
      'Office visit: you owe nothing if Medicare covers this.',
      'Office visit: you owe nothing if Medicare covers this.',
    ])
    const es = told(`${qmb}\n${sharing}`, 'es')
    expect(es).toEqual([
      'Su plan lo cubre a usted. No debe nada por lo que Medicare cubre.',
      'Visita al consultorio: no debe nada si Medicare cubre esto.',
      'Visita al consultorio: no debe nada si Medicare cubre esto.',
    ])
    expect(tooHardIn(en, 'en')).toEqual([])
    expect(tooHardIn(es, 'es')).toEqual([])
  })

  test('whatever is said of money, no amount and no percent of it is theirs to pay', () => {
    for (const language of ['en', 'es'] as const) {
      const shared = amounts.filter((body) => !body.startsWith('EB*F'))
      const sentences = shared.flatMap((body) => told(`${qmb}\n${body}`, language).slice(1))
      expect(sentences).toHaveLength(shared.length)
      expect(sentences.filter((text) => /[$%]|you (still )?pay (?!nothing)|usted paga/.test(text))).toEqual([])
      expect(tooHardIn(sentences, language)).toEqual([])
    }
  })

  test('what costs nothing anyhow stays as it is said, and so do authorization and what is not covered', () => {
    expect(told(`${qmb}\nEB*B**98***27*0\nEB*I**AL\nEB*A**UC*****.2***Y`).slice(1)).toEqual([
      'Office visit: you pay nothing at the visit.',
      'Vision care: your plan does not pay for this.',
      'Urgent care: you owe nothing if Medicare covers this. Your plan must say yes first.',
    ])
  })

  test('two amounts of which the payer does not say which applies are none of theirs', () => {
    expect(told(`${qmb}\nEB*B**98***27*30\nEB*B**98***27*45`).slice(1)).toEqual([
      'Office visit: you owe nothing if Medicare covers this.',
      'Office visit: you owe nothing if Medicare covers this.',
    ])
  })

  test('drugs are Part D, and what is called Medicaid’s own is no share of Medicare', () => {
    expect(told(`${qmb}\nEB*B**88***27*4\nEB*B**98*MC**27*2`).slice(1)).toEqual([
      'Pharmacy: you pay $4 for each visit.',
      'Office visit: you pay $2 for each visit.',
    ])
  })

  test('is one on the day that it is said of only', () => {
    const past = `EB*1**30*MB\n${qmb}\nDTP*307*RD8*20250101-20251231\nEB*A**98*MB****.2`
    expect(told(past)).toEqual(['You are covered.', 'Office visit: you pay 20% of the bill. Your plan pays the rest.'])
  })
})

describe('whether the plan pays is contradicted', () => {
  const amountsOf = (body: string) => told(body).filter((text) => /[$%]/.test(text))
  const both = 'EB*1**30\nEB*6**30'
  const clash = 'EB*1**98\nEB*I**98'

  test('by its state: no amount, limit or service is a fact, in either language', () => {
    const sharing =
      'EB*B**98***27*30\nEB*A**98*****.2\nEB*C**30***23*500\nEB*G**30***29*900\nEB*F**PT***23***VS*20\nEB*1**UC\nEB*B**UC***27*9\nEB*B**UC***27*8'
    expect(told(`${both}\n${sharing}`)).toEqual([
      'Your plan says both that you are covered and that you are not. We will ask your plan.',
    ])
    expect(told(`${both}\n${sharing}`, 'es')).toEqual([
      'Su plan dice que usted está cubierto y también que no. Le preguntaremos a su plan.',
    ])
    expect(told(`${both}\nEB*I**AL\nEB*R**30*MB`).slice(1)).toEqual([
      'Vision care: your plan does not pay for this.',
      'You may have another plan too. Please tell us.',
    ])
  })

  test('of the service: its copay and its share are none, those of another are', () => {
    expect(told(`${clash}\nEB*B**98***27*30\nEB*A**98*****.2`)).toEqual([
      'Office visit: your plan says both that it pays for this and that it does not. We will ask your plan.',
    ])
    expect(amountsOf(`${clash}\nEB*B**98^UC***27*30`)).toEqual(['Urgent care: you pay $30 for each visit.'])
    expect(amountsOf(`${clash}\nEB*C**30***23*500`)).toEqual(['You pay the first $500 each year.'])
  })

  test('of the plan as such: nothing of it', () => {
    expect(told('EB*1**30\nEB*I**30\nEB*B**98***27*30\nEB*C**30***23*500')).toEqual([
      'Your plan says both that you are covered and that you are not. We will ask your plan.',
    ])
  })

  test('of one network, place, code, day or plan: what is of another one stands', () => {
    const copay = 'EB*B**98***27*30'
    expect(amountsOf(`EB*1**98*********Y\nEB*I**98*********Y\n${copay}*****N`)).toHaveLength(1)
    expect(amountsOf(`EB*1**98*********Y\nEB*I**98*********Y\n${copay}*****Y`)).toEqual([])
    expect(amountsOf(`EB*1**98*********Y\nEB*I**98*********Y\n${copay}*****W`)).toEqual([])
    const far = 'EB*1**98\nIII*ZZ*02\nEB*I**98\nIII*ZZ*02'
    expect(amountsOf(`${far}\n${copay}\nIII*ZZ*11`)).toHaveLength(1)
    expect(amountsOf(`${far}\n${copay}\nIII*ZZ*02`)).toEqual([])
    const code = 'EB*1************HC:99213\nEB*I************HC:99213'
    expect(amountsOf(`${code}\n${copay}`)).toHaveLength(1)
    expect(amountsOf(`${code}\nEB*B*****27*30******HC:99213`)).toEqual([])
    expect(amountsOf(`${code}\nEB*B*****27*30******HC:99214`)).toHaveLength(1)
    const dated = 'DTP*292*RD8*20250101-20251231'
    expect(amountsOf(`EB*1**30\nEB*1**98\n${dated}\nEB*I**98\n${dated}\n${copay}`)).toHaveLength(1)
    expect(amountsOf('EB*1**98*MA\nEB*I**98*MA\nEB*B**98*MB**27*30')).toHaveLength(1)
    expect(amountsOf('EB*1**98*MA\nEB*I**98*MA\nEB*B**98*MA**27*30')).toEqual([])
  })
})
