import type { AskedPerson, QuestionFacts } from '@foyer/coverage'
import type { Way } from '../../directory/index.ts'
import type { FactsRow } from './store.ts'

type Provider = { readonly name: string; readonly npi: string } | null | undefined

interface Address {
  readonly line?: string
  readonly city?: string
  readonly state?: string
  readonly postalCode?: string
}

type PersonColumns = Pick<FactsRow, 'given' | 'middle' | 'family' | 'birth_date' | 'sex' | 'address'>

export function askedPerson(row: PersonColumns): AskedPerson {
  return {
    family: row.family,
    given: row.given,
    middle: row.middle,
    birthDate: row.birth_date,
    sex: row.sex,
    address: addressOf(row.address),
  }
}

function addressOf(stored: unknown): AskedPerson['address'] {
  const { line, city, state, postalCode } = (stored ?? {}) as Address
  if (!line || !city || !state || !postalCode) return null
  return { lines: [line], city, state, postalCode }
}

/**
 * The record of the policyholder from which the payer is asked; null: what the card says. A restricted one is not taken
 * where the payer then could not be asked: what is missing would tell whoever asks that there is one.
 */
export function holderAsked(row: FactsRow): string | null {
  if (row.relationship === 'self' || row.s_given === null || row.s_family === null) return null
  const canBeAsked = row.member_id !== null && row.s_family.trim() !== ''
  return row.s_is_restricted && !canBeAsked ? null : row.s_id
}

/**
 * Who holds the policy. Where only a name in one line is known the last word is the family name. A dependent of whose
 * holder nobody knows anything is asked about as the member: payers that number each person find them so.
 */
function subscriberOf(row: FactsRow): AskedPerson | null {
  if (row.relationship === 'self') return null
  const { s_given: given, s_family: family } = row
  if (holderAsked(row) !== null && given !== null && family !== null)
    return askedPerson({
      given,
      family,
      middle: row.s_middle,
      birth_date: row.s_birth_date ?? row.subscriber_birth_date,
      sex: row.s_sex ?? row.subscriber_sex ?? '',
      address: row.s_address,
    } as PersonColumns)
  const words = (row.subscriber_name ?? '').trim().split(/\s+/)
  const last = words.pop() ?? ''
  if (last === '') return null
  return {
    family: last,
    given: words.join(' '),
    middle: null,
    birthDate: row.subscriber_birth_date,
    sex: row.subscriber_sex,
    address: null,
  }
}

export function questionFacts(
  row: FactsRow,
  { knownAs }: Pick<Way, 'knownAs'>,
  provider: Provider,
  about: { readonly serviceDate: string; readonly serviceTypes: readonly string[] },
): QuestionFacts {
  return {
    payer: { name: row.payer_name, knownAs },
    provider: provider ? { name: provider.name, npi: provider.npi } : null,
    patient: askedPerson(row),
    subscriber: subscriberOf(row),
    memberId: row.member_id,
    groupNumber: row.group_number,
    ...about,
  }
}
