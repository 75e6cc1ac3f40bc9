import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { date, done, homeAddress, id, instant, patientLine, personName, text } from './shapes.ts'

/** Where two records of one person differ, and what a merge asks about; lists can have both. */
export const faceField = z.enum([
  'given',
  'middle',
  'family',
  'preferred',
  'prefix',
  'suffix',
  'birthDate',
  'sex',
  'birthSex',
  'genderIdentity',
  'pronouns',
  'language',
  'furtherLanguages',
  'interpreterNeeded',
  'contactPreference',
  'confidentialContact',
  'address',
  'alerts',
  'accessibility',
  'race',
  'ethnicity',
  'generalPractitioner',
  'employer',
  'occupation',
  'deceased',
])
export const faceSide = z.enum(['survivor', 'merged', 'both'])

const value = z.union([z.string(), z.boolean(), z.array(z.string()), homeAddress, z.null()])
const evidence = z.array(z.object({ field: z.string(), outcome: z.string() }))

const pairState = z.enum(['suspected', 'not-same', 'merged'])

const side = patientLine.extend({
  phones: z.array(z.string()),
  emails: z.array(z.string()),
  deceased: z.boolean(),
  createdAt: instant,
  visits: z.int(),
  coverages: z.int(),
  lastVisit: instant.nullable(),
  /** Compared when merging, so that nobody merges what they did not see. */
  version: z.int(),
})

export const listDuplicates = endpoint({
  method: 'GET',
  path: '/api/duplicates',
  summary: 'Records that may be one person, the best evidence first',
  access: 'patient.merge',
  audit: 'duplicate.list',
  query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
  reply: z.object({
    /** Of all that are open, also those beyond the limit. */
    total: z.int(),
    pairs: z.array(
      z.object({
        first: patientLine,
        second: patientLine,
        /** Probability, 0 to 1. */
        score: z.number(),
        evidence,
        foundAt: instant,
      }),
    ),
  }),
})

export const readDuplicate = endpoint({
  method: 'GET',
  path: '/api/duplicates/:firstId/:secondId',
  summary: 'Two records side by side, field by field',
  access: 'patient.merge',
  audit: 'duplicate.read',
  params: z.object({ firstId: id, secondId: id }),
  reply: z.object({
    first: side,
    second: side,
    state: pairState.nullable(),
    score: z.number(),
    evidence,
    /** The record with more history: it goes on unless somebody chooses otherwise. */
    suggestedSurvivorId: id,
    fields: z.array(
      z.object({
        field: faceField,
        first: value,
        second: value,
        differs: z.boolean(),
        /** Both values can stay. */
        isList: z.boolean(),
      }),
    ),
  }),
})

export const decideDuplicate = endpoint({
  method: 'POST',
  path: '/api/duplicates/:firstId/:secondId/decision',
  summary: 'Say that two records are two people, or take that back',
  access: 'patient.merge',
  audit: 'duplicate.decide',
  params: z.object({ firstId: id, secondId: id }),
  body: z.object({ decision: z.enum(['not-same', 'suspected']) }),
  reply: done,
  refusals: { merged: z.object({}) },
})

export const sweepDuplicates = endpoint({
  method: 'POST',
  path: '/api/duplicates/sweep',
  summary: 'Look for duplicates among all records now; it is done in the background',
  access: 'patient.merge',
  audit: 'duplicate.sweep',
  reply: done,
})

const clash = z.object({
  /** Table and rule that forbid it. */
  table: z.string(),
  constraint: z.string(),
})

export const mergePatients = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/merge',
  summary: 'Say that two records are one person: the other leads to this one, whatever belongs to it follows',
  access: 'patient.merge',
  takesMerged: true,
  audit: 'patient.merge',
  params: z.object({ patientId: id }),
  body: z.object({
    mergedId: id,
    version: z.int(),
    mergedVersion: z.int(),
    /** Whose value stands; what is not named: this record's own, the other's where it is empty, both for lists. */
    face: z.partialRecord(faceField, faceSide).default({}),
    /** Whose phones and e-mails come first; both stay. */
    contactsFirst: z.enum(['survivor', 'merged']).default('survivor'),
    reason: text(200).nullable().default(null),
  }),
  reply: z.object({ mergeId: id, patientId: id, version: z.int() }),
  refusals: {
    'same-record': z.object({}),
    'changed-meanwhile': z.object({ version: z.int(), mergedVersion: z.int() }),
    /** One of them leads to another record already. */
    'merged-already': z.object({ intoId: id }),
    /** They stand in each other's record as relatives: two people. */
    relatives: z.object({ relationship: z.string() }),
    /** Both have a visit at one time: cancel or move one. */
    'visits-at-one-time': z.object({
      visits: z.array(z.object({ appointmentId: id, otherAppointmentId: id, start: instant, timeZone: z.string() })),
    }),
    clash,
  },
})

export const unmergePatients = endpoint({
  method: 'POST',
  path: '/api/merges/:mergeId/undo',
  summary: 'Take a merge back: what followed goes back, what was made since stays',
  access: 'patient.merge',
  audit: 'patient.unmerge',
  params: z.object({ mergeId: id }),
  reply: z.object({
    patientId: id,
    mergedId: id,
    /** Changed since the merge, so left as it is now. */
    kept: z.array(z.string()),
  }),
  refusals: {
    'undone-already': z.object({}),
    /** The record that went on was merged itself: take that back first. */
    'merged-further': z.object({ mergeId: id.nullable() }),
    clash,
  },
})

/** A record that leads to the one shown. */
export const mergedRecord = z.object({
  mergeId: id,
  patientId: id,
  mrn: z.string(),
  name: personName,
  birthDate: z.string(),
  mergedAt: instant,
  mergedBy: z.string().nullable(),
})

export const compareDraft = endpoint({
  method: 'POST',
  path: '/api/duplicates/compare',
  summary: 'Who is here already and may be the person being typed; writes nothing',
  access: 'patient.register',
  audit: 'patient.search',
  auditOnlyPatients: true,
  writes: false,
  body: z.object({
    given: z.string().trim().max(80).default(''),
    middle: z.string().trim().max(80).default(''),
    family: z.string().trim().max(80).default(''),
    preferred: z.string().trim().max(80).default(''),
    suffix: z.string().trim().max(40).default(''),
    birthDate: date.nullable().default(null),
    sex: z.enum(['female', 'male', 'other', 'unknown']).default('unknown'),
    phone: z.string().trim().max(40).default(''),
    email: z.string().trim().max(200).default(''),
    line: z.string().trim().max(120).default(''),
    postalCode: z.string().trim().max(20).default(''),
  }),
  reply: z.object({
    candidates: z.array(patientLine.extend({ phone: z.string().nullable(), score: z.number(), evidence })),
  }),
})
