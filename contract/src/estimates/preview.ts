import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { cents, date, id } from '../shapes.ts'
import { pays, price, procedureCode } from './shapes.ts'

export const previewCost = endpoint({
  method: 'POST',
  path: '/api/estimates/preview',
  summary: 'What a visit would cost the patient, line by line; nothing is stored',
  access: 'patient.read',
  audit: 'estimate.preview',
  auditOnlyPatients: true,
  writes: false,
  body: z.object({
    /** Null: nobody is chosen yet; then nothing is known of a plan. */
    patientId: id.nullable(),
    visitTypeId: id,
    siteId: id,
    /** Civil date at the site. */
    date,
    /** Which policies the visit goes to, where that was pinned. */
    appointmentId: id.nullable().default(null),
    pays,
    /** Of the services that may be added. */
    procedures: z.array(procedureCode).max(40).default([]),
    slidingStepId: id.nullable().default(null),
  }),
  reply: price.extend({
    /** What the visit is made of, and what may be added. */
    procedures: z.array(
      z.object({
        code: z.string(),
        modifiers: z.array(z.string()),
        units: z.int(),
        isOptional: z.boolean(),
        isChosen: z.boolean(),
        /** In plain words, by language; null: nobody wrote any. */
        words: z.object({ en: z.string().nullable(), es: z.string().nullable() }),
        chargedCents: cents.nullable(),
      }),
    ),
    slidingSteps: z.array(
      z.object({
        id,
        upToPercent: z.int(),
        paysPercent: z.int().nullable(),
        paysCents: cents.nullable(),
      }),
    ),
    /** Covers that were left out, and why. */
    leftOut: z.array(
      z.object({
        coverageId: id,
        payer: z.string(),
        because: z.enum(['other-dates', 'not-active', 'not-health', 'work-pays']),
      }),
    ),
    /** What the person said about this visit; null: nobody asked them. */
    said: pays.nullable(),
    can: z.object({ want: z.boolean() }),
  }),
})

export const readPayment = endpoint({
  method: 'GET',
  path: '/api/appointments/:appointmentId/pays',
  summary: 'Whether the person is to be asked who pays for a visit, and what they said',
  access: 'patient.read',
  audit: 'estimate.read-payment',
  params: z.object({ appointmentId: id }),
  reply: z.object({
    /** A plan covers the day, so that there is a choice; and the visit is not over. */
    isAsked: z.boolean(),
    /** Null: nobody asked them. */
    said: pays.nullable(),
    /** The estimate that is owed for the visit by now; null: none. */
    owed: z.object({ estimateId: id, dueOn: date.nullable() }).nullable(),
    can: z.object({ choose: z.boolean() }),
  }),
})

export const choosePayment = endpoint({
  method: 'PUT',
  path: '/api/appointments/:appointmentId/pays',
  summary: 'Note whether the person wants to use a plan for a visit or pay alone; says whether an estimate is owed',
  access: 'appointment.book',
  audit: 'estimate.choose-payment',
  params: z.object({ appointmentId: id }),
  body: z.object({ pays }),
  reply: z.object({
    pays,
    /** The estimate that is owed for the visit by now; null: none. */
    owed: z.object({ estimateId: id, dueOn: date.nullable() }).nullable(),
  }),
})
