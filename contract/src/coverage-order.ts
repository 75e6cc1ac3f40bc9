import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { coverageEnding, coverageKind, subscriberRelationship } from './patients.ts'
import { date, done, id, instant, patientLine, text } from './shapes.ts'

export const payerKind = z.enum([
  'commercial',
  'medicare',
  'medicare-advantage',
  'medicaid',
  'tricare',
  'workers-comp',
  'auto',
  'other',
])

/** Why one policy goes before the next; each has a sentence on the screen. */
export const orderRule = z.enum([
  'work',
  'auto',
  'accidents-only',
  'medicaid-last',
  'tricare-late',
  'active-duty',
  'kidney-failure',
  'working-aged',
  'disabled',
  'medicare-first',
  'own-before-dependent',
  'dependent-before-retired',
  'court-order',
  'custody',
  'custody-spouse',
  'other-parent',
  'birthday',
  'active-before-former',
  'continuation-last',
  'longer',
  'undecided',
])

/** What would have to be asked to be sure. */
export const orderQuestion = z.enum([
  'employment',
  'employer-size',
  'kidney-failure-since',
  'birthday',
  'parents',
  'other-parent',
  'since',
  'medicare-because',
])

export const employment = z.enum(['current', 'former', 'none'])
export const employerSize = z.enum(['under-20', '20-to-99', '100-or-more'])
export const medicareBecause = z.enum(['age', 'disability', 'kidney-failure'])
/** What a visit is for. */
export const visitCause = z.enum(['illness', 'work', 'auto', 'other-accident'])
/** `shared`: apart, and both are responsible by a court or share custody. */
const parentsLive = z.enum(['together', 'apart', 'shared'])

const mspVerdict = z.enum(['primary', 'secondary', 'unclear'])
const mspRule = z.enum([
  'black-lung',
  'research',
  'veterans',
  'work',
  'no-fault',
  'liability',
  'working-aged',
  'disabled',
  'kidney-failure',
  'two-reasons',
  'medicare-first',
])
export const mspQuestion = z.enum([
  'black-lung',
  'black-lung-visit',
  'research',
  'veterans',
  'work-accident',
  'accident',
  'no-fault',
  'liability',
  'because',
  'kidney-plan',
  'medicare-before',
  'kidney-since',
  'own-job',
  'own-plan',
  'own-size',
  'spouse-job',
  'spouse-plan',
  'spouse-size',
  'family-plan',
  'family-size',
])
const mspAnswers = z.partialRecord(mspQuestion, z.string().max(20))

const policy = z.object({
  coverageId: id,
  payerName: z.string(),
  planName: z.string().nullable(),
  memberId: z.string().nullable(),
  payerKind,
  kind: coverageKind,
  relationship: subscriberRelationship,
  subscriberName: z.string().nullable(),
  /** Civil date; of the holder's own record where they are a patient whose record is restricted to nobody, and nothing else is known. */
  subscriberBirthDate: z.string().nullable(),
  employment: employment.nullable(),
  employerSize: employerSize.nullable(),
  isContinuation: z.boolean(),
  periodStart: z.string().nullable(),
  periodEnd: z.string().nullable(),
  endedBecause: coverageEnding.nullable(),
  /** On the date that was asked for. */
  isInForce: z.boolean(),
  version: z.int(),
})

const decision = z.object({
  id,
  coverageIds: z.array(id),
  reason: z.string(),
  decidedAt: instant,
  decidedBy: z.string().nullable(),
  /** False: a policy is in force by now that the decision does not know. */
  holds: z.boolean(),
})

const pinned = z.object({
  coverageId: id,
  payerName: z.string(),
  planName: z.string().nullable(),
  memberId: z.string().nullable(),
  order: z.int(),
})

export const readCoverageOrder = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/coverage-order',
  summary: 'Who pays before whom on a day or for a visit, by which rule, and what would have to be asked to be sure',
  access: 'patient.read',
  audit: 'coverage-order.read',
  params: z.object({ patientId: id }),
  query: z.object({
    /** Today without one; the visit's day goes before it. */
    date: date.optional(),
    appointmentId: id.optional(),
  }),
  reply: z.object({
    date,
    cause: visitCause,
    /** Every policy there is or was, the first day first. */
    policies: z.array(policy),
    /** Policies in force, the first payer first. */
    order: z.array(id),
    decidedBy: z.enum(['rules', 'person']),
    /** As the rules have it, whoever decided: why each goes before the next. */
    rules: z.object({ order: z.array(id), because: z.array(orderRule) }),
    /** Each with the policies of which the answer is missing. */
    asks: z.array(z.object({ question: orderQuestion, coverageIds: z.array(id) })),
    decision: decision.nullable(),
    facts: z.object({
      medicareBecause: medicareBecause.nullable(),
      kidneyFailureSince: date.nullable(),
      parentsLive: parentsLive.nullable(),
      orderedCoverageId: id.nullable(),
      /** Of the parent with whom the child lives, then of that parent's spouse. */
      custodialCoverageIds: z.array(id),
      /** The same of the other parent. */
      otherParentCoverageIds: z.array(id),
    }),
    /** Null where no policy in force is Medicare. */
    msp: z
      .object({
        isDue: z.boolean(),
        last: z
          .object({
            answeredOn: date,
            dueAgainOn: date,
            medicare: mspVerdict,
            rule: mspRule.nullable(),
            answers: z.array(z.object({ question: mspQuestion, answer: z.string() })),
            recordedBy: z.string().nullable(),
          })
          .nullable(),
        /** What the questions need to know of the person. */
        birthDate: date,
        on: date,
      })
      .nullable(),
    can: z.object({ decide: z.boolean(), answer: z.boolean() }),
  }),
})

