import { readdirSync, readFileSync } from 'node:fs'
import { readInterchanges, validate } from '@foyer/x12'
import { describe, expect, test } from 'vitest'
import { kindOf } from './benefits/codes.ts'
import type { Eligibility } from './benefits/eligibility.ts'
import { readEligibilities } from './benefits/read-eligibility.ts'
import { benefitSentence } from './sentences/benefit-sentence.ts'
import {
  contradictionSentence,
  gapSentence,
  otherPayerSentence,
  rejectionSentence,
  stateSentence,
} from './sentences/other-sentences.ts'
import { patientSentence } from './sentences/patient-sentence.ts'
import { tooHardIn } from './testing.ts'

const folder = new URL('../vectors/271/whole/', import.meta.url)
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.271'))
  .map((name) => name.slice(0, -'.271'.length))
const text = (file: string): string => readFileSync(new URL(file, folder), 'utf8')

/** Asked for an office visit on 24 November 2026. */
function peopleIn(name: string): readonly Eligibility[] {
  const { interchanges } = readInterchanges(Buffer.from(text(`${name}.271`)))
  const sets = interchanges.flatMap(({ groups }) => groups.flatMap((group) => group.sets))
  return sets.flatMap((set) => readEligibilities(set.segments, { serviceDate: '2026-11-24', serviceTypes: ['98'] }))
}

function told({ patient, subscriber, state, ...found }: Eligibility): string {
  const whose = subscriber ? `, of ${subscriber.given} ${subscriber.name}` : ''
  const lines = (what: string, say: (language: 'en' | 'es') => string | null): string[] =>
    (['en', 'es'] as const).flatMap((language) => {
      const sentence = say(language)
      return sentence === null ? [] : [`${what} ${language}: ${sentence}`]
    })
  return [
    `# ${[patient.given, patient.name].filter(Boolean).join(' ') || 'nobody'}${whose}`,
    ...lines('state', (language) => stateSentence(state, language)),
    ...found.rejections.flatMap((one) => lines('rejected', (language) => rejectionSentence(one, language))),
    ...found.benefits.flatMap((one) => [
      ...lines('desk', (language) => benefitSentence(one, language, { state, ...found })),
      ...lines('patient', (language) => patientSentence(one, language, { state, ...found })),
    ]),
    ...found.otherPayers.flatMap((one) => lines('other', (language) => otherPayerSentence(one, language))),
    ...found.contradictions.flatMap((one) => lines('against', (language) => contradictionSentence(one, language))),
    ...found.gaps.flatMap((one) => lines('gap', (language) => gapSentence(one, language))),
  ].join('\n')
}

describe('whole answers, each with all that is said of it', () => {
  test.each(names)('%s', (name) => {
    expect(`${peopleIn(name).map(told).join('\n')}\n`).toBe(text(`${name}.txt`))
  })

  test('every kind of statement that X12 has is in one of them, and all of them are as the guide has it', () => {
    const codes = new Set(
      names.flatMap((name) => peopleIn(name).flatMap(({ benefits }) => benefits.map(({ code }) => code))),
    )
    expect(Object.keys(kindOf).filter((code) => !codes.has(code))).toEqual([])
    for (const name of names) {
      const reading = readInterchanges(Buffer.from(text(`${name}.271`)))
      const wrong = [...reading.findings, ...validate(reading)].filter(({ severity }) => severity === 'error')
      expect([name, ...wrong]).toEqual([name])
    }
  })

  test('there are enough of them, and what patients read asks for six years of school', () => {
    expect(names.length).toBeGreaterThanOrEqual(40)
    for (const language of ['en', 'es'] as const) {
      const sentences = names
        .flatMap((name) => peopleIn(name))
        .flatMap((found) => found.benefits.flatMap((one) => patientSentence(one, language, found) ?? []))
      expect(tooHardIn(sentences, language)).toEqual([])
    }
  })
})
