import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readInterchanges } from '@foyer/x12'
import { expect, test } from 'vitest'
import type { Benefit, Eligibility, OtherPayer, Party } from './benefits/eligibility.ts'
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

const root = fileURLToPath(new URL('../../../../shared/data/x12', import.meta.url))
const golden = new URL('../vectors/271/shared-data.txt', import.meta.url)

/** What stands in a file of others is not copied into this project: names, numbers and words of theirs are left out. */
const LEFT_OUT = '…'

function bareParty(party: Party): Party {
  return { ...party, name: LEFT_OUT, given: null, phones: party.phones.map(() => LEFT_OUT) }
}

function bare(benefit: Benefit): Benefit {
  return {
    ...benefit,
    plan: benefit.plan && LEFT_OUT,
    messages: benefit.messages.map(() => LEFT_OUT),
    references: benefit.references.map(({ qualifier }) => ({ qualifier, value: LEFT_OUT })),
    parties: benefit.parties.map(bareParty),
  }
}

function bareOther(one: OtherPayer): OtherPayer {
  return { ...one, payer: one.payer && bareParty(one.payer) }
}

/** Every sentence of one person’s part of an answer. */
function told({ state, ...found }: Eligibility): readonly string[] {
  const plain = { ...state, plan: state.plan && LEFT_OUT }
  const lines = (what: string, say: (language: 'en' | 'es') => string | null): string[] =>
    (['en', 'es'] as const).flatMap((language) => {
      const sentence = say(language)
      return sentence === null ? [] : [`${what} ${language}: ${sentence}`]
    })
  return [
    '# a person',
    ...lines('state', (language) => stateSentence(plain, language)),
    ...found.rejections.flatMap((one) => lines('rejected', (language) => rejectionSentence(one, language))),
    ...found.benefits
      .map(bare)
      .flatMap((one) => [
        ...lines('desk', (language) => benefitSentence(one, language, { state, ...found })),
        ...lines('patient', (language) => patientSentence(one, language, { state, ...found })),
      ]),
    ...found.otherPayers
      .map(bareOther)
      .flatMap((one) => lines('other', (language) => otherPayerSentence(one, language))),
    ...found.contradictions.flatMap((one) => lines('against', (language) => contradictionSentence(one, language))),
    ...found.gaps.flatMap((one) => lines('gap', (language) => gapSentence(one, language))),
  ]
}

/** Every 271 below the folder, and each sentence that is said of it. */
function sentences(): string {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^ST.271\b/m.test(headOf(join(root, name))),
  )
  const lines = files.toSorted().flatMap((name) => {
    const { interchanges } = readInterchanges(readFileSync(join(root, name)))
    const sets = interchanges.flatMap(({ groups }) => groups.flatMap((group) => group.sets))
    const asked = { serviceDate: '2013-10-31', serviceTypes: ['98'] }
    return [`## ${name}`, ...sets.flatMap((set) => readEligibilities(set.segments, asked).flatMap(told))]
  })
  return `${lines.join('\n')}\n`
}

function headOf(path: string): string {
  try {
    return readFileSync(path, 'latin1').slice(0, 2000).replaceAll('~', '\n')
  } catch {
    return ''
  }
}

const isThere = existsSync(root)
test.skipIf(!isThere)(`shared data x12, every sentence of every 271${isThere ? '' : ' (absent, skipped)'}`, () => {
  expect(sentences()).toBe(readFileSync(golden, 'utf8'))
})
