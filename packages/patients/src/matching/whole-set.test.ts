import { expect, test } from 'vitest'
import { findCandidates } from './candidates.ts'
import { estimateFor } from './estimate.ts'
import { findPairs } from './links.ts'
import { defaultModel } from './model.ts'
import { prepare } from './prepare.ts'
import { seededRandom } from './random.ts'
import type { MatchPerson } from './record.ts'
import { createScorer } from './scorer.ts'

const syllables = ['ka', 'lo', 'ber', 'ti', 'mun', 'sa', 're', 'vol', 'den', 'pi']

/** Households of three; the first of every second one is there twice, the copy with one slip. */
function village(households: number) {
  const random = seededRandom(11)
  const below = (count: number): number => Math.floor(random() * count)
  const word = (): string => Array.from({ length: 3 }, () => syllables[below(syllables.length)]).join('')
  const people: MatchPerson[] = []
  const clusters: number[] = []
  for (let home = 0; home < households; home++) {
    const family = word()
    const shared = {
      phones: [`312${2_000_000 + below(7_000_000)}`],
      address: { line: `${1 + below(900)} ${word()} Street` },
    }
    for (let member = 0; member < 3; member++) {
      const birthDate = `${1930 + below(90)}-0${1 + below(9)}-${10 + below(18)}`
      const person = { name: { given: word(), family }, birthDate, ...shared }
      people.push(person)
      clusters.push(home * 3 + member)
      if (member > 0 || home % 2 > 0) continue
      people.push({ ...person, name: { given: person.name.given.replace(/.$/, ''), family } })
      clusters.push(home * 3)
    }
  }
  return { people: people.map((person) => prepare(person)), clusters }
}

test('the chances of a set are found without labels, and members of a household are no copies', () => {
  const { people, clusters } = village(200)
  const candidates = findCandidates(people)
  const model = estimateFor(people, candidates)
  const all = (people.length * (people.length - 1)) / 2
  expect(model.prior * all).toBeGreaterThan(90)
  expect(model.prior * all).toBeLessThan(115)
  expect(model.household * all).toBeGreaterThan(600)
  expect(model.fields.given.m[1]).toBeLessThan(0.3)
  const found = [...findPairs(people, candidates, createScorer(model))].filter(({ pair }) => pair.score >= 0.5)
  expect(found).toHaveLength(100)
  expect(found.filter(({ first, second }) => clusters[first] !== clusters[second])).toEqual([])
})

test('the same set gives the same answer', () => {
  const answer = () => {
    const { people } = village(60)
    const candidates = findCandidates(people)
    return [...findPairs(people, candidates, createScorer(estimateFor(people, candidates)))]
  }
  expect(answer()).toEqual(answer())
})

test('a set of one and a set of none', () => {
  const one = [prepare({ name: { given: 'Eva', family: 'Holm' } })]
  for (const people of [[], one]) {
    const candidates = findCandidates(people)
    expect(estimateFor(people, candidates).prior).toBe(defaultModel.prior)
    expect([...findPairs(people, candidates, createScorer(defaultModel))]).toEqual([])
  }
})

const phones = ['+13125550134']
const scorer = createScorer(defaultModel)
const pairsOf = (...people: MatchPerson[]) => {
  const prepared = people.map((person) => prepare(person))
  return [...findPairs(prepared, findCandidates(prepared), scorer, { least: -60 })]
}
const between = (pairs: ReturnType<typeof pairsOf>, first: number, second: number) =>
  pairs.find((found) => found.first === first && found.second === second)

test('two who both agree with a third are as likely one person, and are asked about', () => {
  const a = { name: { given: 'Leopold', family: 'Zimmer' }, birthDate: '1937-03-21' }
  const b = { name: { given: 'Leo' }, birthDate: '1937-03-21', phones, emails: ['lz@example.org'] }
  const c = { ...a, phones, emails: ['lz@example.org'] }
  const found = between(pairsOf(a, b, c), 0, 1)
  expect(found?.through).toBe(2)
  expect(found?.pair.verdict).toBe('ask')
  expect(found?.pair.score).toBeGreaterThan(0.9)
  expect(found?.pair.evidence.at(-1)).toMatchObject({ field: 'rule', outcome: 'through-another' })
  const { prior = 0, logOdds = 0, evidence = [] } = found?.pair ?? {}
  expect(evidence.reduce((sum, { weight }) => sum + weight, prior)).toBeCloseTo(logOdds, 9)
})

test('father and son are not made one by a record without a birth date', () => {
  const father = { name: { given: 'Amos', family: 'Whitfield' }, birthDate: '1950-01-20', phones }
  const son = { name: { given: 'Amos', family: 'Whitfield' }, birthDate: '1980-07-03', phones }
  const found = between(pairsOf(father, son, { name: father.name, phones }), 0, 1)
  expect(found?.through).toBeNull()
  expect(found?.pair.verdict).not.toBe('same')
})
