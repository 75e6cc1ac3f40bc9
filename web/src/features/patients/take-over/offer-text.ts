import {
  accessibilityNeeds,
  birthSexes,
  type Concept,
  conceptText,
  ethnicities,
  formatPhone,
  genderIdentities,
  kinText,
  normalizePhone,
  noName,
  races,
} from '@foyer/patients'
import type { Locale } from '../../../app/catalog.ts'
import type { DetailKey, Said } from './details-offers.ts'
import type { KinOffer } from './kin-offer.ts'

const concepts: Readonly<Record<Exclude<DetailKey, 'employer'>, readonly Concept[]>> = {
  birthSex: birthSexes,
  genderIdentity: genderIdentities,
  race: races,
  ethnicity: ethnicities,
  accessibility: accessibilityNeeds,
}

/** "White, Asian": an answer of the details in words; empty where there is none. */
export function detailText(key: DetailKey, said: Said, locale: Locale): string {
  if (key === 'employer') return said.employer ?? ''
  const codes = [said[key] ?? []].flat()
  return codes.map((code) => conceptText(concepts[key], code, locale)).join(', ')
}

function personText({ name, relationship, phone }: NonNullable<KinOffer['person']>, locale: Locale): string {
  const parts = [name === noName ? '' : name, kinText(relationship, locale), phone === null ? '' : phoneText(phone)]
  return parts.filter((part) => part !== '').join(', ')
}

function phoneText(phone: string): string {
  return formatPhone(normalizePhone(phone) ?? phone)
}

/** "Linh Nguyen, daughter, (312) 555-0134": whom to call as they were typed. */
export function kinTypedText({ person, known, phoneAsTold }: KinOffer, locale: Locale): string {
  const shown = person && (known ? { ...known, phone: person.phone ?? known.phone } : person)
  return [shown ? personText(shown, locale) : '', phoneAsTold ?? ''].filter((part) => part !== '').join(', ')
}

/** The one of that name as the record has them. */
export function kinRecordText({ known }: KinOffer, locale: Locale): string {
  return known ? personText(known, locale) : ''
}
