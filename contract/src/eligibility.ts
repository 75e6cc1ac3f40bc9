import { copayReasons } from '@foyer/readiness'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { planRestriction } from './plan-restrictions.ts'
import { cents, date, id, instant, patientLine } from './shapes.ts'

const language = z.enum(['en', 'es']).default('en')

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
])

/** What a payer cannot be asked without. */
export const missingFact = z.enum(['provider', 'member-id', 'name', 'birth-date', 'subscriber'])

/** A question to a payer and how far it came. */
const check = z.object({
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
const pointer = z.object({ segment: z.int(), tag: z.string() })

const sentence = z.object({
  text: z.string(),
  pointer: pointer.nullable(),
})

const statement = sentence.extend({
  kind: z.string(),
  /** Service type codes (X12 code source 1365). */
  serviceTypes: z.array(z.string()),
  /** The same for the patient; null where it is the desk's business. */
  forPatient: z.string().nullable(),
  /** What the payer wrote in its own words. */
  messages: z.array(z.string()),
})

/** In cents or hundredths of a percent: one value, or between two of which the payer did not say which applies. */
const said = z.object({ low: z.int(), high: z.int(), pointer: pointer.nullable() }).nullable()
const accumulator = z.object({ whole: said, left: said })

const card = z.object({
  coverageId: id,
  payerName: z.string(),
  planName: z.string().nullable(),
  order: z.int(),
  light: z.enum(['ok', 'warn', 'bad', 'quiet']),
  because: z.enum([
    'active',
    'active-with-questions',
    'authorization-required',
    'answer-old',
    'other-date',
    'inactive',
    'ended-here',
    'not-found',
    'turned-away',
    'unclear',
    'payer-down',
    'failed',
    'asking',
    'never-asked',
    'cannot-ask',
  ]),
  /** Why the payer cannot be asked; empty where it can. */
  cannotAsk: z.array(z.union([missingFact, z.literal('not-enrolled')])),
  /** The newest answer, whatever was asked since. */
  answer: check
    .extend({
      planSentence: sentence,
      copay: said,
      coinsurance: said,
      deductible: z.object({ individual: accumulator, family: accumulator }),
      outOfPocket: z.object({ individual: accumulator, family: accumulator }),
      visitsLeft: said,
      authorization: z.enum(['required', 'not-required', 'unsaid']),
      authorizationPointer: pointer.nullable(),
      /** Contradictions, gaps and reasons for not answering: what somebody has to ask or do. */
      questions: z.array(sentence),
      otherPayers: z.array(sentence),
      primaryCare: z.array(z.string()),
    })
    .nullable(),
  /** What is asked and not answered. */
  pending: check.nullable(),
  /** The last question, where it came to nothing after the answer. */
  failed: check.nullable(),
})

/** Of everything the card shows for one visit: what to ask for today, and why. */
const collect = z.object({
  lowCents: cents,
  highCents: cents,
  because: z.enum(copayReasons),
  coverageId: id.nullable(),
})

export const readCoverageCards = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/coverage-cards',
  summary: 'What the payers last said of the person, policy by policy, for one visit or for today',
  access: 'patient.read',
  audit: 'eligibility.read',
  params: z.object({ patientId: id }),
  query: z.object({ appointmentId: id.optional(), language }),
  reply: z.object({
    /** Civil date that it speaks of. */
    date,
    cards: z.array(card),
    collect: collect.nullable(),
    /** The patient asked that no plan is told of this visit, or of anything; null: nothing is kept from it. */
    restriction: planRestriction.nullable(),
    can: z.object({ ask: z.boolean(), raw: z.boolean(), discover: z.boolean() }),
    /** Payers that are asked whether they know the person. */
    discovery: z.array(check),
  }),
})

export const askPayer = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/coverages/:coverageId/questions',
  summary: 'Ask the payer whether the plan is active and what it pays; the answer comes by itself',
  access: 'coverage.ask',
  audit: 'eligibility.ask',
  params: z.object({ patientId: id, coverageId: id }),
  body: z.object({
    appointmentId: id.nullable().default(null),
    reason: z.enum(['by-hand', 'check-in']).default('by-hand'),
    /** Whoever asks knows of the patient’s restriction, and the patient agreed. */
    despiteRestriction: z.boolean().default(false),
  }),
  reply: check,
  refusals: {
    'restricted-by-patient': z.object({ restriction: planRestriction }),
    'not-enrolled': z.object({}),
    'facts-missing': z.object({ missing: z.array(missingFact) }),
    /** Asked less than 90 seconds ago (CAQH CORE 156: no second question within that time), or still open. */
    'asked-just-now': z.object({ checkId: id, againAt: instant }),
  },
})

