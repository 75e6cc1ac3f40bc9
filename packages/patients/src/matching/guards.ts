import { type Field, fieldAt } from './levels.ts'
import type { PreparedPerson } from './prepare.ts'
import { isUsualGiven } from './usual-names.ts'

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
  if (hasNumber) return first >= given.alike || (last >= family.alike && first !== 1) ? 'name-open' : null
  const inTouch = level('phone') === 1 || level('email') === 1 || level('street') === 1
  if (!isSwapped && (first === 0 || last === 0)) return 'name-missing'
  if (birth !== born.same && !(inTouch && birth <= born.slip)) return 'birth-date-open'
  if (level('sex') === differs.sex) return 'sex-differs'
  return first >= given.alike || (last >= family.alike && !inTouch) ? 'name-open' : null
}

/** Jayden and Hayden, Daniel and Danielle, María Elena and María Isabel: more than a slip, or another person. */
function mayBeTwins(first: number, middle: number, a: PreparedPerson, b: PreparedPerson): boolean {
  if (middle === differs.middle) return true
  if (first !== given.slip || !a.given || !b.given) return false
  const [one, other] = [a.given.text, b.given.text]
  return one.charAt(0) !== other.charAt(0) || (isUsualGiven(one) && isUsualGiven(other))
}

function isGenerationApart(a: PreparedPerson, b: PreparedPerson): boolean {
  return a.birthDate !== null && b.birthDate !== null && Math.abs(a.birthDate.year - b.birthDate.year) >= generation
}
