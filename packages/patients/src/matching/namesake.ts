import { dayOfFamilies, oneDay, shareWithin } from './birth-days.ts'
import { type Field, fieldAt } from './levels.ts'
import type { PreparedPerson } from './prepare.ts'
import type { PreparedName } from './prepare-name.ts'
import type { Shares } from './shares.ts'
import { communityNames, usualNames } from './usual-names.ts'

/*
 * The doubt that "same" has to stand: is there somebody else whom this agrees with just as well? Names, birthdays and
 * neighbourhoods are no independent draws from the whole country: whoever sits in one waiting room is often of one
 * community, where every fourth is called Nguyen or Singh and every third was born on the first of January. So each
 * value counts by its share where it is commonest, and what the list of no community holds is taken for usual.
 */

const unlisted = 0.003
const leastShare = 0.001

/** Births spread over so many years: a practice for children has fewer than one for all. */
const years = 30

const bits = {
  identifier: 16,
  phone: 12,
  email: 16,
  street: 10,
  mostOfContacts: 17,
  emailSlip: 4,
  postalCode: 2,
  city: 1,
  /** Cousins named after one grandfather, all of them born on the day of those who do not know theirs. */
  mostOfRelatives: 9,
  middleAtMost: 7,
  middleInitial: 3,
}

// Numbers of the levels in levels.ts.
const given = { slip: 3, initial: 5 }
const family = { alike: 4 }
const born = { same: 1, swapped: 2, slip: 3, inPart: 4, twoOfThree: 5 }

/** log2 of one to the chance that another person of the same community agrees with a record at these levels. */
export function bitsAgainstNamesakes(levels: Uint8Array, a: PreparedPerson, b: PreparedPerson, set?: Shares): number {
  const level = (field: Field): number => levels[fieldAt[field]] ?? 0
  return (
    namesBits(level, a, b, set) +
    birthBits(level('birthDate'), a, b, set) +
    contactBits(level, a, set) +
    (level('identifier') === 1 ? bits.identifier : 0) +
    middleBits(level('middle'), a, b, set)
  )
}

type LevelOf = (field: Field) => number

function namesBits(level: LevelOf, a: PreparedPerson, b: PreparedPerson, set?: Shares): number {
  if (level('order') === 2) {
    // Ahmed Ali and Ali Ahmed: either may be the given name.
    return nameBits('given', a.given, b.family, set) + nameBits('family', a.family, b.given, set) - 1
  }
  const [first, last] = [level('given'), level('family')]
  const ofGiven = first === 0 || first >= given.initial ? 0 : nameBits('given', a.given, b.given, set) - lost(first)
  const ofFamily = last === 0 || last > family.alike ? 0 : nameBits('family', a.family, b.family, set) - lost(last)
  return Math.max(0, ofGiven) + Math.max(0, ofFamily)
}

/** Of names that agree less than wholly there are more. */
function lost(level: number): number {
  return level === 1 ? 0 : level < given.slip ? 1 : level === given.slip ? 2 : 4
}

function nameBits(kind: 'given' | 'family', a: PreparedName | null, b: PreparedName | null, set?: Shares): number {
  if (!a || !b) return 0
  return -Math.log2(Math.max(shareOf(kind, a, set), shareOf(kind, b, set)))
}

function shareOf(kind: 'given' | 'family', { text, words }: PreparedName, set?: Shares): number {
  const inSet = set?.[kind]?.of.get(text) ?? 0
  const known = knownShare(kind, text) ?? (words.length > 1 ? shareOfWords(kind, words) : unlisted)
  return Math.max(inSet, known, leastShare)
}

/** Of two names that somebody bears the rarer one tells him apart. */
function shareOfWords(kind: 'given' | 'family', words: readonly string[]): number {
  return Math.min(...words.map((word) => knownShare(kind, word) ?? unlisted))
}

function knownShare(kind: 'given' | 'family', text: string): number | null {
  const [inCountry, inCommunity] = [usualNames[kind].of.get(text), communityNames[kind].get(text)]
  return inCountry === undefined && inCommunity === undefined ? null : Math.max(inCountry ?? 0, inCommunity ?? 0)
}

function birthBits(level: number, { birthDate: a }: PreparedPerson, { birthDate: b }: PreparedPerson, set?: Shares) {
  if (!a || !b) return 0
  const year = Math.log2(years)
  const day = -Math.log2(Math.max(dayShare(a.text.slice(5), set), dayShare(b.text.slice(5), set)))
  if (level === born.same) return year + day
  if (level === born.swapped) return year - Math.log2(2 * oneDay)
  // One sign off: of the years there are some six such, of the days some twelve.
  if (level === born.slip) return a.year === b.year ? year + 4 : day + 2
  if (level === born.inPart) return a.month > 0 && b.month > 0 ? year + 3 : year
  return level === born.twoOfThree ? 4 : 0
}

function dayShare(day: string, set?: Shares): number {
  return Math.max(shareWithin(day), set?.day?.of.get(day) ?? 0)
}

function contactBits(level: LevelOf, { birthDate }: PreparedPerson, set?: Shares): number {
  const email = level('email')
  const contacts =
    (level('phone') === 1 ? bits.phone : 0) +
    (email === 1 ? bits.email : email === 2 ? bits.emailSlip : 0) +
    (level('street') === 1 ? bits.street : 0)
  const place = level('postalCode') === 1 ? bits.postalCode : level('city') === 1 ? bits.city : 0
  const isDayOfFamilies = birthDate !== null && dayShare(birthDate.text.slice(5), set) >= dayOfFamilies
  return Math.min(isDayOfFamilies ? bits.mostOfRelatives : bits.mostOfContacts, contacts + place)
}

function middleBits(level: number, a: PreparedPerson, b: PreparedPerson, set?: Shares): number {
  if (level === 2) return bits.middleInitial
  if (level !== 1) return 0
  const isInitial = a.middle?.text.length === 1
  return isInitial ? bits.middleInitial : Math.min(bits.middleAtMost, nameBits('given', a.middle, b.middle, set))
}