export const decideCoverageOrder = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/coverage-order/decisions',
  summary: 'Decide otherwise than the rules who pays before whom, with the reason',
  access: 'coverage.change',
  audit: 'coverage-order.decide',
  params: z.object({ patientId: id }),
  body: z.object({ coverageIds: z.array(id).min(2).max(9), reason: text(200) }),
  reply: z.object({ decisionId: id }),
  refusals: {
    /** Not each policy that is in force today, once. */
    'other-policies': z.object({ coverageIds: z.array(id) }),
  },
})

export const withdrawCoverageOrder = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/coverage-order/decisions/:decisionId/withdraw',
  summary: 'Take a decision back: the rules hold again',
  access: 'coverage.change',
  audit: 'coverage-order.withdraw',
  params: z.object({ patientId: id, decisionId: id }),
  reply: done,
  refusals: { 'nothing-to-withdraw': z.object({}) },
})

export const noteOrderFacts = endpoint({
  method: 'PUT',
  path: '/api/patients/:patientId/coverage-order/facts',
  summary: 'Note what the order depends on: why there is Medicare, how the parents live, what a court ordered',
  access: 'coverage.change',
  audit: 'coverage-order.note',
  params: z.object({ patientId: id }),
  /** What is absent stays as it was noted before. */
  body: z.object({
    medicareBecause: medicareBecause.nullable().optional(),
    kidneyFailureSince: date.nullable().optional(),
    parentsLive: parentsLive.nullable().optional(),
    orderedCoverageId: id.nullable().optional(),
    custodialCoverageIds: z.array(id).max(9).optional(),
    otherParentCoverageIds: z.array(id).max(9).optional(),
  }),
  reply: done,
  refusals: { 'unknown-coverage': z.object({}) },
})

export const noteCoverageFacts = endpoint({
  method: 'PUT',
  path: '/api/patients/:patientId/coverages/:coverageId/order-facts',
  summary: 'Note of a policy what the order depends on: the job behind it, its size, the birthday of its holder',
  access: 'coverage.change',
  audit: 'coverage.note',
  params: z.object({ patientId: id, coverageId: id }),
  /** What is absent stays. */
  body: z.object({
    employment: employment.nullable().optional(),
    employerSize: employerSize.nullable().optional(),
    isContinuation: z.boolean().optional(),
    subscriberBirthDate: date.nullable().optional(),
    periodStart: date.nullable().optional(),
    version: z.int(),
  }),
  reply: z.object({ version: z.int() }),
  refusals: { 'changed-meanwhile': z.object({ version: z.int() }), 'period-backwards': z.object({}) },
})

export const noteVisitCause = endpoint({
  method: 'PUT',
  path: '/api/appointments/:appointmentId/cause',
  summary: 'Note what a visit is for: an accident goes to whoever insures accidents',
  access: 'visit.check-in',
  audit: 'visit.cause',
  params: z.object({ appointmentId: id }),
  body: z.object({ cause: visitCause }),
  reply: done,
})

export const readVisitCoverages = endpoint({
  method: 'GET',
  path: '/api/appointments/:appointmentId/coverages',
  summary: 'The policies that a visit goes to, the first payer first',
  access: 'patient.read',
  audit: 'visit-coverage.read',
  params: z.object({ appointmentId: id }),
  reply: z.object({
    coverages: z.array(pinned),
    /** When they were pinned; null: nobody did, and they are what holds now. */
    pinnedAt: instant.nullable(),
    /** True once it is checked in: what changes later changes nothing here. */
    isFinal: z.boolean(),
  }),
})

export const recordMsp = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/msp',
  summary: 'Record the answers to the questions of Medicare as secondary payer (42 CFR 489.20(g))',
  access: 'visit.check-in',
  audit: 'msp.record',
  params: z.object({ patientId: id }),
  body: z.object({
    answers: mspAnswers,
    /** The visit for which they were asked. */
    appointmentId: id.nullable().default(null),
  }),
  reply: z.object({ medicare: mspVerdict, rule: mspRule.nullable(), dueAgainOn: date }),
  refusals: {
    'no-medicare': z.object({}),
    /** Another question is asked after these answers. */
    unfinished: z.object({ question: mspQuestion }),
  },
})

export const listMspDue = endpoint({
  method: 'GET',
  path: '/api/sites/:siteId/msp-due',
  summary: 'Visits of people with Medicare before which the questions are to be asked; restricted records are left out',
  access: 'patient.read',
  audit: 'msp.list-due',
  auditOnlyPatients: true,
  params: z.object({ siteId: id }),
  query: z.object({ from: date, to: date }),
  reply: z.object({
    visits: z.array(
      z.object({
        appointmentId: id,
        patient: patientLine,
        start: instant,
        date,
        /** Null: never asked. */
        lastAnsweredOn: date.nullable(),
      }),
    ),
  }),
})
