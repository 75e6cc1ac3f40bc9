import { contactWays, isTooShortToSearch, registrationFields } from '@foyer/patients'
import { z } from 'zod'
import { mergedRecord } from './duplicates.ts'
import { endpoint } from './endpoint.ts'
import { accessibilityNeed, birthSex, ethnicity, genderIdentity, race } from './record-shapes.ts'
import { maskedLine, restrictionKind } from './restricted.ts'
import {
  appointmentStatus,
  cents,
  date,
  done,
  homeAddress,
  id,
  instant,
  language,
  patientLine,
  personName,
  saidHomeAddress,
  text,
} from './shapes.ts'

export const sex = z.enum(['female', 'male', 'other', 'unknown'])
/** Of the patient to whoever holds the policy. */
/** A record that others were merged into has those of all of them; more than these nobody reads at the desk. */
export const mostAlerts = 50
export const longestAlert = 80

export const subscriberRelationship = z.enum(['self', 'spouse', 'child', 'other'])
/** Where somebody looked whether a coverage is in force. */
/** What a policy pays for: illness in general, an accident, what happens at work. */
export const coverageKind = z.enum(['health', 'accident', 'work', 'other'])
/** Why a coverage has an end. */
export const coverageEnding = z.enum(['plan-ended', 'job-changed', 'other-plan', 'not-paid', 'mistake', 'other'])
export const coverageSource = z.enum(['card', 'payer-phone', 'payer-site', 'patient'])

const contactPoint = z.object({
  system: z.enum(['phone', 'email']),
  /** E.164 for a phone that could be read as one, else as it was given. */
  value: z.string(),
  use: z.enum(['mobile', 'home', 'work']),
})

/** What a registration still lacks. */
export const missingField = z.enum(['name', ...registrationFields])

export const coverageShape = z.object({
  id,
  payerId: id.nullable(),
  payerName: z.string(),
  planId: id.nullable(),
  planName: z.string().nullable(),
  kind: coverageKind,
  memberId: z.string().nullable(),
  groupNumber: z.string().nullable(),
  relationship: subscriberRelationship,
  subscriberName: z.string().nullable(),
  subscriberBirthDate: z.string().nullable(),
  subscriberSex: sex.nullable(),
  /** The record of whoever holds the policy, where they are a patient too. */
  subscriberPatientId: id.nullable(),
  periodStart: z.string().nullable(),
  /** Last day of cover. */
  periodEnd: z.string().nullable(),
  endedBecause: coverageEnding.nullable(),
  /** 1 is asked first. */
  order: z.int(),
  copayCents: cents.nullable(),
  /** When and by whom somebody last looked at it, and where that knowledge came from. */
  checkedAt: instant.nullable(),
  checkedBy: z.string().nullable(),
  /** Compared on every change, so that two windows do not write over one another. */
  version: z.int(),
})

const patientShape = z.object({
  id,
  mrn: z.string(),
  name: personName,
  /** FHIR date, also a partial one; empty where it is not known. */
  birthDate: z.string(),
  birthDateEstimated: z.boolean(),
  sex,
  pronouns: z.string().nullable(),
  language,
  /** False: nobody asked yet, and `language` is only the one they are written to in. */
  languageAsked: z.boolean(),
  interpreterNeeded: z.boolean(),
  contactPreference: z.enum(['text', 'call', 'email', 'letter']).nullable(),
  address: homeAddress.nullable(),
  contacts: z.array(contactPoint),
  alerts: z.array(z.string()),
  deceased: z.boolean(),
  /** `partial`: saved as far as it went; `urgent`: nobody knew who it was. */
  registration: z.enum(['complete', 'partial', 'urgent']),
  /** Compared on every change, so that nobody writes over a colleague's work unseen. */
  version: z.int(),
})

/** How the person asked to be reached, and in no other way. */
const contactWish = z.object({ ways: z.array(z.enum(contactWays)), leaveMessage: z.boolean() })

const relatedPerson = z.object({
  id,
  name: z.string(),
  relationship: z.string(),
  phone: z.string().nullable(),
  /** What they may be told: everything, times only, or nothing. */
  mayKnow: z.enum(['everything', 'times', 'nothing']),
})

const visitLine = z.object({
  id,
  start: instant,
  end: instant,
  timeZone: z.string(),
  siteName: z.string(),
  visitType: z.string(),
  visitTypeEs: z.string(),
  clinicianName: z.string().nullable(),
  status: appointmentStatus,
})

