import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { kindOf } from '../benefits/codes.ts'
import { readEligibilities } from '../benefits/read-eligibility.ts'
import { answerWith, tooHardIn } from '../testing.ts'
import { benefitSentence } from './benefit-sentence.ts'
import { patientSentence } from './patient-sentence.ts'

const text = readFileSync(new URL('../../vectors/271/benefits.txt', import.meta.url), 'utf8')
const told = /^(en|es|patient en|patient es): (.*)$/
const vectors = text
  .split(/^# /m)
  .slice(1)
  .map((block) => {
    const [name = '', ...lines] = block.trimEnd().split('\n')
    const expected = Object.fromEntries(
      lines.flatMap((line) => {
        const [, key = '', sentence = ''] = told.exec(line) ?? []
        return key === '' ? [] : [[key, sentence]]
      }),
    )
    return { name, body: lines.filter((line) => !told.test(line)).join('\n'), expected }
  })

function benefitOf(body: string) {
  const [found] = readEligibilities(answerWith(body), { serviceDate: '2026-11-24', serviceTypes: [] })
  const [benefit] = found?.benefits ?? []
  if (!benefit) throw new Error('no benefit in it')
  return benefit
}

describe('golden sentences', () => {
  test.each(vectors)('$name', ({ body, expected }) => {
    const benefit = benefitOf(body)
    const patient = { en: patientSentence(benefit, 'en'), es: patientSentence(benefit, 'es') }
    expect({
      en: benefitSentence(benefit, 'en'),
      es: benefitSentence(benefit, 'es'),
      ...(patient.en === null ? {} : { 'patient en': patient.en }),
      ...(patient.es === null ? {} : { 'patient es': patient.es }),
    }).toEqual(expected)
  })

  test('every kind of statement that X12 has is among them', () => {
    const codes = new Set(vectors.map(({ body }) => benefitOf(body).code))
    expect(Object.keys(kindOf).filter((code) => !codes.has(code))).toEqual([])
    expect(vectors.length).toBeGreaterThanOrEqual(40)
  })

  test('what patients read asks for six years of school', () => {
    for (const language of ['en', 'es'] as const) {
      const sentences = vectors.flatMap(({ expected }) => expected[`patient ${language}`] ?? [])
      expect(sentences.length).toBeGreaterThan(20)
      expect(tooHardIn(sentences, language)).toEqual([])
    }
  })
})

describe('of a Qualified Medicare Beneficiary the desk reads what the payer said and that it may not be collected', () => {
  const told = (body: string, language: 'en' | 'es' = 'en') => {
    const [found] = readEligibilities(answerWith(body), { serviceDate: '2026-11-24', serviceTypes: ['98'] })
    return found?.benefits.map((one) => benefitSentence(one, language, found)) ?? []
  }
  const en = 'May not be collected for what Medicare covers: the patient is a Qualified Medicare Beneficiary.'
  const es = 'No se puede cobrar de lo que Medicare cubre: el paciente es Beneficiario Calificado de Medicare.'
  const sharing = 'EB*A**98*MB****.2\nMSG*AFTER DEDUCTIBLE\nEB*C**30*MB**29*100'

  test('of shares, copays and deductibles', () => {
    expect(told(`EB*1**30*QM\n${sharing}\nEB*B**98`).slice(1)).toEqual([
      `Office visit: the patient pays 20% (coinsurance), Medicare Part B. ${en} The payer writes: “AFTER DEDUCTIBLE”`,
      `Plan: $100 of the deductible left, Medicare Part B. ${en}`,
      `Office visit: copay, amount not said. ${en}`,
    ])
    expect(told(`EB*1**30*QM\n${sharing}`, 'es').slice(1)).toEqual([
      `Visita al consultorio: el paciente paga 20% (coseguro), Medicare Parte B. ${es} El seguro escribe: “AFTER DEDUCTIBLE”`,
      `Plan: quedan $100 del deducible, Medicare Parte B. ${es}`,
    ])
  })

  test('but not of nothing, of what was paid, of drugs, of Medicaid’s own, nor of what is not shared', () => {
    const others = 'EB*B**98****0\nEB*C**30***24*90\nEB*B**88****4\nEB*B**98*MC***2\nEB*G**30***23*5000\nEB*I**AL'
    expect(told(`EB*1**30*QM\n${others}`).filter((text) => text.includes(en))).toEqual([])
  })

  test('nor on another day, or where the plan is over', () => {
    const marked = (body: string) => told(body).filter((text) => text.includes(en))
    expect(marked(`EB*1**30*QM\n${sharing}`)).toHaveLength(2)
    expect(marked(`EB*1**30*MB\nEB*1**30*QM\nDTP*307*RD8*20250101-20251231\n${sharing}`)).toEqual([])
    expect(marked(`DTP*291*RD8*20250101-20251231\nEB*1**30*QM\n${sharing}`)).toEqual([])
  })
})
