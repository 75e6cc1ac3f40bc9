import {
  authorityKinds,
  authorityScopes,
  barReasons,
  confidentialServices,
  contactWays,
  standingLevels,
} from '@foyer/patients'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { date, done, id, language, patientLine, text } from './shapes.ts'

export const authorityKind = z.enum(authorityKinds)
export const authorityScope = z.enum(authorityScopes)
export const barReason = z.enum(barReasons)
export const confidentialService = z.enum(confidentialServices)
const answer = z.enum(['yes', 'ask', 'no'])

/** What somebody may do or be told today, and by what. */
const permit = z.object({
  scope: authorityScope,
  answer: answer.exclude(['no']),
  by: id,
  kind: authorityKind,
  /** Where the law says so, such as `45 CFR 164.510(b)`. */
  source: z.string(),
})

const authority = z.object({
  id,
  kind: authorityKind,
  /** As granted; empty: all that its kind covers. */
  scopes: z.array(authorityScope),
  periodStart: date,
  /** Last day. */
  periodEnd: date.nullable(),
  documentId: id.nullable(),
  needsProof: z.boolean(),
  endedReason: z.string().nullable(),
  state: z.enum(['in-force', 'not-shown', 'not-begun', 'ended', 'of-age', 'emancipated', 'died', 'barred']),
  /** What it allows today. */
  allows: z.array(authorityScope),
})

export const relatedPersonShape = z.object({
  id,
  name: z.string(),
  given: z.string().nullable(),
  family: z.string().nullable(),
  /** A code such as `mother`, or words from elsewhere. */
  relationship: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  language: language.nullable(),
  birthDate: date.nullable(),
  /** 1 is called first. */
  emergencyRank: z.int().nullable(),
  periodStart: date.nullable(),
  periodEnd: date.nullable(),
  barred: barReason.nullable(),
  /** Where they are a patient too, and the caller may open their record. */
  relative: patientLine.nullable(),
  authorities: z.array(authority),
  level: z.enum(standingLevels),
  permits: z.array(permit),
  version: z.int(),
})

export const confidentialContact = z.object({
  ways: z.array(z.enum(contactWays)).min(1),
  phone: text(40).nullable().default(null),
  email: z.email().max(200).nullable().default(null),
  address: text(200).nullable().default(null),
  leaveMessage: z.boolean().default(false),
  remarks: text(200).nullable().default(null),
})

/** As the record says it, whatever elsewhere wrote it. */
const notedContact = z.object({
  ways: z.array(z.enum(contactWays)),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
  leaveMessage: z.boolean(),
  remarks: z.string().nullable(),
})

/** One thing to heed before somebody calls or writes, in the order in which it matters. */
export const reachNote = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('only-by'), ways: z.array(z.enum(contactWays)) }),
  z.object({ kind: z.enum(['call-only', 'write-only', 'letter-only']), value: z.string() }),
  z.object({ kind: z.literal('no-message') }),
  z.object({
    kind: z.literal('shared'),
    system: z.enum(['phone', 'email']),
    value: z.string(),
    /** As it was said, such as `daughter`; null: it stands on the record of somebody else. */
    with: z.string().nullable(),
  }),
  z.object({ kind: z.literal('remark'), text: z.string() }),
])

/** Who is written to of an ordinary visit. */
const writesTo = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('to'), name: z.string(), language, relatedPersonId: id.nullable() }),
  z.object({
    kind: z.literal('nobody'),
    reason: z.enum(['deceased', 'no-address', 'wish', 'confidential', 'address-of-other']),
  }),
])

