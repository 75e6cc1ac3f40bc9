import { accessibilityNeeds, birthSexes, codesOf, ethnicities, genderIdentities, races } from '@foyer/patients'
import { z } from 'zod'
import { date, homeAddress, id, language, personName, saidHomeAddress, text } from './shapes.ts'

export const birthSex = z.enum(codesOf(birthSexes))
export const genderIdentity = z.enum(codesOf(genderIdentities))
export const race = z.enum(codesOf(races))
export const ethnicity = z.enum(codesOf(ethnicities))
export const accessibilityNeed = z.enum(codesOf(accessibilityNeeds))
/** FHIR's administrative gender. */
export const administrativeSex = z.enum(['female', 'male', 'other', 'unknown'])
export const contactPreference = z.enum(['text', 'call', 'email', 'letter'])

/** FHIR HumanName.use of names besides the one of today; `official` is the legal one. */
export const nameUse = z.enum(['official', 'usual', 'nickname', 'old', 'maiden', 'anonymous'])
/** Places besides today's home: FHIR Address.use; for `billing` FHIR has Address.type. */
export const placeUse = z.enum(['temp', 'work', 'billing'])
export const contactUse = z.enum(['mobile', 'home', 'work'])

/** Civil dates, both days included; null: nobody knows, or still so. */
const period = { periodStart: date.nullable().default(null), periodEnd: date.nullable().default(null) }

/** One of the two parts may be missing: not everybody has two names. */
export const otherName = z.object({
  use: nameUse,
  given: z.string().trim().max(80),
  middle: text(80).nullable().default(null),
  family: z.string().trim().max(80),
  prefix: text(40).nullable().default(null),
  suffix: text(40).nullable().default(null),
  ...period,
})

export const place = z.object({ use: placeUse, address: saidHomeAddress, ...period })

const reachBody = {
  use: contactUse,
  /** Whose it is too: "daughter". */
  sharedWith: text(80).nullable().default(null),
  mayLeaveMessage: z.boolean().default(false),
}

export const contactPointBody = z.object({
  /** Null for a new one. */
  id: id.nullable().default(null),
  system: z.enum(['phone', 'email']),
  value: text(200),
  ...reachBody,
})

const since = { periodStart: z.string().nullable(), periodEnd: z.string().nullable() }

export const recordShape = z.object({
  patientId: id,
  version: z.int(),
  name: personName,
  /** Names besides, those that still hold first. */
  names: z.array(otherName.extend({ id, ...since })),
  /** Whole, `YYYY-MM` or `YYYY`. */
  birthDate: z.string(),
  birthDateEstimated: z.boolean(),
  sex: administrativeSex,
  birthSex: birthSex.nullable(),
  genderIdentity: genderIdentity.nullable(),
  pronouns: z.string().nullable(),
  multipleBirth: z.boolean().nullable(),
  language,
  /** False: nobody asked yet, and `language` is only the one they are written to in. */
  languageAsked: z.boolean(),
  /** Spoken besides, best first. */
  furtherLanguages: z.array(language),
  interpreterNeeded: z.boolean(),
  accessibility: z.array(accessibilityNeed),
  /** Null: nobody asked; `asked-declined` stands alone. */
  race: z.array(race).nullable(),
  ethnicity: ethnicity.nullable(),
  deceased: z.boolean(),
  /** Civil date; null: alive, or nobody knows the day. */
  deceasedOn: date.nullable(),
  /** Who cares for them first, as people write it; null: nobody asked. */
  generalPractitioner: z.string().nullable(),
  employer: z.string().nullable(),
  occupation: z.string().nullable(),
  address: homeAddress.nullable(),
  /** First day in today's home. */
  addressSince: z.string().nullable(),
  /** The first day on which they can have moved out of it; null: any. */
  earliestMove: z.string().nullable(),
  /** Homes they left, the last one first. */
  formerAddresses: z.array(z.object({ id, address: homeAddress, ...since })),
  places: z.array(place.extend({ id, address: homeAddress, ...since })),
  contactPreference: contactPreference.nullable(),
  /** Phones and e-mails of today, best first. */
  contacts: z.array(contactPointBody.extend({ id })),
  /** By which they could be reached until a day. */
  formerContacts: z.array(
    z.object({ id, system: z.enum(['phone', 'email']), value: z.string(), use: contactUse, until: z.string() }),
  ),
})
