import perHundredThousand from '../../data/name-shares.json' with { type: 'json' }
import type { ShareTable } from './shares.ts'

const table = (counts: Readonly<Record<string, number>>, rest: number): ShareTable => ({
  of: new Map(Object.entries(counts).map(([name, count]) => [name, count / 100_000])),
  rest,
})

/**
 * How often names occur in the United States, for when no set is at hand: family names per 100,000 people of the 2010
 * census, given names from the Social Security Administration's births of a hundred years, both rounded. A name that is
 * not among the hundred most usual is rarer than all of them.
 */
export const usualNames = {
  family: table(perHundredThousand.family, 0.0003),
  given: table(perHundredThousand.given, 0.0005),
}

/** Whether a folded given name is one that many people bear. */
export function isUsualGiven(name: string): boolean {
  return usualNames.given.of.has(name)
}

/** Among the usual family names that the package knows, folded. */
export function isUsualFamily(name: string): boolean {
  return usualNames.family.of.has(name)
}
