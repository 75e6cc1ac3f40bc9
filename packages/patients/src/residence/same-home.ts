import { readAddressLine } from '../address-line.ts'
import type { HomeAddress } from './home-address.ts'

function codeOf(postalCode: string): string {
  return postalCode.trim().toUpperCase().slice(0, 5)
}

/**
 * Whether two addresses are one home, however they are written: `12 Oak Street` is `12 OAK ST`, `12 Oak St Apt 4` is
 * another. Where the line or the postal code is not known nothing can be said, so they are not.
 */
export function sameHome(
  one: Pick<HomeAddress, 'line' | 'postalCode'>,
  other: Pick<HomeAddress, 'line' | 'postalCode'>,
): boolean {
  const [a, b] = [readAddressLine(one.line), readAddressLine(other.line)]
  return (
    codeOf(one.postalCode) !== '' &&
    codeOf(one.postalCode) === codeOf(other.postalCode) &&
    a.street !== '' &&
    a.street === b.street &&
    a.houseNumber === b.houseNumber &&
    a.unit === b.unit
  )
}
