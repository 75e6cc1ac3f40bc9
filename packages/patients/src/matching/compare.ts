import {
  birthDateLevel,
  cityLevel,
  emailLevel,
  identifierLevel,
  phoneLevel,
  postalCodeLevel,
  sexLevel,
  streetLevel,
} from './compare-facts.ts'
import { familyLevel, familyNames, givenLevel } from './compare-names.ts'
import { fields } from './levels.ts'
import type { PreparedPerson } from './prepare.ts'

const at = Object.fromEntries(fields.map((field, index) => [field, index])) as Record<string, number>

/** Writes the level at which `a` and `b` agree in each field, in the order of `fields`, into `into`. Symmetric. */
export function compareInto(into: Uint8Array, a: PreparedPerson, b: PreparedPerson): void {
  into[0] = givenLevel(a, b)
  into[1] = familyLevel(a, b)
  into[2] = birthDateLevel(a.birthDate, b.birthDate)
  into[3] = sexLevel(a.sex, b.sex)
  into[4] = phoneLevel(a.phones, b.phones)
  into[5] = emailLevel(a.emails, b.emails)
  into[6] = streetLevel(a, b)
  into[7] = cityLevel(a, b)
  into[8] = postalCodeLevel(a.postalCode, b.postalCode)
  into[9] = identifierLevel(a.identifiers, b.identifiers)
  into[10] = suffixLevel(a.suffix, b.suffix)
  into[11] = 0
  compareOrder(into, a, b)
}

/** Given and family name in each other's place: then they are compared crosswise. */
function compareOrder(into: Uint8Array, a: PreparedPerson, b: PreparedPerson): void {
  if (!a.given || !a.family || !b.given || !b.family) return
  into[11] = 1
  if ((into[0] ?? 0) <= 3 && (into[1] ?? 0) <= 3) return
  const [there, back] = [familyNames(a.given, b.family), familyNames(a.family, b.given)]
  if (there > 3 || back > 3) return
  // What the names prove is then said once, by their order.
  into[0] = 0
  into[1] = 0
  into[11] = 2
}

function suffixLevel(a: string, b: string): number {
  return a === '' || b === '' ? 0 : a === b ? 1 : 2
}
void at
