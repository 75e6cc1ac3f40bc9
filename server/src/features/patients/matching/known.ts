import type { MatchPerson } from '@foyer/patients'
import { presentName } from '../present.ts'
import type { selectForComparing } from './store.ts'

type Comparable = Awaited<ReturnType<typeof selectForComparing>>[number]
type Address = { readonly line?: string; readonly city?: string; readonly state?: string; readonly postalCode?: string }

/** Places besides where somebody lives now: more tell little, and each doubles the comparing. */
const MOST_PLACES = 3

function formerly(row: Comparable, field: string): readonly string[] {
  const contacts = row.former_contacts.flatMap((one) => (one.system === field ? [one.value] : []))
  return [
    ...contacts,
    ...row.former.flatMap((one) => (one.field === field && typeof one.value === 'string' ? [one.value] : [])),
  ]
}

/** A record as the comparison reads it, with all that is or was known: names, numbers and sex of before among it. */
export function comparable(row: Comparable): MatchPerson {
  return {
    name: presentName(row),
    formerFamily: [...new Set([...row.other_families, ...formerly(row, 'family')])].filter((one) => one !== row.family),
    // Of a guess no more is known than the year.
    birthDate: row.birth_date_estimated ? row.birth_date.slice(0, 4) : row.birth_date,
    sex: row.sex,
    formerSexes: formerly(row, 'sex'),
    phones: [...(row.phone ?? []), ...formerly(row, 'phone')],
    emails: [...(row.email ?? []), ...formerly(row, 'email')],
    address: (row.address as Address | null) ?? undefined,
    identifiers: row.identifiers,
  }
}

/** The same at each place where the person lives or lived; the first is today's. */
export function placesOf(row: Comparable): readonly MatchPerson[] {
  const person = comparable(row)
  const before = [
    ...row.other_addresses.map((one) => one.address),
    ...row.former.flatMap((one) => (one.field === 'address' ? [one.value] : [])),
  ].filter((one) => typeof one === 'object' && one !== null)
  return [person, ...before.slice(0, MOST_PLACES - 1).map((address) => ({ ...person, address: address as Address }))]
}
