import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { date, id, instant, patientLine, text } from './shapes.ts'

/** Why few may open a record. */
export const restrictionKind = z.enum(['staff', 'relative-of-staff', 'vip', 'requested'])
export type RestrictionKind = z.output<typeof restrictionKind>

/** Why somebody opens a restricted record all the same: treatment, payment and operations as in 45 CFR 164.506(c). */
export const glassReason = z.enum(['treatment', 'payment', 'operations', 'patient-asked', 'emergency', 'other'])
export const finding = z.enum(['in-order', 'not-in-order'])

/** A restricted record in a list for somebody who may not open it: that it is there, and nothing of the person. */
export const maskedLine = z.object({ id })

export const restrictPatient = endpoint({
  method: 'PUT',
  path: '/api/patients/:patientId/restriction',
  summary: 'Mark a record as restricted, or take the mark away, with the reason',
  access: 'patient.restrict',
  audit: 'patient.restrict',
  params: z.object({ patientId: id }),
  body: z.object({ restriction: restrictionKind.nullable(), reason: text(200) }),
  reply: z.object({ restriction: restrictionKind.nullable() }),
})

export const breakGlass = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/break-glass',
  summary: 'Open a restricted record for a while, with the reason; the privacy officer looks at each opening',
  access: 'patient.break-glass',
  audit: 'patient.break-glass',
  opensRestricted: true,
  params: z.object({ patientId: id }),
  body: z.object({ reason: glassReason, remarks: text(400).nullable().default(null) }),
  reply: z.object({ id, until: instant }),
  refusals: { 'not-restricted': z.object({}), 'remarks-missing': z.object({}) },
})

const opening = z.object({
  id,
  patient: patientLine,
  staffId: id,
  staffName: z.string(),
  staffRole: z.string(),
  reason: glassReason,
  remarks: z.string().nullable(),
  openedAt: instant,
  until: instant,
  /** What they did with the record meanwhile, by the trail: audit names, each with how often. */
  did: z.array(z.object({ action: z.string(), times: z.int() })),
  review: z.object({ at: instant, by: z.string(), finding, remarks: z.string().nullable() }).nullable(),
  /** Opened by the caller, who does not judge it. */
  own: z.boolean(),
})

export const openingState = z.enum(['waiting', 'reviewed'])

export const listBrokenGlass = endpoint({
  method: 'GET',
  path: '/api/privacy/openings',
  summary:
    'Openings of restricted records, page by page: those that nobody looked at, the oldest first, or those that were looked at, the newest first',
  access: 'privacy.review',
  audit: 'break-glass.list',
  query: z.object({
    state: openingState.default('waiting'),
    /** Who opened. */
    staffId: id.optional(),
    /** Opened from this instant on, and before that one. */
    from: instant.optional(),
    until: instant.optional(),
    /** The last one of the page before. */
    after: id.optional(),
  }),
  reply: z.object({
    openings: z.array(opening),
    /** Of all that are meant, on every page. */
    count: z.int(),
    /** Where the next page begins; null: this is the last. */
    after: id.nullable(),
    /** Of all that there are, whatever is asked for. */
    unreviewed: z.int(),
    /** Everybody who ever opened one. */
    openers: z.array(z.object({ id, name: z.string() })),
  }),
})

export const reviewBrokenGlass = endpoint({
  method: 'POST',
  path: '/api/privacy/openings/:openingId/review',
  summary: 'Note whether an opening was in order; nobody judges their own',
  access: 'privacy.review',
  audit: 'break-glass.review',
  params: z.object({ openingId: id }),
  body: z.object({ finding, remarks: text(400).nullable().default(null) }),
  reply: z.object({ at: instant }),
  refusals: {
    'own-opening': z.object({}),
    'reviewed-already': z.object({ by: z.string(), finding }),
    'remarks-missing': z.object({}),
  },
})

/** Of the record to which an entry belongs, where it was merged into the one asked for; null: that one's own. */
const mergedMrn = z.string().nullable()

export const listLooks = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/looks',
  summary: 'Who looked at this record, when and at what, the newest first, from the audit trail',
  access: 'privacy.review',
  audit: 'looks.read',
  params: z.object({ patientId: id }),
  query: z.object({ before: z.coerce.number().int().optional() }),
  reply: z.object({
    looks: z.array(
      z.object({
        id: z.int(),
        at: instant,
        name: z.string(),
        role: z.string(),
        action: z.string(),
        outcome: z.string(),
        /** One of several whom a list showed. */
        inList: z.boolean(),
        reason: z.string().nullable(),
        mergedMrn,
      }),
    ),
    before: z.int().nullable(),
  }),
})

export const printLooks = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/looks/list.pdf',
  summary: 'The list for the patient: on which day, somebody in which role, did what',
  access: 'privacy.review',
  audit: 'looks.print',
  params: z.object({ patientId: id }),
  query: z.object({ from: date.optional(), to: date.optional(), language: z.enum(['en', 'es']).optional() }),
  media: 'application/pdf',
  reply: z.unknown(),
})

export const listChanges = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/changes',
  summary: 'What was changed in this record: field, before, after, when, by whom; the newest first',
  access: 'patient.read',
  audit: 'patient.history',
  params: z.object({ patientId: id }),
  query: z.object({ before: z.coerce.number().int().optional() }),
  reply: z.object({
    changes: z.array(
      z.object({
        id: z.int(),
        field: z.string(),
        /** As the field holds it, for `fieldText` to put into words; null: nothing stood there. */
        before: z.unknown(),
        after: z.unknown(),
        at: instant,
        by: z.string(),
        source: z.string(),
        mergedMrn,
      }),
    ),
    before: z.int().nullable(),
  }),
})
