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
