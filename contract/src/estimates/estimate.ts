import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { cents, date, id, instant, language, text } from '../shapes.ts'
import { estimateContent, pays, procedureCode, signature } from './shapes.ts'

export const estimateShape = z.object({
  id,
  kind: z.enum(['insured', 'good-faith']),
  state: z.enum(['wanted', 'made', 'given', 'withdrawn']),
  appointmentId: id.nullable(),
  visitTypeId: id,
  siteId: id,
  serviceDate: date.nullable(),
  language,
  asked: z.object({
    pays,
    procedures: z.array(procedureCode),
    slidingStepId: id.nullable(),
    /** ICD-10-CM, of the one that it replaces too. */
    diagnosisCodes: z.array(z.string()),
  }),
  cause: z.enum(['booked', 'requested', 'changed', 'prices', 'by-hand']),
  causedOn: date,
  dueOn: date.nullable(),
  isOverdue: z.boolean(),
  replacesId: id.nullable(),
  /** The one that stands in its place. */
  replacedById: id.nullable(),
  madeAt: instant.nullable(),
  madeBy: z.string().nullable(),
  lowCents: cents.nullable(),
  highCents: cents.nullable(),
  content: estimateContent.nullable(),
  documentId: id.nullable(),
  givenAt: instant.nullable(),
  givenHow: z.enum(['hand', 'mail', 'email', 'link']).nullable(),
  /** Of its link: until when it opens, whether it was opened, whether wrong birth dates have shut it. */
  link: z.object({ until: instant, openedAt: instant.nullable(), isShut: z.boolean() }).nullable(),
  signature: signature.nullable(),
  withdrawnReason: z.string().nullable(),
})

const ofPatient = z.object({ patientId: id })
const ofEstimate = z.object({ patientId: id, estimateId: id })

export const listEstimates = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/estimates',
  summary: 'What the person was told that visits will cost, and what they still have to be told, the newest first',
  access: 'patient.read',
  audit: 'estimate.list',
  params: ofPatient,
  reply: z.object({
    estimates: z.array(estimateShape),
    /** The person's language, for a new one. */
    language,
    /** How the person signs. */
    name: z.string(),
    hasEmail: z.boolean(),
    /** Visits to come for which one can be made. */
    visits: z.array(
      z.object({
        appointmentId: id,
        visitTypeId: id,
        siteId: id,
        start: instant,
        date,
        said: pays.nullable(),
      }),
    ),
    can: z.object({ want: z.boolean(), make: z.boolean(), sign: z.boolean(), sendLinks: z.boolean() }),
  }),
})

export const wantEstimate = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/estimates',
  summary: 'Note that somebody asked what a visit will cost: from now on the clock of the law runs',
  access: 'coverage.ask',
  audit: 'estimate.want',
  params: ofPatient,
  body: z.object({
    /** Of a visit that is booked: its type, its site and its day go before those below. */
    appointmentId: id.nullable().default(null),
    visitTypeId: id,
    siteId: id,
    date: date.nullable(),
    pays,
    cause: z.enum(['requested', 'by-hand']),
    procedures: z.array(procedureCode).max(40).default([]),
    slidingStepId: id.nullable().default(null),
  }),
  reply: estimateShape,
  refusals: { 'already-wanted': z.object({ estimateId: id }) },
})

export const withdrawEstimate = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/estimates/:estimateId/withdraw',
  summary: 'Take an estimate back, or off the list of those that are due, and say why; its link opens nothing any more',
  access: 'estimate.make',
  audit: 'estimate.withdraw',
  params: ofEstimate,
  body: z.object({ reason: text(200) }),
  reply: estimateShape,
  refusals: { 'already-withdrawn': z.object({}) },
})

export const reissueEstimate = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/estimates/:estimateId/reissue',
  summary: 'Something changed: a new estimate is wanted in place of this one, which stays as it was told',
  access: 'estimate.make',
  audit: 'estimate.reissue',
  params: ofEstimate,
  reply: estimateShape,
  refusals: { 'not-made': z.object({}), 'already-replaced': z.object({ estimateId: id }) },
})

export const printEstimate = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/estimates/:estimateId/print',
  summary: 'The estimate as a PDF in the language of the patient, with the signature where there is one',
  access: 'patient.read',
  audit: 'estimate.print',
  params: ofEstimate,
  reply: z.unknown(),
  media: 'application/pdf',
})