export const listRelatives = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/relatives',
  summary: 'Who stands beside the patient: what each may do and be told today, and how the patient asked to be reached',
  access: 'patient.read',
  audit: 'relative.list',
  params: z.object({ patientId: id }),
  reply: z.object({
    relatives: z.array(relatedPersonShape),
    confidentialContact: notedContact.nullable(),
    writesTo,
    age: z.object({
      years: z.int().nullable(),
      isMinor: z.boolean(),
      majority: z.int(),
      /** The day on which nobody decides for them by their age; null for an adult or an unknown birth date. */
      ofAgeOn: date.nullable(),
      emancipatedOn: date.nullable(),
      /** States in which the practice sees patients. */
      states: z.array(z.string()),
      /** False: there is no row for one of them, and a person decides. */
      isKnown: z.boolean(),
      checkedOn: date.nullable(),
      /** Of a minor: services that they may ask for alone at their age; `ask` where the state's rule is not known here. */
      services: z.array(
        z.object({
          service: confidentialService,
          protection: z.enum(['none', 'permission', 'ask']),
          from: z.int().nullable(),
          statute: z.string().nullable(),
        }),
      ),
    }),
    can: z.object({ change: z.boolean() }),
  }),
})

const relatedPersonBody = z.object({
  given: text(80),
  family: text(80),
  relationship: text(40),
  phone: text(40).nullable().default(null),
  email: z.email().max(200).nullable().default(null),
  language: language.nullable().default(null),
  birthDate: date.nullable().default(null),
  emergencyRank: z.int().min(1).max(9).nullable().default(null),
  periodStart: date.nullable().default(null),
  periodEnd: date.nullable().default(null),
  barred: barReason.nullable().default(null),
  /** Their own record here. */
  relativeId: id.nullable().default(null),
})

const relatedPersonRefusals = {
  'period-backwards': z.object({}),
  'phone-unreadable': z.object({}),
  /** No such record, or the patient's own. */
  'unknown-relative': z.object({}),
}

export const addRelative = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/relatives',
  summary: 'Add somebody who stands beside the patient; by itself that allows nothing',
  access: 'relative.change',
  audit: 'relative.add',
  params: z.object({ patientId: id }),
  body: relatedPersonBody,
  reply: relatedPersonShape,
  refusals: relatedPersonRefusals,
})

export const changeRelative = endpoint({
  method: 'PUT',
  path: '/api/patients/:patientId/relatives/:relatedPersonId',
  summary: 'Correct, rank, rule out or end somebody who stands beside the patient',
  access: 'relative.change',
  audit: 'relative.change',
  params: z.object({ patientId: id, relatedPersonId: id }),
  /** As they were read: who opened them before a colleague ruled them out does not take that away. */
  body: relatedPersonBody.extend({ version: z.int() }),
  reply: relatedPersonShape,
  refusals: { ...relatedPersonRefusals, 'changed-meanwhile': z.object({ version: z.int() }) },
})

export const grantAuthority = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/relatives/:relatedPersonId/authorities',
  summary: 'Note what somebody may do and be told, from when, until when, and on the strength of which document',
  access: 'relative.change',
  audit: 'authority.grant',
  params: z.object({ patientId: id, relatedPersonId: id }),
  body: z.object({
    kind: authorityKind,
    scopes: z.array(authorityScope).max(authorityScopes.length).default([]),
    /** Today when absent. */
    periodStart: date.nullable().default(null),
    periodEnd: date.nullable().default(null),
    documentId: id.nullable().default(null),
  }),
  reply: relatedPersonShape,
  refusals: {
    'period-backwards': z.object({}),
    'unknown-document': z.object({}),
    /** What this kind cannot cover. */
    'beyond-kind': z.object({ scopes: z.array(authorityScope) }),
    /** A parent of somebody who is of age: another kind says what was agreed upon. */
    'of-age': z.object({}),
  },
})

export const proveAuthority = endpoint({
  method: 'PUT',
  path: '/api/patients/:patientId/authorities/:authorityId/document',
  summary: 'Name the document behind an authority, once it was shown',
  access: 'relative.change',
  audit: 'authority.prove',
  params: z.object({ patientId: id, authorityId: id }),
  body: z.object({ documentId: id }),
  reply: relatedPersonShape,
  refusals: { 'unknown-document': z.object({}) },
})