const openItem = z.object({
  code: z.enum([
    'coverage-none',
    'coverage-ended',
    'coverage-inactive',
    'coverage-not-checked',
    'copay-due',
    'consent-missing',
    'consent-expired',
    'consent-changed',
    'consent-refused',
    'contact-stale',
    'interpreter-not-booked',
    'date-of-birth-partial',
    'registration-incomplete',
    'feed-proposal',
  ]),
  appointmentId: id.nullable(),
  on: z.string().nullable(),
  amountCents: cents.nullable(),
  /** By an answer of a payer that is made up. */
  isMadeUp: z.boolean(),
  /** The kind of a consent. */
  what: z.string().nullable(),
  /** Of a registration: what is missing. */
  fields: z.array(missingField),
})

/** Which part of a record fits what was typed, and how. */
const foundReason = z.discriminatedUnion('part', [
  z.object({ part: z.enum(['mrn', 'identifier']), how: z.literal('exact') }),
  z.object({ part: z.literal('email'), how: z.enum(['exact', 'beginning', 'former']) }),
  z.object({ part: z.literal('phone'), how: z.enum(['exact', 'last-digits', 'former', 'relative']) }),
  z.object({ part: z.literal('birth-date'), how: z.enum(['exact', 'swapped', 'near', 'part', 'year']) }),
  z.object({
    part: z.literal('name'),
    how: z.enum(['exact', 'beginning', 'former', 'nickname', 'slip', 'sound', 'missing']),
  }),
])

const searched = z
  .string()
  .trim()
  .max(120)
  .refine((text) => !isTooShortToSearch(text), 'two letters are needed')

export const searchPatients = endpoint({
  method: 'GET',
  path: '/api/patients',
  summary: 'Find people by any of: parts of a name, birth date, phone, MRN, e-mail',
  access: 'patient.search',
  audit: 'patient.search',
  query: z.object({ q: searched, limit: z.coerce.number().int().min(1).max(50).default(20) }),
  reply: z.object({
    patients: z.array(
      patientLine.extend({
        phone: z.string().nullable(),
        city: z.string().nullable(),
        deceased: z.boolean(),
        /** The part of the question that says most about why this person was found. */
        matched: z.enum(['mrn', 'identifier', 'phone', 'email', 'birth-date', 'name', 'similar-name']),
        /** Every part of the question and how it fits, the most telling first. */
        reasons: z.array(foundReason),
        nextVisit: instant.nullable(),
        /** Site of the next visit, else of the last. */
        site: z.string().nullable(),
        /** The record that speaks for this one since both were found to be one person. */
        mergedInto: patientLine.nullable(),
      }),
    ),
    /**
     * Restricted records that the caller may not open. They come only to a question that names the person in full, by
     * their names and whole birth date: anything less would tell, letter by letter, who it is.
     */
    restricted: z.array(maskedLine),
  }),
})

export const readPatient = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId',
  summary: 'The person: who, language, coverage, what is next, what is open',
  access: 'patient.read',
  audit: 'patient.read',
  params: z.object({ patientId: id }),
  reply: z.object({
    patient: patientShape,
    /** The document with the picture by which the person is recognised. */
    photoDocumentId: id.nullable(),
    relatedPersons: z.array(relatedPerson),
    /** Null: no such wish. */
    contactWish: contactWish.nullable(),
    sharedPhoneWith: z.array(z.object({ id, name: z.string() })),
    coverages: z.array(coverageShape),
    upcoming: z.array(visitLine),
    past: z.array(visitLine),
    history: z.array(
      z.object({
        id,
        start: instant,
        end: instant.nullable(),
        type: z.string(),
        reason: z.string().nullable(),
        where: z.string().nullable(),
        practitioner: z.string().nullable(),
      }),
    ),
    payments: z.array(
      z.object({
        id,
        receiptNumber: z.string(),
        amountCents: cents,
        method: z.enum(['cash', 'card']),
        collectedAt: instant,
        voided: z.boolean(),
      }),
    ),
    open: z.array(openItem),
    /** Records that lead to this one; asked for by the id of one of them, the answer is this record. */
    merged: z.array(mergedRecord),
    /** What the caller may do with this record. */
    can: z.object({ change: z.boolean(), changeCoverage: z.boolean(), book: z.boolean(), merge: z.boolean() }),
    privacy: z.object({
      /** Null for an ordinary record. */
      restriction: restrictionKind.nullable(),
      /** Until when the caller has it open by a reason they gave; null where they need none. */
      openUntil: instant.nullable(),
      canRestrict: z.boolean(),
      canReview: z.boolean(),
    }),
  }),
})

const patientBody = z.object({
  name: personName,
  /** Null: not known; in a change, as it stands. */
  birthDate: date.nullable(),
  sex: sex.default('unknown'),
  pronouns: text(40).nullable().default(null),
  /** Null: nobody asked yet; in a change, as it stands. */
  language: language.nullable().default(null),
  interpreterNeeded: z.boolean().default(false),
  contactPreference: z.enum(['text', 'call', 'email', 'letter']).nullable().default(null),
  phone: text(40).nullable().default(null),
  email: z.email().max(200).nullable().default(null),
  address: saidHomeAddress.nullable().default(null),
  alerts: z.array(text(longestAlert)).max(mostAlerts).default([]),
})

