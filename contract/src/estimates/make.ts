import { isDrawnSignature, longestSignature } from '@foyer/patients'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id, instant, language, text } from '../shapes.ts'
import { estimateShape } from './estimate.ts'
import { diagnosisCode, estimateItem, estimateProvider, pays, procedureCode } from './shapes.ts'

const told = estimateProvider.omit({ isConvening: true }).extend({
  items: z.array(estimateItem.extend({ diagnosisCodes: z.array(diagnosisCode).max(12) })).max(60),
})

const ofEstimate = z.object({ patientId: id, estimateId: id })

export const makeEstimate = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/estimates/:estimateId/make',
  summary: 'Work out an estimate that is wanted and write down what it says, from now on unchanged',
  access: 'estimate.make',
  audit: 'estimate.make',
  params: ofEstimate,
  body: z.object({
    pays,
    procedures: z.array(procedureCode).max(40).default([]),
    slidingStepId: id.nullable().default(null),
    /** Null: the language of the patient. */
    language: language.nullable().default(null),
    /** Where they are known and apply (45 CFR 149.610(c)(1)(iv)). */
    diagnosisCodes: z.array(diagnosisCode).max(12).default([]),
    /** Codes in plain words, where the practice has none for them. */
    words: z
      .array(z.object({ code: procedureCode, text: text(200) }))
      .max(40)
      .default([]),
    /** Others whose services belong to the visit, as they told it. */
    coProviders: z.array(told).max(12).default([]),
    /** What has to be booked by itself. */
    separately: z.array(text(200)).max(20).default([]),
  }),
  reply: estimateShape,
  refusals: {
    'not-wanted': z.object({}),
    /** No plan is active on that day: what the law then asks for is a good faith estimate. */
    'no-cover': z.object({}),
    /**
     * By name: `patient-name`, `birth-date`, `description`, `convening-provider`, `items`, `procedures`, and with whose it
     * is `npi:…`, `tax-id:…`, `place:…`, `fee:…`.
     */
    'contents-missing': z.object({ missing: z.array(z.string()) }),
  },
})

export const giveEstimate = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/estimates/:estimateId/give',
  summary: 'Note how an estimate was given, or make a link or an e-mail with one; the document is kept with the record',
  access: 'estimate.make',
  audit: 'estimate.give',
  params: ofEstimate,
  body: z.object({ how: z.enum(['hand', 'mail', 'email', 'link']) }),
  reply: z.object({
    estimate: estimateShape,
    /** Path and secret of the page of the link; shown once. Null where it was given otherwise. */
    link: z.string().nullable(),
  }),
  refusals: {
    'not-made': z.object({}),
    /** Nobody may be written to by e-mail. */
    'no-address': z.object({}),
    /** This server does not know its own address, so that no e-mail can carry a link. */
    'links-not-sent': z.object({}),
  },
})

export const written = z.discriminatedUnion('with', [
  z.object({
    with: z.literal('drawn'),
    /** Strokes of straight lines as an SVG path. */
    path: z.string().max(longestSignature).refine(isDrawnSignature, 'is no drawn signature'),
  }),
  z.object({ with: z.literal('typed') }),
  /** On paper, which the practice keeps. */
  z.object({ with: z.literal('paper') }),
])

export const signEstimate = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/estimates/:estimateId/sign',
  summary: 'Record at the desk that the person signed that they were given the estimate; they agree to nothing by it',
  access: 'consent.record',
  audit: 'estimate.sign',
  params: ofEstimate,
  body: z.object({ name: text(160), signature: written }),
  reply: z.object({ signedAt: instant }),
  refusals: { 'not-made': z.object({}), 'already-signed': z.object({}) },
})
