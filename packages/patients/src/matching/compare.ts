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
import { familyLevel, familyNames, givenLevel, middleLevel } from './compare-names.ts'
import { fieldAt } from './levels.ts'
import type { PreparedPerson } from './prepare.ts'

/** Writes the level at which `a` and `b` agree in each field, in the order of `fields`, into `into`. Symmetric. */
export function compareInto(into: Uint8Array, a: PreparedPerson, b: PreparedPerson): void {
  into[fieldAt.given] = givenLevel(a, b)
  into[fieldAt.family] = familyLevel(a, b)
  into[fieldAt.birthDate] = birthDateLevel(a.birthDate, b.birthDate)
  into[fieldAt.sex] = sexLevel(a.sexes, b.sexes)
  into[fieldAt.phone] = phoneLevel(a.phones, b.phones)
  into[fieldAt.email] = emailLevel(a.emails, b.emails)
  into[fieldAt.street] = streetLevel(a, b)
  into[fieldAt.city] = cityLevel(a, b)
  into[fieldAt.postalCode] = postalCodeLevel(a.postalCode, b.postalCode)
  into[fieldAt.identifier] = identifierLevel(a, b)
  into[fieldAt.suffix] = equalLevel(a.suffix, b.suffix)
  into[fieldAt.order] = 0
  into[fieldAt.middle] = middleLevel(a.middle, b.middle)
  into[fieldAt.state] = equalLevel(a.state, b.state)
  compareOrder(into, a, b)
}

const almostSame = 3

/** Given and family name in each other's place: then they are compared crosswise. */
function compareOrder(into: Uint8Array, a: PreparedPerson, b: PreparedPerson): void {
  if (!a.given || !a.family || !b.given || !b.family) return
  into[fieldAt.order] = 1
  if ((into[fieldAt.given] ?? 0) <= almostSame && (into[fieldAt.family] ?? 0) <= almostSame) return
  const [one, other] = [familyNames(a.given, b.family), familyNames(a.family, b.given)]
  // A slip in both names at once is two other people: Walter Martin and Martha Walker.
  if (Math.max(one, other) > almostSame || Math.min(one, other) === almostSame) return
  // What the names prove is then said once, by their order.
  into[fieldAt.given] = 0
  into[fieldAt.family] = 0
  into[fieldAt.order] = 2
}

function equalLevel(a: string, b: string): number {
  return a === '' || b === '' ? 0 : a === b ? 1 : 2
}
