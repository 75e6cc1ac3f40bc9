import { consentKindNames, isDrawnSignature, longestSignature } from '@foyer/patients'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { date, id, instant, language, text } from './shapes.ts'

export const consentKind = z.enum(consentKindNames)

/** A text as it stands: once somebody may have signed it, it is never written over. */
const consentText = z.object({
  id,
  kind: consentKind,
  /** Counted for each kind and language; 0 stands for words that are not known any more. */
  version: z.int(),
  language,
  title: z.string(),
  body: z.string(),
  /** What it covers, in a line. */
  scope: z.string(),
  /** Days for which a signature is good; null: until it is taken back. */
  validDays: z.int().nullable(),
  effectiveFrom: date,
  /** Last day on which it is put before anybody; null: still. */
  effectiveTo: date.nullable(),
  /** False: says the same as the version before in other words. */
  isMaterial: z.boolean(),
})

export const listConsentTexts = endpoint({
  method: 'GET',
  path: '/api/consent-texts',
  summary: 'Every text that is or was put before people to sign, the newest of each language first',
  access: 'practice.read',
  audit: null,
  reply: z.object({
    texts: z.array(
      consentText.extend({
        /** How many signed it, and did not take it back. */
        signed: z.int(),
      }),
    ),
    /** Civil date at the practice. */
    today: date,
  }),
})

export const writeConsentText = endpoint({
  method: 'POST',
  path: '/api/consent-texts',
  summary: 'Write a text to sign: a new version in its language, or none when no word of it changed',
  access: 'practice.change',
  audit: 'consent-text.write',
  body: z.object({
    kind: consentKind,
    language,
    title: text(120),
    body: text(20_000),
    scope: text(200),
    validDays: z.int().min(1).max(3660).nullable().default(null),
    effectiveFrom: date,
    /** Other words, the same meaning: who signed the version before is not asked again. */
    sameMeaning: z.boolean().default(false),
  }),
  reply: z.object({
    text: consentText,
    /** False: body and scope are those of the version before; nobody is asked again. */
    isNew: z.boolean(),
  }),
  refusals: {
    /** A text of this kind is the permission itself: other words are another permission. */
    'meaning-is-the-words': z.object({}),
    /** Before today, or before the version that it follows. */
    'starts-too-early': z.object({ earliest: date }),
  },
})

export const endConsentText = endpoint({
  method: 'POST',
  path: '/api/consent-texts/:consentTextId/end',
  summary: 'Say until when a text is put before people; what was signed stays good',
  access: 'practice.change',
  audit: 'consent-text.end',
  params: z.object({ consentTextId: id }),
  body: z.object({ effectiveTo: date.nullable() }),
  reply: consentText,
  refusals: { 'ends-before-it-starts': z.object({ earliest: date }) },
})

const state = z.enum(['signed', 'missing', 'changed', 'expired', 'denied', 'revoked'])

const given = z.object({
  id,
  kind: consentKind,
  title: z.string(),
  version: z.int(),
  language,
  decision: z.enum(['permit', 'deny']),
  signedAt: instant,
  signedByName: z.string(),
  /** Who signed for the person; null: they themselves. */
  signer: z.object({ id, relationship: z.string() }).nullable(),
  signedWith: z.enum(['drawn', 'typed', 'paper', 'said']),
  expiresOn: date.nullable(),
  revokedAt: instant.nullable(),
  revokedReason: z.string().nullable(),
  recordedBy: z.string().nullable(),
})

export const readConsents = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/consents',
  summary: 'What the person has to sign today, in words they read, and what they have signed',
  access: 'patient.read',
  audit: 'consent.read',
  params: z.object({ patientId: id }),
  query: z.object({
    /** For which visit it is asked: its day and whether it is by video decide with. */
    appointmentId: id.optional(),
  }),
  reply: z.object({
    /** Civil date for which it was worked out. */
    date,
    needs: z.array(
      z.object({
        kind: consentKind,
        state,
        isAsked: z.boolean(),
        isOpen: z.boolean(),
        /** The text for this person, among `texts`. */
        textId: id,
        /** The last word of the person on this kind, among `given`. */
        consentId: id.nullable(),
      }),
    ),
    /** What may be put before them, in every language there is. */
    texts: z.array(consentText),
    /** Everything they signed or declined, the newest first. */
    given: z.array(given),
    /** Who may sign besides the person. */
    signers: z.array(
      z.object({
        id,
        name: z.string(),
        relationship: z.string(),
        /** In which they read; null: not known. */
        language: language.nullable(),
      }),
    ),
    /** Who is asked: of a minor whoever decides for them and is called first; null: the person. */
    signerId: id.nullable(),
    /** How the person signs. */
    name: z.string(),
    can: z.object({ record: z.boolean() }),
  }),
})

const signature = z.discriminatedUnion('with', [
  z.object({
    with: z.literal('drawn'),
    /** Strokes of straight lines as an SVG path. */
    path: z.string().max(longestSignature).refine(isDrawnSignature, 'is no drawn signature'),
  }),
  z.object({ with: z.literal('typed'), name: text(160) }),
  /** On paper, which the practice keeps. */
  z.object({ with: z.literal('paper') }),
])

export const signConsent = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/consents',
  summary: 'Record that the person, or somebody who may act for them, signed a text or declined to',
  access: 'consent.record',
  audit: 'consent.sign',
  params: z.object({ patientId: id }),
  body: z.object({
    /** The very text that was put before them. */
    consentTextId: id,
    decision: z.enum(['permit', 'deny']),
    /** Null: the person themselves. */
    relatedPersonId: id.nullable().default(null),
    /** Null only for a no that was just said. */
    signature: signature.nullable(),
    /** Last day, where the person names one. */
    until: date.nullable().default(null),
  }),
  reply: z.object({ id, expiresOn: date.nullable() }),
  refusals: {
    /** Another version, or none, is put before people by now. */
    'not-the-current-text': z.object({ consentTextId: id.nullable() }),
    'already-signed': z.object({ consentId: id }),
    'not-a-relative': z.object({}),
    /** Nothing lets them decide in the patient's place today. */
    'may-not-sign': z.object({ name: z.string() }),
    'signature-missing': z.object({}),
    /** An authorization to release records needs a last day (45 CFR 164.508(c)(1)(v)). */
    'until-missing': z.object({}),
    'until-past': z.object({}),
  },
})

export const revokeConsent = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/consents/:consentId/revoke',
  summary: 'Note that a consent was taken back, and why; what was done on its strength stays done',
  access: 'consent.record',
  audit: 'consent.revoke',
  params: z.object({ patientId: id, consentId: id }),
  body: z.object({ reason: text(200) }),
  reply: z.object({ revokedAt: instant }),
  refusals: { 'nothing-to-revoke': z.object({}) },
})

export const printConsent = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/consents/:consentId/print',
  summary: 'The text as it was signed, with the signature, as a PDF',
  access: 'patient.read',
  audit: 'consent.print',
  params: z.object({ patientId: id, consentId: id }),
  reply: z.unknown(),
  media: 'application/pdf',
})