const possibleDuplicate = z.object({
  candidates: z.array(
    patientLine.extend({
      phone: z.string().nullable(),
      score: z.number(),
      evidence: z.array(z.object({ field: z.string(), outcome: z.string() })),
    }),
  ),
  /** As in a search: of the very same names and birth date, and not for the caller to open. */
  restricted: z.array(maskedLine),
})

/** What the desk asks besides where a rule requires it; else it is asked on the record afterwards. */
const besides = {
  birthSex: birthSex.nullable().default(null),
  genderIdentity: genderIdentity.nullable().default(null),
  /** Null: nobody asked; `asked-declined` stands alone. */
  race: z.array(race).max(8).nullable().default(null),
  ethnicity: ethnicity.nullable().default(null),
  accessibility: z.array(accessibilityNeed).max(20).default([]),
  employer: text(120).nullable().default(null),
  /** Whom to call first. */
  emergencyContact: z
    .object({ name: text(160), relationship: text(40), phone: text(40).nullable().default(null) })
    .nullable()
    .default(null),
}

export const registerPatient = endpoint({
  method: 'POST',
  path: '/api/patients',
  summary: 'Register a person after a search; asks back when somebody very like them is there already',
  access: 'patient.register',
  audit: 'patient.register',
  body: patientBody.extend({
    ...besides,
    /** The caller saw the candidates of `possible-duplicate` and says that this is another person. */
    notADuplicateOf: z.array(id).max(20).default([]),
  }),
  reply: patientLine,
  refusals: {
    'possible-duplicate': possibleDuplicate,
    'birth-date-ahead': z.object({}),
    'phone-unreadable': z.object({}),
    /** Somebody either says their race or does not want to. */
    'declined-and-answered': z.object({}),
    'relative-phone-unreadable': z.object({}),
  },
})

export const changePatient = endpoint({
  method: 'PUT',
  path: '/api/patients/:patientId',
  summary: 'Correct or complete what is known about a person',
  access: 'patient.change',
  audit: 'patient.change',
  params: z.object({ patientId: id }),
  body: patientBody.extend({ version: z.int() }),
  reply: patientShape,
  refusals: {
    'changed-meanwhile': z.object({ version: z.int() }),
    'birth-date-ahead': z.object({}),
    'phone-unreadable': z.object({}),
  },
})

const coverageBody = z.object({
  payerId: id,
  /** Of the payer's plans in the directory. */
  planId: id.nullable().default(null),
  planName: text(120).nullable().default(null),
  kind: coverageKind.default('health'),
  memberId: text(80).nullable().default(null),
  groupNumber: text(80).nullable().default(null),
  relationship: subscriberRelationship.default('self'),
  subscriberName: text(120).nullable().default(null),
  subscriberBirthDate: date.nullable().default(null),
  subscriberSex: sex.nullable().default(null),
  subscriberPatientId: id.nullable().default(null),
  periodStart: date.nullable().default(null),
  periodEnd: date.nullable().default(null),
  /** Taken only together with an end. */
  endedBecause: coverageEnding.nullable().default(null),
  order: z.int().min(1).max(9).default(1),
  copayCents: cents.min(0).max(100_000_00).nullable().default(null),
})

const coverageRefusals = {
  'unknown-payer': z.object({}),
  /** This payer has no such plan. */
  'unknown-plan': z.object({}),
  'unknown-subscriber': z.object({}),
  'period-backwards': z.object({}),
  /** The same policy is there already for some of these days. */
  overlaps: z.object({ coverageId: id }),
} as const

export const addCoverage = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/coverages',
  summary: 'Add a coverage',
  access: 'coverage.change',
  audit: 'coverage.add',
  params: z.object({ patientId: id }),
  body: coverageBody,
  reply: coverageShape,
  refusals: coverageRefusals,
})

export const changeCoverage = endpoint({
  method: 'PUT',
  path: '/api/patients/:patientId/coverages/:coverageId',
  summary: 'Correct or end a coverage',
  access: 'coverage.change',
  audit: 'coverage.change',
  params: z.object({ patientId: id, coverageId: id }),
  body: coverageBody.extend({ version: z.int() }),
  reply: coverageShape,
  refusals: { ...coverageRefusals, 'changed-meanwhile': z.object({ version: z.int() }) },
})

export const checkCoverage = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/coverages/:coverageId/check',
  summary: 'Note that the card or the payer was looked at today and says what stands here',
  access: 'visit.check-in',
  audit: 'coverage.check',
  params: z.object({ patientId: id, coverageId: id }),
  body: z.object({ source: coverageSource }),
  reply: done,
})