export const endAuthority = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/authorities/:authorityId/end',
  summary: 'End an authority, at once or on a day, with the reason',
  access: 'relative.change',
  audit: 'authority.end',
  params: z.object({ patientId: id, authorityId: id }),
  body: z.object({
    /** Its last day; absent: it ends at once. */
    lastDay: date.nullable().default(null),
    reason: text(200),
  }),
  reply: relatedPersonShape,
  refusals: { 'ended-already': z.object({ on: date }), 'period-backwards': z.object({}) },
})

export const askMayTell = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/may-tell',
  summary: 'Somebody is on the line or at the desk: what they may be told. That it was asked stands in the trail',
  access: 'patient.read',
  audit: 'relative.may-tell',
  writes: false,
  params: z.object({ patientId: id }),
  body: z.object({ relatedPersonId: id }),
  reply: z.object({
    name: z.string(),
    relationship: z.string(),
    level: z.enum(standingLevels),
    barred: barReason.nullable(),
    answers: z.array(
      z.object({
        scope: authorityScope,
        answer,
        reason: z.enum([
          'allowed',
          'barred',
          'no-authority',
          'lapsed',
          'not-shown',
          'confidential',
          'confidential-ask',
          'minor-may-consent',
        ]),
        kind: authorityKind.nullable(),
        source: z.string().nullable(),
      }),
    ),
    /** Coming visits of which they may not hear. */
    keepSilent: z.array(id),
  }),
})

export const listHousehold = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/household',
  summary: 'Others with the same phone, e-mail or address, or named by the desk, whose records the caller may open',
  access: 'patient.read',
  audit: 'household.read',
  params: z.object({ patientId: id }),
  reply: z.object({
    people: z.array(
      patientLine.extend({
        /** What they have in common; `noted`: somebody at the desk said so. */
        same: z.array(z.enum(['phone', 'email', 'address', 'noted'])),
        /** Who of the patient's relatives they are. */
        relatedPersonId: id.nullable(),
        relationship: z.string().nullable(),
      }),
    ),
  }),
})

/** Yes or no whatever phones and homes say; null: they speak again. */
const belongs = z.boolean().nullable()

export const decideHousehold = endpoint({
  method: 'PUT',
  path: '/api/patients/:patientId/household',
  summary: 'Somebody belongs to this household, or does not, whatever phones and homes say',
  access: 'relative.change',
  audit: 'household.decide',
  params: z.object({ patientId: id }),
  body: z.object({ memberId: id, belongs }),
  /** What was said before, so that it can be said again. */
  reply: z.object({ before: belongs }),
  refusals: { 'same-person': z.object({}) },
})

export const setConfidentialContact = endpoint({
  method: 'PUT',
  path: '/api/patients/:patientId/confidential-contact',
  summary: 'The ways in which the patient asked to be reached, and no others; null: as usual',
  access: 'relative.change',
  audit: 'confidential-contact.set',
  params: z.object({ patientId: id }),
  body: z.object({
    wish: confidentialContact.nullable(),
    /** What stood when it was opened; null: nothing did. */
    seen: notedContact.nullable().default(null),
  }),
  reply: done,
  refusals: {
    'changed-meanwhile': z.object({}),
    'phone-unreadable': z.object({}),
    /** A way that needs an address or number, and there is none. */
    'way-without-address': z.object({ way: z.enum(contactWays) }),
  },
})

export const setEmancipation = endpoint({
  method: 'PUT',
  path: '/api/patients/:patientId/emancipation',
  summary: 'From which day on a minor decides as an adult does, with the reason; null takes it back',
  access: 'relative.change',
  audit: 'patient.emancipate',
  params: z.object({ patientId: id }),
  body: z.object({
    on: date.nullable(),
    reason: text(200),
    /** What stood when it was opened; null: nothing did. */
    seen: date.nullable().default(null),
  }),
  reply: done,
  refusals: { 'changed-meanwhile': z.object({}) },
})
