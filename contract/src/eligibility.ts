import { copayReasons } from '@foyer/readiness'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { accumulator, check, language, missingFact, pointer, said, sentence, statement } from './eligibility/check.ts'
import { planRestriction } from './plan-restrictions.ts'
import { cents, date, id, instant } from './shapes.ts'

export { checkFailure, checkOutcome, checkReason, checkState, missingFact } from './eligibility/check.ts'
export * from './eligibility/verification.ts'

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
    'not-covered',
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
  /** What the payer said of the plan when it was asked last, whatever was asked since. */
  answer: check
    .extend({
      planSentence: sentence,
      /** What the payer says where it does not pay for what the visit is; none: it does not say so. */
      notCovered: z.array(sentence),
      copay: said,
      coinsurance: said,
      deductible: z.object({ individual: accumulator, family: accumulator }),
      outOfPocket: z.object({ individual: accumulator, family: accumulator }),
      visitsLeft: said,
      authorization: z.enum(['required', 'not-required', 'unclear', 'unsaid']),
      authorizationPointer: pointer.nullable(),
      /** Numbers of referrals and what the payer wrote of them, in its own words: nothing says that one is required. */
      referrals: z.array(sentence),
      /** Contradictions, gaps and reasons for not answering: what somebody has to ask or do. */
      questions: z.array(sentence),
      otherPayers: z.array(sentence),
      primaryCare: z.array(z.string()),
    })
    .nullable(),
  /** The last question, where the payer turned it away or found nobody after the answer, with its reasons. */
  rejected: check.extend({ questions: z.array(sentence) }).nullable(),
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
    /** It is made up by a payer to practise with. */
    isSandbox: z.boolean(),
    /** It says something of a policyholder whose record the viewer may not open; that is left out. */
    isHolderKept: z.boolean(),
  }),
})

export const readCheckSegment = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/eligibility-checks/:checkId/segments/:number',
  summary: 'The one segment of an answer that a sentence rests on, with what its elements say in words',
  access: 'patient.read',
  audit: 'eligibility.read-segment',
  params: z.object({ patientId: id, checkId: id, number: z.coerce.number().int().min(1) }),
  query: z.object({ language }),
  reply: z.object({
    /** From ST, which is 1. */
    number: z.int(),
    tag: z.string(),
    /** As it was sent; without its elements where they are kept. */
    text: z.string(),
    elements: z.array(
      z.object({
        /** `EB03`. */
        element: z.string(),
        /** Null: what it is called is not told. */
        name: z.string().nullable(),
        value: z.string(),
        /** What that says; null where it says itself. */
        says: z.string().nullable(),
      }),
    ),
    /** It is made up by a payer to practise with. */
    isSandbox: z.boolean(),
    /** It says something of a policyholder whose record the viewer may not open; that is left out. */
    isHolderKept: z.boolean(),
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
