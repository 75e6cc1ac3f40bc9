import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockingKeys } from './blocking.ts'
import { findCandidates } from './candidates.ts'
import { prepare } from './prepare.ts'
import { seededRandom } from './random.ts'
import { anyPerson } from './testing.ts'

/** Enough people that not all pairs are compared. */
function town(count: number) {
  const random = seededRandom(7)
  const one = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? ''
  return Array.from({ length: count }, () =>
    prepare({
      name: {
        given: one(['Ana', 'Bob', 'Eve', 'Kim', 'Ola']),
        family: one(['Price', 'Aziz', 'Reyes', 'Holm', 'Zimmer']),
      },
      birthDate: `19${10 + Math.floor(random() * 89)}-0${1 + Math.floor(random() * 9)}-${10 + Math.floor(random() * 18)}`,
      phones: [`312${2_000_000 + Math.floor(random() * 900)}`, `773${2_000_000 + Math.floor(random() * 900)}`],
    }),
  )
}

test('of a few people all pairs, each once', () => {
  const pairs = [...findCandidates(town(40)).pairs()].length
  expect(pairs).toBe((40 * 39) / 2)
})

test('of many people the pairs that share a key, each once, smaller first', () => {
  const people = town(1600)
  const candidates = findCandidates(people)
  const seen = new Set<number>()
  for (const [first, second] of candidates.pairs()) {
    expect(first).toBeLessThan(second)
    expect(candidates.has(first, second)).toBe(true)
    const keys = new Set(blockingKeys(people[first] ?? prepare({ name: {} })).flat())
    expect(
      blockingKeys(people[second] ?? prepare({ name: {} }))
        .flat()
        .some((key) => keys.has(key)),
    ).toBe(true)
    expect(seen.has(first * people.length + second)).toBe(false)
    seen.add(first * people.length + second)
  }
  expect(seen.size).toBeGreaterThan(1000)
  expect(seen.size).toBeLessThanOrEqual(candidates.most)
  const samePhone = people.findIndex(({ phones }, at) => at > 0 && phones[0] === people[0]?.phones[0])
  if (samePhone > 0) expect(seen.has(samePhone)).toBe(true)
})

test('every nth pair is about as many, and always the same', () => {
  const candidates = findCandidates(town(1600))
  const all = [...candidates.pairs()].length
  const some = [...candidates.pairs(5)].map(([first, second]) => `${first} ${second}`)
  expect(some.length).toBeGreaterThan(all / 7)
  expect(some.length).toBeLessThan(all / 4)
  expect([...candidates.pairs(5)].map(([first, second]) => `${first} ${second}`)).toEqual(some)
})

test('keys of every kind of a person stand in a list of one length, and equal people have equal keys', () => {
  const kinds = blockingKeys(prepare({ name: {} })).length
  fc.assert(
    fc.property(anyPerson, (person) => {
      const keys = blockingKeys(prepare(person))
      expect(keys).toHaveLength(kinds)
      expect(blockingKeys(prepare(structuredClone(person)))).toEqual(keys)
      expect(keys.flat().every((key) => key.length > 1)).toBe(true)
    }),
  )
})
