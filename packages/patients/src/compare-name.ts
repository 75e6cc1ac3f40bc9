import { foldName, type PersonName } from './name.ts'
import { sameGivenName } from './nickname.ts'
import { jaroWinkler } from './similarity.ts'

/** How one field of two persons compares and what that is worth, in log2 of the likelihood ratio. */
export type Comparison<O extends string> = { readonly outcome: O; readonly weight: number }

export type GivenOutcome = 'same' | 'nickname' | 'similar' | 'alike' | 'initial' | 'middle' | 'different'
export type FamilyOutcome = 'same' | 'part' | 'similar' | 'alike' | 'different'

const givenWeights: Readonly<Record<GivenOutcome, number>> = {
  same: 4.5,
  nickname: 3.5,
  similar: 3.5,
  middle: 2.5,
  alike: 1.5,
  initial: 1,
  different: -4.5,
}

const familyWeights: Readonly<Record<FamilyOutcome, number>> = {
  same: 5.5,
  part: 4,
  similar: 4,
  alike: 2,
  // People marry: another family name says less than another given name.
  different: -3.5,
}

/** Compares given names, also by what each wants to be called and by the middle name. Null when one is missing. */
export function compareGiven(a: Partial<PersonName>, b: Partial<PersonName>): Comparison<GivenOutcome> | null {
  const found = [
    ...pairs(a.given, b.given).map(givenOutcome),
    // Two people of one household may be called alike; so a preferred name is only held against a given one.
    ...[...pairs(a.preferred, b.given), ...pairs(a.given, b.preferred)].map(preferredOutcome),
    ...[...pairs(a.middle, b.given), ...pairs(a.given, b.middle)].map(middleOutcome),
  ]
  const best = found.reduce<GivenOutcome | null>(
    (top, outcome) => (top === null || givenWeights[outcome] > givenWeights[top] ? outcome : top),
    null,
  )
  return best && { outcome: best, weight: givenWeights[best] }
}

/** Compares family names; one of two surnames (`García` and `García López`) counts as a part. Null when one is missing. */
export function compareFamily(a: string | undefined, b: string | undefined): Comparison<FamilyOutcome> | null {
  const foldedA = foldName(a ?? '')
  const foldedB = foldName(b ?? '')
  if (!foldedA || !foldedB) return null
  const outcome = familyOutcome(foldedA, foldedB)
  return { outcome, weight: familyWeights[outcome] }
}

/** Whether given and family name stand in each other's place. */
export function namesSwapped(a: Partial<PersonName>, b: Partial<PersonName>): boolean {
  const [givenA, familyA, givenB, familyB] = [a.given, a.family, b.given, b.family].map((name) => foldName(name ?? ''))
  if (!givenA || !familyA || !givenB || !familyB) return false
  return jaroWinkler(givenA, familyB) >= 0.92 && jaroWinkler(familyA, givenB) >= 0.92
}

function pairs(a: string | undefined, b: string | undefined): (readonly [string, string])[] {
  const [foldedA, foldedB] = [foldName(a ?? ''), foldName(b ?? '')]
  return foldedA && foldedB ? [[foldedA, foldedB]] : []
}

function preferredOutcome(pair: readonly [string, string]): GivenOutcome {
  const outcome = givenOutcome(pair)
  return outcome === 'same' ? 'nickname' : outcome
}

function middleOutcome([a, b]: readonly [string, string]): GivenOutcome {
  return a === b && a.length > 1 ? 'middle' : 'different'
}

function givenOutcome([a, b]: readonly [string, string]): GivenOutcome {
  const [joinedA, joinedB] = [a.replaceAll(' ', ''), b.replaceAll(' ', '')]
  if (joinedA === joinedB) return 'same'
  if (joinedA.length === 1 || joinedB.length === 1) return joinedA[0] === joinedB[0] ? 'initial' : 'different'
  if (sameGivenName(joinedA, joinedB) || firstWord(a) === firstWord(b)) return 'nickname'
  const similarity = jaroWinkler(joinedA, joinedB)
  return similarity >= 0.9 ? 'similar' : similarity >= 0.82 ? 'alike' : 'different'
}

function familyOutcome(a: string, b: string): FamilyOutcome {
  const [joinedA, joinedB] = [a.replaceAll(' ', ''), b.replaceAll(' ', '')]
  if (joinedA === joinedB) return 'same'
  const wordsOfB = b.split(' ')
  if (a.split(' ').some((word) => word.length > 2 && wordsOfB.includes(word))) return 'part'
  const similarity = jaroWinkler(joinedA, joinedB)
  return similarity >= 0.92 ? 'similar' : similarity >= 0.84 ? 'alike' : 'different'
}

function firstWord(text: string): string {
  return text.split(' ')[0] ?? ''
}
