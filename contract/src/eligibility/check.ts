import { z } from 'zod'
import { date, id, instant } from '../shapes.ts'

export const language = z.enum(['en', 'es']).default('en')

/** `sent`: taken as part of a batch, the answer comes later. */
export const checkState = z.enum(['waiting', 'sent', 'answered', 'failed'])
export const checkReason = z.enum(['booking', 'sweep', 'check-in', 'card', 'by-hand', 'discovery'])
export const checkOutcome = z.enum(['active', 'inactive', 'unclear', 'not-found', 'turned-away'])
export const checkFailure = z.enum([
  'payer-down',
  'too-slow',
  'not-understood',
  'not-enrolled',
  'incomplete',
  'refused-us',
  /** The patient asked that the plan is not told. */
  'restricted',
  /** The file that the question was in was turned away (TA1, 999). */
  'file-rejected',
])

/** What a payer cannot be asked without. */
export const missingFact = z.enum(['provider', 'member-id', 'name', 'birth-date', 'subscriber'])

/** A question to a payer and how far it came. */
export const check = z.object({
  id,
  coverageId: id.nullable(),
  appointmentId: id.nullable(),
  payerName: z.string(),
  serviceDate: date,
  reason: checkReason,
  state: checkState,
  outcome: checkOutcome.nullable(),
  /** Why there is no answer, or none yet. */
  failure: checkFailure.nullable(),
  /** What the other side gave as its reason, in its own codes: `999 R 5`. */
  failureNote: z.string().nullable(),
  missing: z.array(missingFact),
  askedAt: instant,
  /** Null: by itself. */
  askedBy: z.string().nullable(),
  answeredAt: instant.nullable(),
  attempts: z.int(),
  nextAttemptAt: instant.nullable(),
  /** The answer is made up by a payer to practise with. */
  isSandbox: z.boolean(),
})

/** Where in the answer it stands: a segment, counted from ST as 1. */
export const pointer = z.object({ segment: z.int(), tag: z.string() })

export const sentence = z.object({
  text: z.string(),
  pointer: pointer.nullable(),
})

export const statement = sentence.extend({
  kind: z.string(),
  /** Service type codes (X12 code source 1365). */
  serviceTypes: z.array(z.string()),
  /** The same for the patient; null where it is the desk's business. */
  forPatient: z.string().nullable(),
  /** What the payer wrote in its own words. */
  messages: z.array(z.string()),
})

/** In cents or hundredths of a percent: one value, or between two of which the payer did not say which applies. */
export const said = z.object({ low: z.int(), high: z.int(), pointer: pointer.nullable() }).nullable()
export const accumulator = z.object({ whole: said, left: said })
