import { dayOfFamilies, shareWithin } from './birth-days.ts'
import { type Field, fieldAt } from './levels.ts'
import type { PreparedPerson } from './prepare.ts'
import { isSameName, type PreparedName } from './prepare-name.ts'
import { slipsBetween } from './slips.ts'
import { isUsualFamily, isUsualGiven } from './usual-names.ts'

/**
 * Why a pair is not called the same by itself, whatever its weights say. `other-member` also lowers the sum: what
 * households share is no independent proof.
 */
export type Guard =
  | 'other-member'
  | 'maybe-twins'
  | 'parent-or-child'
  | 'birth-date-missing'
  | 'birth-date-open'
  | 'name-missing'
  | 'name-open'
  | 'sex-differs'
  | 'number-differs'
  | 'maybe-namesake'

/** Years between parent and child at the least. */
const generation = 14

// Numbers of the levels in levels.ts.
const given = { variant: 2, slip: 3, alike: 4, initial: 5 }
const family = { alike: 4 }
const born = { same: 1, slip: 3, inPart: 4, near: 6 }
const differs = { suffix: 2, sex: 2, identifier: 3 }
const numberSlip = 2

/**
 * The first guard that holds for a pair with these levels. A number of the person (record number, member id, social
 * security number) that is the same lifts doubts about the family name and sex, not the rest: people of one household
 * are given one another's numbers, so twins, brothers and sisters, parent and child stay guarded.
 */
export function guardOf(levels: Uint8Array, a: PreparedPerson, b: PreparedPerson): Guard | null {
  const level = (field: Field): number => levels[fieldAt[field]] ?? 0
  // Who it is was not known when the record was made: no number found on them says it by itself.
  if (a.isUnknown || b.isUnknown) return 'name-missing'
  const [first, last, birth] = [level('given'), level('family'), level('birthDate')]
  const isSwapped = level('order') === 2
  const hasNumber = level('identifier') === 1
  const bornApart = birth >= born.near
  if (first >= given.initial && bornApart && !hasNumber) return 'other-member'
  // Of children without a name a ward has several on one day; their mother's name and number are on all of them.
  if (a.isUnnamed || b.isUnnamed) return 'name-missing'
  const areTwo = haveTwoNames(first, a, b) && !(hasNumber && isMistyped(a, b))
  if (birth === born.same && (first >= given.alike || areTwo)) return 'maybe-twins'
  if (level('suffix') === differs.suffix && (birth !== born.same || !hasNumber)) return 'parent-or-child'
  if (birth === 0) return 'birth-date-missing'
  // 1937 and 1973 are two digits swapped, 1961 and 1981 one mistyped, or father and son, who share a number as well.
  if (birth !== born.same && isGenerationApart(a, b)) return 'parent-or-child'
  // Brothers and sisters: a slip in the birth date and one in the name are not two slips.
  if (birth !== born.same && areTwo) return 'name-open'
  if (bornApart) return 'birth-date-open'
  if (!a.birthDate?.isReal || !b.birthDate?.isReal) return 'birth-date-open'
  // Whoever does not know the day is written down with the first of January; another year is another person.
  if (birth >= born.slip && isDayOfFamilies(a) && isDayOfFamilies(b)) return 'birth-date-open'
  if (hasNumber && haveOtherNumbers(a, b)) return 'number-differs'
  // Brother and sister: a slip in the birth date and one in the sex are not two slips.
  if (birth !== born.same && level('sex') === differs.sex) return 'sex-differs'
  // A family's number does not make of two cousins of one name one person with a slip in the birth date.
  if (hasNumber && birth >= born.slip && level('phone') !== 1 && level('email') !== 1) return 'birth-date-open'
  if (hasNumber && birth > born.inPart) return 'birth-date-open'
  if (hasNumber) {
    return first >= given.alike || (last >= family.alike && first !== 1) ? 'name-open' : null
  }
  const inTouch = level('phone') === 1 || level('email') === 1 || level('street') === 1
  if (!isSwapped && (first === 0 || last === 0)) return 'name-missing'
  if (birth !== born.same && !(inTouch && birth <= born.slip && !isSwapped)) return 'birth-date-open'
  if (level('sex') === differs.sex) return 'sex-differs'
  // One system gives a person one number; numbers that are given one after the other are a digit apart.
  const number = level('identifier')
  if (number === differs.identifier || (number === numberSlip && !isNumberSwapped(a, b))) {
    return 'number-differs'
  }
  if (first >= given.alike) return 'name-open'
  // Who married has another family name and is reached as before.
  return last >= family.alike && (!inTouch || mayBeInWrongColumns(a, b)) ? 'name-open' : null
}

/** Of Rodriguez, Caleb and Rodriguez, Emily in each other's column the family is the same and the child another. */
function mayBeInWrongColumns(a: PreparedPerson, b: PreparedPerson): boolean {
  const isFamily = (name: PreparedPerson['given']) => !!name && isUsualFamily(name.text) && !isUsualGiven(name.text)
  const isGiven = (name: PreparedPerson['family']) => !!name && isUsualGiven(name.text) && !isUsualFamily(name.text)
  return isFamily(a.given) || isFamily(b.given) || (isGiven(a.family) && isGiven(b.family))
}

