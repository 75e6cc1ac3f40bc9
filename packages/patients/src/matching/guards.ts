import { fields, type Field } from './levels.ts'
import type { PreparedPerson } from './prepare.ts'

/**
 * Why a pair is not called the same by itself, whatever its weights say. `other-member` and `shared-contact` also
 * lower the sum: fields that households share are no independent proof.
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

const at = Object.fromEntries(fields.map((field, index) => [field, index])) as Readonly<Record<Field, number>>

/** Years between parent and child at the least. */
const generation = 14

/**
 * The first guard that holds for a pair with these levels. A number of the person (record number, member id, social
 * security number) that is the same lifts all of them but three: people of one household are given one another's
 * numbers, so twins, parent and child, and another given name with another birth date stay guarded.
 */
export function guardOf(levels: Uint8Array, a: PreparedPerson, b: PreparedPerson): Guard | null {
  const level = (field: Field): number => levels[at[field]] ?? 0
  const [given, family, born] = [level('given'), level('family'), level('birthDate')]
  const isSwapped = level('order') === 2
  const hasNumber = level('identifier') === 1
  const bornApart = born >= 6
  if (given >= 5 && bornApart && !hasNumber) return 'other-member'
  if (given >= 4 && born === 1) return 'maybe-twins'
  if (level('suffix') === 2 && (born !== 1 || !hasNumber)) return 'parent-or-child'
  if (bornApart && a.birthDate && b.birthDate && Math.abs(a.birthDate.year - b.birthDate.year) >= generation) {
    return 'parent-or-child'
  }
  if (bornApart) return 'birth-date-open'
  if (hasNumber) return given >= 4 || (family >= 4 && given !== 1) ? 'name-open' : null
  const inTouch = level('phone') === 1 || level('email') === 1 || level('street') === 1
  if (!isSwapped && (given === 0 || family === 0)) return 'name-missing'
  if (born === 0) return 'birth-date-missing'
  if (born !== 1 && !(inTouch && born <= 3)) return 'birth-date-open'
  if (level('sex') === 2) return 'sex-differs'
  if (given >= 4 || (family >= 4 && !inTouch)) return 'name-open'
  return null
}
