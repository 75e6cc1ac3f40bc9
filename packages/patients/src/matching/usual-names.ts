import byCommunity from '../../data/community-name-shares.json' with { type: 'json' }
import perHundredThousand from '../../data/name-shares.json' with { type: 'json' }
import type { ShareTable } from './shares.ts'

type Counts = Readonly<Record<string, number>>

/**
 * Shares of names within the community where they are commonest, rounded estimates per 1,000 of its people: a man called
 * Mohamed is one of a hundred in the country and one of eleven in the waiting room of a practice that Somali families go
 * to.
 */
function withinCommunities(kind: 'given' | 'family'): ReadonlyMap<string, number> {
  const shares = new Map<string, number>()
  for (const community of Object.values(byCommunity)) {
    for (const [name, count] of Object.entries(community[kind] as Counts)) {
      shares.set(name, Math.max(shares.get(name) ?? 0, count / 1_000))
    }
  }
  return shares
}

export const communityNames = { given: withinCommunities('given'), family: withinCommunities('family') }

/** The part of a practice's people that one community is taken to be, when no set is at hand. */
const partOfPractice = 1 / 50

const table = (counts: Counts, community: ReadonlyMap<string, number>, rest: number): ShareTable => {
  const of = new Map(Object.entries(counts).map(([name, count]) => [name, count / 100_000]))
  for (const [name, share] of community) of.set(name, Math.max(of.get(name) ?? rest, share * partOfPractice))
  return { of, rest }
}

/**
 * How often names occur in the United States, for when no set is at hand: family names per 100,000 people of the 2010
 * census, given names from the Social Security Administration's births of a hundred years, both rounded; and the
 * commonest names of communities whose names those lists hardly hold.
 */
export const usualNames = {
  family: table(perHundredThousand.family, communityNames.family, 0.0003),
  given: table(perHundredThousand.given, communityNames.given, 0.0005),
}

const usualGiven = new Set(Object.keys(perHundredThousand.given))
const usualFamily = new Set(Object.keys(perHundredThousand.family))

/** Whether a folded given name is one that many people bear. */
export function isUsualGiven(name: string): boolean {
  return usualGiven.has(name)
}

/** Among the usual family names that the package knows, folded. */
export function isUsualFamily(name: string): boolean {
  return usualFamily.has(name)
}
