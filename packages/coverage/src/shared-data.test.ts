import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readInterchanges } from '@foyer/x12'
import { expect, test } from 'vitest'
import { readEligibilities } from './benefits/read-eligibility.ts'
import { benefitSentence } from './sentences/benefit-sentence.ts'
import { rejectionSentence, stateSentence } from './sentences/other-sentences.ts'

const root = fileURLToPath(new URL('../../../../shared/data/x12', import.meta.url))

/** Every 271 below the folder, and what it comes to. Sentences are checked for what all of them have in common. */
function summaries() {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^ST.271\b/m.test(headOf(join(root, name))),
  )
  return files.toSorted().map((name) => {
    const { interchanges } = readInterchanges(readFileSync(join(root, name)))
    const sets = interchanges.flatMap(({ groups }) => groups.flatMap((group) => group.sets))
    const people = sets.flatMap((set) =>
      readEligibilities(set.segments, { serviceDate: '2013-10-31', serviceTypes: [] }),
    )
    for (const { state, benefits, rejections } of people) {
      for (const language of ['en', 'es'] as const) {
        expect(stateSentence(state, language)).toMatch(/\.$/)
        for (const one of benefits) expect(benefitSentence(one, language)).toMatch(/^\p{Lu}[^*~]*[.”]$/u)
        for (const one of rejections) expect(rejectionSentence(one, language)).toMatch(/\.$/)
      }
    }
    const told = people.map(({ state, benefits, rejections }) =>
      [state.is, benefits.length, rejections.length].join(' '),
    )
    return [name.split('/').at(-1), ...told]
  })
}

function headOf(path: string): string {
  try {
    return readFileSync(path, 'latin1').slice(0, 2000).replaceAll('~', '\n')
  } catch {
    return ''
  }
}

const isThere = existsSync(root)
test.skipIf(!isThere)(`shared data x12, every 271${isThere ? '' : ' (absent, skipped)'}`, () => {
  expect(summaries()).toEqual([
    ['x271.txt', 'active 1 0'],
    ['demo.271', 'active 5 0'],
    ['dependent-health-benefit-check.271', 'active 5 0'],
    ['subscriber-health-benefit-check-error.271', 'unclear 0 1'],
    ['subscriber-health-benefit-check.271', 'active 5 0'],
  ])
})
