import type { ExportedConcept, ExportedName, ExportedPerson } from '@foyer/fhir'
import type { Concept } from '@foyer/patients'
import type { PersonRow, Rest } from './store.ts'

export type CopyLanguage = 'en' | 'es'

/** A code as its coding and the words of the copy's language; null where nothing is said. */
export function conceptOf(
  concepts: readonly Concept[],
  code: string | null,
  language: CopyLanguage,
): ExportedConcept | null {
  const concept = concepts.find((one) => one.code === code)
  return concept === undefined ? null : { coding: concept.coding, text: concept[language] }
}

const open = { from: null, to: null }

function filled(parts: readonly (string | null)[]): string[] {
  return parts.filter((part) => part !== null && part !== '') as string[]
}

/** The name of today is the legal one unless another is said to be. */
export function namesOf(person: PersonRow, names: Rest['names']): ExportedName[] {
  const hasOfficial = names.some(({ use, period_end }) => use === 'official' && period_end === null)
  const own: ExportedName = {
    use: hasOfficial ? 'usual' : 'official',
    given: filled([person.given, person.middle]),
    family: person.family,
    prefix: person.prefix,
    suffix: person.suffix,
    period: open,
  }
  const called: ExportedName[] =
    person.preferred === null
      ? []
      : [{ use: 'nickname', given: [person.preferred], family: '', prefix: null, suffix: null, period: open }]
  return [
    own,
    ...called,
    ...names.map((name) => ({
      use: name.use as ExportedName['use'],
      given: filled([name.given, name.middle]),
      family: name.family,
      prefix: name.prefix,
      suffix: name.suffix,
      period: { from: name.period_start, to: name.period_end },
    })),
  ]
}

type Home = { readonly line?: string; readonly city?: string; readonly state?: string; readonly postalCode?: string }

function addressOf(use: string, address: unknown, from: string | null, to: string | null) {
  const { line = '', city = '', state = '', postalCode = '' } = (address ?? {}) as Home
  return { use: use as ExportedPerson['addresses'][number]['use'], line, city, state, postalCode, period: { from, to } }
}

export function addressesOf(
  { address, address_since }: PersonRow,
  addresses: Rest['addresses'],
): ExportedPerson['addresses'] {
  return [
    ...(address === null ? [] : [addressOf('home', address, address_since, null)]),
    ...addresses.map((one) => addressOf(one.use, one.address, one.period_start, one.period_end)),
  ]
}

export function contactsOf(contacts: Rest['contacts']): ExportedPerson['contacts'] {
  return contacts.map(({ system, value, use, period_end }) => ({
    system: system as 'phone' | 'email',
    value,
    use: use as 'home' | 'work' | 'mobile',
    until: period_end,
  }))
}
