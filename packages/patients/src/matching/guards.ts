import { type Field, fieldAt } from './levels.ts'
import type { PreparedPerson } from './prepare.ts'
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

/** Years between parent and child at the least. */
const generation = 14

// Numbers of the levels in levels.ts.
const given = { slip: 3, alike: 4, initial: 5 }
const family = { alike: 4 }
const born = { same: 1, slip: 3, near: 6 }
const differs = { middle: 3, suffix: 2, sex: 2 }

/**
 * The first guard that holds for a pair with these levels. A number of the person (record number, member id, social
 * security number) that is the same lifts the doubts about names and sex, not the rest: people of one household are
 * given one another's numbers, so twins, parent and child, and another given name with another birth date stay guarded.
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
  if (birth === born.same && (first >= given.alike || (!hasNumber && mayBeTwins(first, level('middle'), a, b)))) {
    return 'maybe-twins'
  }
  if (level('suffix') === differs.suffix && (birth !== born.same || !hasNumber)) return 'parent-or-child'
  if (birth === 0) return 'birth-date-missing'
  // 1937 and 1973 are two digits swapped, or father and son.
  if (birth !== born.same && (bornApart || !hasNumber) && isGenerationApart(a, b)) return 'parent-or-child'
  if (bornApart) return 'birth-date-open'
  if (!a.birthDate?.isReal || !b.birthDate?.isReal) return 'birth-date-open'
  if (hasNumber) {
    if (birth !== born.same && areTwoNames(first, a, b)) return 'name-open'
    return first >= given.alike || (last >= family.alike && first !== 1) ? 'name-open' : null
  }
  const inTouch = level('phone') === 1 || level('email') === 1 || level('street') === 1
  if (!isSwapped && (first === 0 || last === 0)) return 'name-missing'
  if (birth !== born.same && !(inTouch && birth <= born.slip && !isSwapped)) return 'birth-date-open'
  if (level('sex') === differs.sex) return 'sex-differs'
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

/** Jayden and Hayden, Daniel and Danielle, María Elena and María Isabel: more than a slip, or another person. */
function mayBeTwins(first: number, middle: number, a: PreparedPerson, b: PreparedPerson): boolean {
  if (middle === differs.middle) return true
  if (first !== given.slip || !a.given || !b.given) return false
  return a.given.text.charAt(0) !== b.given.text.charAt(0) || areTwoNames(first, a, b)
}

/** John and Joan: a letter apart, and each is a name by itself. */
function areTwoNames(first: number, { given: one }: PreparedPerson, { given: other }: PreparedPerson): boolean {
  return first === given.slip && !!one && !!other && isUsualGiven(one.text) && isUsualGiven(other.text)
}

function isGenerationApart(a: PreparedPerson, b: PreparedPerson): boolean {
  return a.birthDate !== null && b.birthDate !== null && Math.abs(a.birthDate.year - b.birthDate.year) >= generation
}