/**
 * Whether the given names may be those of two children of one family: Jayden and Hayden, Ann and Anna, María Elena and
 * María Isabel. Parents like names that are alike, so a slip between them is as well two names; of nicknames only one
 * that looks like another name (Bob of Robert) is surely the same child's.
 */
function haveTwoNames(first: number, a: PreparedPerson, b: PreparedPerson): boolean {
  if (!a.given || !b.given) return false
  if (first === given.slip && !isSpelledOut(a.given, b.given)) return true
  if (first === given.variant && !isKnownVariant(a.given, b.given)) return true
  return haveOtherMiddles(a, b)
}

/** Joerg is Jörg written without the dots. */
function isSpelledOut(one: PreparedName, other: PreparedName): boolean {
  const plain = (name: string): string => name.replace(/([aou])e/g, '$1')
  return plain(one.text) === plain(other.text)
}

/** Harlod for Harold: two neighbours in each other's place, and only one of the two is a name that people bear. */
function isMistyped({ given: one }: PreparedPerson, { given: other }: PreparedPerson): boolean {
  if (!one || !other || one.text.length !== other.text.length || isUsualGiven(one.text) === isUsualGiven(other.text)) {
    return false
  }
  const isSwap = slipsBetween(one.text, other.text, 1) === 1
  return isSwap && [...one.text].toSorted().join('') === [...other.text].toSorted().join('')
}

/** First of two names so often that it does not say which child it is. */
const leading = new Set(
  'maria mary ana anna jose juan luis marie jean mohamed mohammed muhammad mohammad md sai thi van'.split(' '),
)

function isKnownVariant(one: PreparedName, other: PreparedName): boolean {
  if (isSameName(one, other)) return true
  const [short, long] = one.words.length < other.words.length ? [one, other] : [other, one]
  if (short.words.length < long.words.length) return short.words.length > 1 || !leading.has(short.text)
  return slipsBetween(one.text, other.text, 2) > 2
}

/** Middle names, or words after the first of a given one, of which each has one that the other lacks. */
function haveOtherMiddles(a: PreparedPerson, b: PreparedPerson): boolean {
  if (!isLong(a) || !isLong(b)) return isSister(a, b) || isSister(b, a)
  if (a.middle && b.middle && isSameName(a.middle, b.middle)) return false
  const [ofA, ofB] = [wordsOf(a), wordsOf(b)]
  return lacksOne(ofA, ofB) && lacksOne(ofB, ofA)
}

/** María alone is as well the sister of María Elena; of María García López, García is no name of hers. */
function isSister(long: PreparedPerson, short: PreparedPerson): boolean {
  if (!isLong(long) || isLong(short) || !isLeading(long) || !isLeading(short)) return false
  return wordsOf(long).some((word) => !short.given?.words.includes(word) && !short.family?.words.includes(word))
}

function isLeading({ given: first }: PreparedPerson): boolean {
  return first !== null && leading.has(first.words[0] ?? '')
}

function isLong({ given: first, middle }: PreparedPerson): boolean {
  return middle !== null || (first !== null && first.words.length > 1)
}

function wordsOf({ given: first, middle }: PreparedPerson): readonly string[] {
  return [...(first?.words ?? []), ...(middle?.words ?? [])]
}

function lacksOne(words: readonly string[], others: readonly string[]): boolean {
  return words.slice(1).some((word) => !others.some((other) => standsFor(word, other)))
}

function standsFor(word: string, other: string): boolean {
  if (word.length === 1 || other.length === 1) return word.charAt(0) === other.charAt(0)
  return word === other
}

/** A system gave each of them a number, and not the same one, though they share that of another (a family's). */
function haveOtherNumbers(a: PreparedPerson, b: PreparedPerson): boolean {
  return a.identifierSystems.some(
    (system) =>
      system !== '' &&
      b.identifierSystems.includes(system) &&
      !a.identifiers.some(
        (one, at) =>
          a.identifierSystems[at] === system &&
          b.identifiers.some((other, to) => other === one && b.identifierSystems[to] === system),
      ),
  )
}

/** Two signs in each other's place are a slip; no two numbers that are given one after the other differ like that. */
function isNumberSwapped({ identifiers: ofA }: PreparedPerson, { identifiers: ofB }: PreparedPerson): boolean {
  const signs = (number: string): string => [...number].toSorted().join('')
  return ofA.some((one) => ofB.some((other) => one !== other && signs(one) === signs(other)))
}

function isDayOfFamilies({ birthDate }: PreparedPerson): boolean {
  return birthDate !== null && shareWithin(birthDate.text.slice(5)) >= dayOfFamilies
}

function isGenerationApart(a: PreparedPerson, b: PreparedPerson): boolean {
  return a.birthDate !== null && b.birthDate !== null && Math.abs(a.birthDate.year - b.birthDate.year) >= generation
}
