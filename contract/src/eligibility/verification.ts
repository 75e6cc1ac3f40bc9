import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { date, id, instant, patientLine } from '../shapes.ts'
import { check, language } from './check.ts'

/** How a visit of the next days stands. */
const verification = z.enum([
  'verified',
  /** The plan is active and does not pay for what the visit is. */
  'not-covered',
  'changed',
  'failed',
  'asking',
  'never-asked',
  'no-coverage',
  /** The patient asked that the plan is not told of it: nobody asks by itself. */
  'restricted',
])

export const readVerification = endpoint({
  method: 'GET',
  path: '/api/eligibility/visits',
  summary: 'Visits of the coming days by what their payers said: verified, changed, failed, never asked',
  access: 'coverage.ask',
  audit: 'eligibility.worklist',
  query: z.object({ from: date, to: date, siteId: id.optional(), language }),
  reply: z.object({
    visits: z.array(
      z.object({
        appointmentId: id,
        patient: patientLine,
        siteId: id,
        start: instant,
        date,
        visitTypeName: z.string(),
        /** That of the policy that most needs somebody: verified only where every policy is. */
        state: verification,
        /** What the visit goes to, the first payer first. */
        policies: z.array(
          z.object({
            coverageId: id,
            payerId: id,
            payerName: z.string(),
            state: verification.exclude(['no-coverage']),
            check: check.nullable(),
            /** The sentence that says most: what the plan is, what is to be done. */
            text: z.string().nullable(),
            /** The answer that check-in goes by while the last question has none. */
            meanwhile: z
              .object({
                answeredAt: instant,
                says: z.enum(['active', 'not-covered', 'inactive', 'unclear']),
                text: z.string(),
              })
              .nullable(),
          }),
        ),
      }),
    ),
    /** Of all that are meant, also those beyond what is listed. */
    counts: z.object({
      verified: z.int(),
      'not-covered': z.int(),
      changed: z.int(),
      failed: z.int(),
      asking: z.int(),
      'never-asked': z.int(),
      'no-coverage': z.int(),
      restricted: z.int(),
    }),
    payers: z.array(
      z.object({
        payerId: id,
        name: z.string(),
        /** Since when its line does not answer, and when it is tried again. */
        downSince: instant.nullable(),
        retryAt: instant.nullable(),
        isSandbox: z.boolean(),
      }),
    ),
    sweep: z
      .object({
        id,
        begunAt: instant,
        endedAt: instant.nullable(),
        visits: z.int(),
        asked: z.int(),
        answered: z.int(),
        failed: z.int(),
      })
      .nullable(),
  }),
})

export const startSweep = endpoint({
  method: 'POST',
  path: '/api/eligibility/sweeps',
  summary: 'Ask the payers about all visits of these days that have no good answer yet',
  access: 'coverage.ask',
  audit: 'eligibility.sweep',
  body: z.object({
    from: date,
    to: date,
    /** Only of this payer. */
    payerId: id.nullable().default(null),
    /** Also where an answer is good: after a payer had given wrong ones. */
    again: z.boolean().default(false),
  }),
  /** `restricted`: questions that are not asked because the patient asked so. */
  reply: z.object({ sweepId: id, visits: z.int(), asked: z.int(), restricted: z.int() }),
  refusals: {
    'too-many-days': z.object({ most: z.int() }),
    'sweep-under-way': z.object({ sweepId: id }),
  },
})
