import type { ConfidentialService } from './minor-rule.ts'
import { isMinor, type PatientFacts, protectionOf, type Setting, type Standing } from './standing.ts'

export const contactWays = ['call', 'text', 'email', 'letter', 'in-person'] as const
export type ContactWay = (typeof contactWays)[number]

/** How somebody asked to be reached, and in no other way (45 CFR 164.522(b)). Why, nobody may ask. */
export interface ConfidentialContact {
  readonly ways: readonly ContactWay[]
  /** Null: as on record. */
  readonly phone: string | null
  readonly email: string | null
  readonly address: string | null
  readonly leaveMessage: boolean
  readonly remarks: string | null
}

function saidIn({ ways, phone, email, address, leaveMessage, remarks }: ConfidentialContact): string {
  return JSON.stringify([ways, phone, email, address, leaveMessage, remarks].map((part) => part || null))
}

/** Whether two wishes ask for the same, whatever order and gaps they were kept with. */
export function isSameWish(one: ConfidentialContact | null, other: ConfidentialContact | null): boolean {
  return one === null || other === null ? one === other : saidIn(one) === saidIn(other)
}

export interface OwnAddress {
  readonly value: string
  /** Others read it too: said so by the patient, or on another's record. */
  readonly isShared: boolean
}

export interface Reader {
  readonly id: string
  readonly name: string
  /** In lower case. */
  readonly emails: readonly string[]
  /** BCP 47; null: not known. */
  readonly language: string | null
  readonly standing: Standing
}

export interface AddressFacts {
  readonly patient: PatientFacts & { readonly name: string; readonly language: string }
  readonly wish: ConfidentialContact | null
  /** E-mail addresses of the record, the first before the others. */
  readonly emails: readonly OwnAddress[]
  /** Who is asked first stands first. */
  readonly relatives: readonly Reader[]
  readonly service: ConfidentialService | null
}

export type Unreachable = 'deceased' | 'no-address' | 'wish' | 'confidential' | 'address-of-other'

export interface Recipient {
  readonly to: string
  readonly language: string
  readonly name: string
  /** Null: the patient. */
  readonly relatedPersonId: string | null
}

export type Addressing =
  | { readonly kind: 'to'; readonly recipient: Recipient }
  | { readonly kind: 'nobody'; readonly reason: Unreachable }

/**
 * Whom an e-mail about a visit goes to, and in which language. In this order: of somebody who died whoever speaks for
 * them then (an executor, 45 CFR 164.502(g)(4)), else nobody; the patient's wish, and nothing besides; a
 * confidential service to an address that is the patient's alone, of a minor one that they named themselves; for a minor
 * whoever acts for them; the patient.
 */
export function addressEmail(facts: AddressFacts, setting: Setting): Addressing {
  const { patient, wish, service } = facts
  const protection = protectionOf(service, patient, setting)
  const isPrivate = (value: string): boolean =>
    !facts.relatives.some(({ emails }) => emails.includes(value.toLowerCase())) &&
    !facts.emails.some((own) => own.value.toLowerCase() === value.toLowerCase() && own.isShared)

  if (patient.deceased) {
    const speaker = protection === 'none' ? facts.relatives.find(speaksForTheDead) : undefined
    return speaker ? toProxy(facts, speaker) : nobody('deceased')
  }
  if (wish !== null) {
    if (!wish.ways.includes('email')) return nobody('wish')
    const to = wish.email ?? facts.emails.find(({ value }) => isPrivate(value))?.value
    if (to === undefined) return nobody('wish')
    return protection !== 'none' && !isPrivate(to) ? nobody('confidential') : toPatient(facts, to)
  }
  if (protection !== 'none') {
    const own = isMinor(patient, setting) ? undefined : facts.emails.find(({ value }) => isPrivate(value))
    return own ? toPatient(facts, own.value) : nobody('confidential')
  }
  const proxy = facts.relatives.find((reader) => isWrittenTo(reader, patient, setting))
  if (proxy) return toProxy(facts, proxy)

  // An address of somebody who may not know of the visits is not the patient's to be written to.
  const own = facts.emails.find(({ value }) =>
    facts.relatives.every(
      ({ emails, standing }) =>
        !emails.includes(value.toLowerCase()) || standing.permits.get('schedule')?.answer === 'yes',
    ),
  )
  if (own) return toPatient(facts, own.value)
  return nobody(facts.emails.length > 0 ? 'address-of-other' : 'no-address')
}

/** For an adult who speaks for themselves somebody else is written to only where that was agreed upon. */
function isWrittenTo({ emails, standing }: Reader, patient: PatientFacts, setting: Setting): boolean {
  const permit = standing.permits.get('messages')
  if (emails.length === 0 || permit?.answer !== 'yes') return false
  return isMinor(patient, setting) || permit.kind === 'guardian' || permit.isListed
}

/** By law and paper, and not as a parent or by what was agreed upon in life: nobody is reminded of a dead child's visit. */
function speaksForTheDead({ emails, standing }: Reader): boolean {
  return (
    emails.length > 0 &&
    standing.authorities.some(
      ({ kind, state, scopes }) => kind === 'representative' && state === 'in-force' && scopes.includes('messages'),
    )
  )
}

function nobody(reason: Unreachable): Addressing {
  return { kind: 'nobody', reason }
}

function toPatient({ patient }: AddressFacts, to: string): Addressing {
  return { kind: 'to', recipient: { to, language: patient.language, name: patient.name, relatedPersonId: null } }
}

function toProxy({ patient }: AddressFacts, { id, name, emails: [to = ''], language }: Reader): Addressing {
  return { kind: 'to', recipient: { to, language: language ?? patient.language, name, relatedPersonId: id } }
}
