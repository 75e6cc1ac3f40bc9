import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { cents, date, instant, text } from '../shapes.ts'
import { written } from './make.ts'
import { costLine, estimateProvider, missingFact } from './shapes.ts'

/** The secret of a link. It stands behind the # of the page and in the body here: addresses are written into logs. */
const ofLink = { token: z.string().min(20).max(200) }
const ofOrganization = z.object({ organization: z.string().max(60) })
const known = { ...ofLink, birthDate: date }

/** Before anybody said who they are: nothing of a person, nor that there is one. */
export const openEstimateLink = endpoint({
  method: 'POST',
  path: '/api/public/:organization/estimates/open',
  summary: 'Whose practice a link to an estimate is of, and whether it still opens',
  access: 'public',
  audit: 'estimate.link',
  perMinute: 30,
  writes: false,
  params: ofOrganization,
  body: z.object(ofLink),
  reply: z.object({
    practice: z.string(),
    phone: z.string().nullable(),
    language: z.enum(['en', 'es']),
    isOver: z.boolean(),
  }),
})

const shown = z.object({
  practice: z.string(),
  site: z.string(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  language: z.enum(['en', 'es']),
  kind: z.enum(['insured', 'good-faith']),
  patientName: z.string(),
  description: z.object({ en: z.string(), es: z.string() }),
  serviceDate: date.nullable(),
  madeOn: date,
  lowCents: cents,
  highCents: cents,
  low: z.array(costLine),
  high: z.array(costLine),
  missing: z.array(missingFact),
  /** It rests on an answer of a payer that is made up. */
  isMadeUp: z.boolean(),
  providers: z.array(estimateProvider),
  separately: z.array(z.string()),
  /** What the law has it say, in both languages. */
  statements: z.array(z.object({ en: z.string(), es: z.string() })),
  /** There is a newer one. */
  isReplaced: z.boolean(),
  signedAt: instant.nullable(),
  signedByName: z.string().nullable(),
})

const identity = {
  /** After five the link opens nothing any more. */
  'not-that-birth-date': z.object({ triesLeft: z.int() }),
  'link-over': z.object({}),
}

export const readEstimateLink = endpoint({
  method: 'POST',
  path: '/api/public/:organization/estimates/read',
  summary: 'The estimate of a link, for whoever knows the birth date of the patient',
  access: 'public',
  audit: 'estimate.link',
  perMinute: 40,
  params: ofOrganization,
  body: z.object(known),
  reply: shown,
  refusals: identity,
})

export const signEstimateLink = endpoint({
  method: 'POST',
  path: '/api/public/:organization/estimates/sign',
  summary: 'Sign that the estimate was received; nothing is agreed to by it',
  access: 'public',
  audit: 'estimate.sign',
  perMinute: 40,
  params: ofOrganization,
  body: z.object({ ...known, name: text(160), signature: written }),
  reply: shown,
  refusals: {
    ...identity,
    'already-signed': z.object({}),
    /** A newer one was made: that is the one to receive and to sign. */
    replaced: z.object({}),
  },
})

export const printEstimateLink = endpoint({
  method: 'POST',
  path: '/api/public/:organization/estimates/print',
  summary: 'The estimate of a link as a PDF, to keep',
  access: 'public',
  audit: 'estimate.link',
  perMinute: 40,
  params: ofOrganization,
  body: z.object(known),
  reply: z.unknown(),
  media: 'application/pdf',
  refusals: identity,
})
