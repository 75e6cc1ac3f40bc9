import { foldName, formatPhone, isEmptyAddress, isPhoneReadable, noName, parseSearch } from '@foyer/patients'
import { type CallInput, patients } from '@foyer/contract'
import type { Patient } from './shapes.ts'

/** The form of a person: everything as it is typed. */
export interface PatientDraft {
  readonly given: string
  readonly middle: string
  readonly family: string
  readonly preferred: string
  readonly prefix: string
  readonly suffix: string
  readonly birthDate: string | null
  readonly sex: Patient['sex']
  readonly pronouns: string
  /** Empty: nobody asked yet. */
  readonly language: string
  readonly interpreterNeeded: boolean
  readonly contactPreference: NonNullable<Patient['contactPreference']> | 'none'
  readonly phone: string
  readonly email: string
  readonly line: string
  readonly city: string
  readonly state: string
  readonly postalCode: string
  /** One a line. */
  readonly alerts: string
}

export const emptyDraft: PatientDraft = {
  given: '',
  middle: '',
  family: '',
  preferred: '',
  prefix: '',
  suffix: '',
  birthDate: null,
  sex: 'unknown',
  pronouns: '',
  language: '',
  interpreterNeeded: false,
  contactPreference: 'none',
  phone: '',
  email: '',
  line: '',
  city: '',
  state: '',
  postalCode: '',
  alerts: '',
}

/** Typed in small letters throughout, names begin with a capital; else somebody took care already ("de la Cruz"). */
function asName(words: readonly string[], text: string): string {
  const isSmall = text === text.toLowerCase()
  return words.map((word) => (isSmall ? word.replace(/^\p{L}/u, (letter) => letter.toUpperCase()) : word)).join(' ')
}

/** What a search tells of a new person: "nguyen, mai 3/14/1961" gives family, given and birth date. */
export function draftFromSearch(text: string, today: string): PatientDraft {
  const found = parseSearch(text, today)
  const [before = '', ...after] = text.split(',')
  const first = nameWords(before, found.nameParts)
  const second = nameWords(after.join(' '), found.nameParts)
  const hasComma = second.length > 0
  const family = hasComma ? first : first.slice(1).slice(-1)
  const given = hasComma ? second : first.slice(0, Math.max(1, first.length - 1))
  return {
    ...emptyDraft,
    given: asName(given, text),
    family: asName(family, text),
    birthDate: found.birthDates[0] ?? null,
    phone: found.birthDates.length === 0 && (found.phoneDigits?.length ?? 0) >= 10 ? (found.phoneDigits ?? '') : '',
    email: found.email ?? '',
  }
}

/** The typed words that the search takes for names, as they were typed: `known` are folded. */
function nameWords(text: string, known: readonly string[]): readonly string[] {
  const fold = (word: string) => foldName(word).split(' ')
  return text.split(/\s+/).filter((word) => {
    const parts = fold(word)
    return !/[\d@]/.test(word) && parts[0] !== '' && parts.every((part) => known.includes(part))
  })
}

function asTyped(name: string): string {
  return name === noName ? '' : name
}

export function draftOf(patient: Patient): PatientDraft {
  const { name, address } = patient
  const first = (system: 'phone' | 'email') => patient.contacts.find((point) => point.system === system)?.value ?? ''
  return {
    given: asTyped(name.given),
    middle: name.middle ?? '',
    family: asTyped(name.family),
    preferred: name.preferred ?? '',
    prefix: name.prefix ?? '',
    suffix: name.suffix ?? '',
    birthDate: /^\d{4}-\d{2}-\d{2}$/.test(patient.birthDate) ? patient.birthDate : null,
    sex: patient.sex,
    pronouns: patient.pronouns ?? '',
    language: patient.languageAsked ? patient.language : '',
    interpreterNeeded: patient.interpreterNeeded,
    contactPreference: patient.contactPreference ?? 'none',
    phone: formatPhone(first('phone')),
    email: first('email'),
    line: address?.line ?? '',
    city: address?.city ?? '',
    state: address?.state ?? '',
    postalCode: address?.postalCode ?? '',
    alerts: patient.alerts.join('\n'),
  }
}