export const listChecks = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/coverages/:coverageId/questions',
  summary: 'Every question about one policy and what came of it, the newest first',
  access: 'patient.read',
  audit: 'eligibility.list',
  params: z.object({ patientId: id, coverageId: id }),
  reply: z.object({ checks: z.array(check), total: z.int() }),
})

const hop = z.object({
  at: instant,
  hop: z.enum(['connect', 'send', 'wait', 'receive']),
  ms: z.number(),
  outcome: z.enum(['ok', 'failed']),
})

export const readCheck = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/eligibility-checks/:checkId',
  summary: 'One answer, sentence by sentence, each with the segment it rests on',
  access: 'patient.read',
  audit: 'eligibility.read',
  params: z.object({ patientId: id, checkId: id }),
  query: z.object({ language }),
  reply: z.object({
    check,
    connection: z.string().nullable(),
    hops: z.array(hop),
    /** ISA13 of the last interchange that asked. */
    controlNumber: z.int().nullable(),
    trace: z.string().nullable(),
    state: sentence.nullable(),
    statements: z.array(statement),
    questions: z.array(sentence),
    otherPayers: z.array(sentence),
    can: z.object({ raw: z.boolean() }),
  }),
})

export const readRawCheck = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/eligibility-checks/:checkId/raw',
  summary: 'Question and answer as they went over the wire, segment by segment and by loops',
  access: 'coverage.raw',
  audit: 'eligibility.read-raw',
  params: z.object({ patientId: id, checkId: id }),
  query: z.object({ side: z.enum(['request', 'response']).default('response') }),
  reply: z.object({
    /** Null: nothing was sent, or nothing came back. */
    text: z.string().nullable(),
    segments: z.array(
      z.object({
        /** From ST, which is 1; null outside of the set. */
        number: z.int().nullable(),
        tag: z.string(),
        text: z.string(),
        /** The loop of the guide, and how deep it lies. */
        loop: z.string(),
        depth: z.int(),
      }),
    ),
    findings: z.array(z.object({ severity: z.string(), segment: z.int(), sentence: z.string() })),
  }),
})

export const compareChecks = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/eligibility-checks/:checkId/against/:otherId',
  summary: 'What two answers about one policy say differently',
  access: 'patient.read',
  audit: 'eligibility.compare',
  params: z.object({ patientId: id, checkId: id, otherId: id }),
  query: z.object({ language }),
  reply: z.object({
    before: check,
    after: check,
    state: z.object({ before: z.string(), after: z.string() }).nullable(),
    changed: z.array(z.object({ before: z.string(), after: z.string() })),
    gone: z.array(z.string()),
    come: z.array(z.string()),
    same: z.int(),
  }),
  refusals: { 'not-answered': z.object({ checkId: id }) },
})

/** How a visit of the next days stands. */
const verification = z.enum([
  'verified',
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
        state: verification,
        payerId: id.nullable(),
        payerName: z.string().nullable(),
        coverageId: id.nullable(),
        check: check.nullable(),
        /** The sentence that says most: what the plan is, what is to be done. */
        text: z.string().nullable(),
      }),
    ),
    /** Of all that are meant, also those beyond what is listed. */
    counts: z.object({
      verified: z.int(),
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

export const discoverCoverage = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/coverage-discovery',
  summary: 'Ask the payers that take it whether they know the person',
  access: 'coverage.ask',
  audit: 'eligibility.discover',
  params: z.object({ patientId: id }),
  body: z.object({ despiteRestriction: z.boolean().default(false) }),
  reply: z.object({ checks: z.array(check) }),
  refusals: {
    'restricted-by-patient': z.object({ restriction: planRestriction }),
    'facts-missing': z.object({ missing: z.array(missingFact) }),
    'no-payer-to-ask': z.object({}),
    'asked-just-now': z.object({ checkId: id, againAt: instant }),
  },
})

export const takeFoundCoverage = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/eligibility-checks/:checkId/take',
  summary: 'Add the coverage that a payer knows of to the record',
  access: 'coverage.change',
  audit: 'eligibility.take',
  params: z.object({ patientId: id, checkId: id }),
  reply: z.object({ coverageId: id }),
  refusals: { 'nothing-found': z.object({}), 'taken-already': z.object({ coverageId: id }) },
})
