import type { CallInput, relatives, Reply } from '@foyer/contract'
import { foldName, isPhoneReadable, noName, normalizePhone } from '@foyer/patients'
import { isPhoneTooShort } from '../draft.ts'
import type { Besides } from '../registration/besides/besides.ts'

export type Related = Reply<typeof relatives.listRelatives>['relatives'][number]

export interface KinOffer {
  /** Somebody to be written down; null: there is only a number that goes on the record as a note. */
  readonly person: { readonly name: string; readonly relationship: string; readonly phone: string | null } | null
  /** Who of that name is on record, with another phone or none. */
  readonly known: Related | null
  /** A number too short to call. */
  readonly phoneAsTold: string | null
  /** Nothing that the record says would be overwritten. */
  readonly isNew: boolean
}

function dialled(phone: string): string {
  return normalizePhone(phone) ?? phone.replace(/\D/g, '')
}

/** Whether anything was said of whom to call: only then the people beside the patient are read. */
export function saysKin({ kinName, kinPhone }: Besides): boolean {
  return kinName.trim() !== '' || kinPhone.trim() !== ''
}

/**
 * Whom to call, as far as the record does not have them: nobody is offered whose phone stands there already, nor a name
 * without a phone that stands there. Null: nothing is to be taken over.
 */
export function kinOffer(besides: Besides, people: readonly Related[], isNoted: boolean): KinOffer | null {
  const name = besides.kinName.trim()
  const told = besides.kinPhone.trim()
  const phone = isPhoneReadable(told) ? told : null
  const phoneAsTold = isPhoneTooShort(told) && !isNoted ? told : null
  const named = people.find((one) => name !== '' && foldName(one.name) === foldName(name)) ?? null
  const isHere =
    phone === null
      ? name === '' || named !== null
      : people.some((one) => one.phone !== null && dialled(one.phone) === dialled(phone))
  if (isHere) return phoneAsTold === null ? null : { person: null, known: null, phoneAsTold, isNew: true }
  return {
    person: { name, relationship: besides.kinRelationship, phone },
    known: named,
    phoneAsTold,
    isNew: named === null || (named.phone === null && named.barred === null),
  }
}

const lastRank = 9

/** Whoever is called in an emergency keeps their turn: one who is new comes after them. */
function nextRank(people: readonly Related[]): number | null {
  const rank = Math.max(0, ...people.map(({ emergencyRank }) => emergencyRank ?? 0)) + 1
  return rank > lastRank ? null : rank
}

function nameParts(name: string) {
  const [given = '', ...family] = name.split(/\s+/)
  return { given: given || noName, family: family.join(' ') || noName }
}

/** What is sent for somebody new. */
export function newKin(
  { name, relationship, phone }: NonNullable<KinOffer['person']>,
  people: readonly Related[],
): Omit<CallInput<typeof relatives.addRelative>, 'patientId'> {
  return { ...nameParts(name), relationship, phone, emergencyRank: nextRank(people) }
}

/** What is sent for somebody on record: all as it stands, but for the phone, and their turn where they had none. */
export function changedKin(
  known: Related,
  phone: string | null,
  people: readonly Related[],
): Omit<CallInput<typeof relatives.changeRelative>, 'patientId'> {
  const parts = nameParts(known.name)
  return {
    relatedPersonId: known.id,
    version: known.version,
    given: known.given ?? parts.given,
    family: known.family ?? parts.family,
    relationship: known.relationship,
    phone: phone ?? known.phone,
    email: known.email,
    language: known.language,
    birthDate: known.birthDate,
    emergencyRank: known.emergencyRank ?? (known.barred === null ? nextRank(people) : null),
    periodStart: known.periodStart,
    periodEnd: known.periodEnd,
    barred: known.barred,
    relativeId: known.relative?.id ?? null,
  }
}