/** What somebody new who lives with this patient begins with. */
export function householdOf(patient: Patient): Partial<PatientDraft> {
  const { phone, line, city, state, postalCode, language } = draftOf(patient)
  return { phone, line, city, state, postalCode, language }
}

type PatientInput = Omit<CallInput<typeof patients.changePatient>, 'patientId' | 'version'>

/** What is sent. Of a name that has one part, or of which one part is known, the other is the sign for none. */
export function inputOf(draft: PatientDraft): PatientInput {
  const given = (text: string) => (text.trim() === '' ? null : text.trim())
  const some = (key: 'middle' | 'preferred' | 'prefix' | 'suffix') =>
    draft[key].trim() === '' ? {} : { [key]: draft[key].trim() }
  return {
    name: {
      given: draft.given.trim() || noName,
      family: draft.family.trim() || noName,
      ...some('middle'),
      ...some('preferred'),
      ...some('prefix'),
      ...some('suffix'),
    },
    birthDate: draft.birthDate,
    sex: draft.sex,
    pronouns: given(draft.pronouns),
    language: draft.language === '' ? null : draft.language,
    interpreterNeeded: draft.interpreterNeeded,
    contactPreference: draft.contactPreference === 'none' ? null : draft.contactPreference,
    phone: given(draft.phone),
    email: given(draft.email),
    address: isEmptyAddress(draft)
      ? null
      : { line: draft.line, city: draft.city, state: draft.state, postalCode: draft.postalCode },
    alerts: [...alertsOf(draft)],
  }
}

/** One for each line that says something. */
export function alertsOf({ alerts }: Pick<PatientDraft, 'alerts'>): readonly string[] {
  return alerts
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** Something was said for a phone, and too little of it to call: `555 01`. */
export function isPhoneTooShort(phone: string): boolean {
  return phone.trim() !== '' && !isPhoneReadable(phone)
}

/** A number too short to call goes on the record as a note among the alerts, in the words of `noteOf`: nothing is lost. */
export function withPhoneAsTold(draft: PatientDraft, noteOf: (phone: string) => string): PatientDraft {
  if (!isPhoneTooShort(draft.phone)) return draft
  return withNote({ ...draft, phone: '' }, noteOf(draft.phone.trim()))
}

/** The draft with this note before the other alerts, once. */
export function withNote(draft: PatientDraft, note: string): PatientDraft {
  const others = draft.alerts.split('\n').filter((line) => line.trim() !== note)
  return { ...draft, alerts: [note, ...others].join('\n') }
}

export type DraftFault =
  | 'needName'
  | 'needBirthDate'
  | 'birthAhead'
  | 'phoneOdd'
  | 'emailOdd'
  | 'alertsMany'
  | 'alertLong'
export type DraftFaults = Partial<Record<keyof PatientDraft, DraftFault>>

/** A phone too short to call becomes one more of them. */
function alertFault(draft: PatientDraft): DraftFaults {
  const alerts = alertsOf(draft)
  if (alerts.some((alert) => alert.length > patients.longestAlert)) return { alerts: 'alertLong' }
  const count = alerts.length + (isPhoneTooShort(draft.phone) ? 1 : 0)
  return count > patients.mostAlerts ? { alerts: 'alertsMany' } : {}
}

/**
 * What must be mended before sending. What is merely missing is no fault, but for a name, and a birth date that is on
 * record: `before` is what stands there. A phone on record gives way only to one that can be called.
 */
export function faultsOf(draft: PatientDraft, today: string, before: PatientDraft = emptyDraft): DraftFaults {
  return {
    ...(draft.given.trim() === '' && draft.family.trim() === '' ? { given: 'needName' } : {}),
    ...(draft.birthDate === null && before.birthDate !== null ? { birthDate: 'needBirthDate' } : {}),
    ...(draft.birthDate !== null && draft.birthDate > today ? { birthDate: 'birthAhead' } : {}),
    ...(draft.email.trim() !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(draft.email.trim())
      ? { email: 'emailOdd' }
      : {}),
    ...(before.phone !== '' && isPhoneTooShort(draft.phone) ? { phone: 'phoneOdd' } : {}),
    ...alertFault(draft),
  }
}
