import { expect, test } from 'vitest'
import { findCandidates } from './candidates.ts'
import { estimateFor } from './estimate.ts'
import { defaultModel } from './model.ts'
import { type PreparedPerson, prepare } from './prepare.ts'
import { createScorer } from './scorer.ts'
import { type Known, populationOf } from './testing-population.ts'

const communities = populationOf(1_260, 7).map((people) =>
  people.map((known) => ({ ...known, prepared: prepare(known.person) })),
)
const everybody = communities.flat().map(({ prepared }) => prepared)

type Judged = Known & { readonly prepared: PreparedPerson }

/** Pairs whose birth dates have two parts of three in common or the digits of one another: no others are ever the same. */
function* likelyPairs(people: readonly Judged[]): Generator<readonly [Judged, Judged]> {
  const blocks = [
    ({ person: { birthDate = '' } }: Judged) => birthDate.slice(5),
    ({ person: { birthDate = '' } }: Judged) => birthDate.slice(0, 7),
    ({ person: { birthDate = '' } }: Judged) => birthDate.slice(0, 4) + birthDate.slice(8),
    ({ person: { birthDate = '' } }: Judged) =>
      birthDate.slice(0, 4) + Array.from(birthDate.slice(5)).toSorted().join(''),
  ]
  for (const [nth, key] of blocks.entries()) {
    for (const block of Map.groupBy(people, key).values()) {
      for (const [at, a] of block.entries()) {
        for (const b of block.slice(at + 1)) {
          if (!blocks.slice(0, nth).some((earlier) => earlier(a) === earlier(b))) yield [a, b]
        }
      }
    }
  }
}

test.each([
  ['shipped', () => defaultModel],
  ['fitted', () => estimateFor(everybody, findCandidates(everybody))],
])(
  'where communities live together the verdict same of the %s model is wrong at most once in 10,000',
  (_, model) => {
    const scorer = createScorer(model())
    let same = 0
    const wrong: (readonly [Known['person'], Known['person']])[] = []
    for (const people of communities) {
      for (const [a, b] of likelyPairs(people)) {
        if (scorer.score(a.prepared, b.prepared).verdict !== 'same') continue
        same++
        if (a.who !== b.who) wrong.push([a.person, b.person])
      }
    }
    // A verdict that nobody is given would never be wrong.
    expect(same).toBeGreaterThan(20_000)
    expect(wrong.slice(0, same / 10_000 + 20).length, JSON.stringify(wrong.slice(0, 20))).toBeLessThanOrEqual(
      same / 10_000,
    )
  },
  300_000,
)
