import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { date, id, text } from '../shapes.ts'
import { connectionShape } from './connections.ts'
import { enrolmentShape } from './enrolments.ts'
import { billingProviderShape } from './providers.ts'

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

export const planType = z.enum(['hmo', 'ppo', 'epo', 'pos', 'hdhp', 'indemnity', 'medicaid', 'medicare', 'other'])

export const planShape = z.object({
  id,
  payerId: id,
  name: z.string(),
  /** Null: nobody said. */
  type: planType.nullable(),
  /** Whether the practice is in its network. Null: nobody said; then a contract with the payer says it. */
  isInNetwork: z.boolean().nullable(),
  /** False: nobody is put on it any more. */
  active: z.boolean(),
})

export const payerDetails = z.object({
  id,
  name: z.string(),
  /** In claims, where a connection knows it by no other. */
  number: z.string().nullable(),
  kind: payerKind,
  /** Where somebody answers who can look a patient up. */
  phone: z.string().nullable(),
  active: z.boolean(),
})

export const readDirectory = endpoint({
  method: 'GET',
  path: '/api/payer-directory',
  summary: 'Payers with plans and enrolments, the ways to them and how these are, and as whom the practice asks',
  access: 'practice.read',
  audit: null,
  reply: z.object({
    payers: z.array(payerDetails.extend({ plans: z.array(planShape), enrolments: z.array(enrolmentShape) })),
    connections: z.array(connectionShape),
    billingProviders: z.array(billingProviderShape),
    /** Civil date at the practice. */
    today: date,
    can: z.object({ change: z.boolean() }),
  }),
})

export const savePayerDetails = endpoint({
  method: 'PUT',
  path: '/api/payers/:payerId/details',
  summary: 'Change what is known of a payer, or stop offering it',
  access: 'practice.change',
  audit: 'payer.change',
  params: z.object({ payerId: id }),
  body: z.object({
    name: text(120),
    number: text(40).nullable().default(null),
    kind: payerKind,
    phone: text(40).nullable().default(null),
    active: z.boolean().default(true),
  }),
  reply: payerDetails,
  refusals: { 'payer-known': z.object({}) },
})

const planBody = z.object({
  name: text(120),
  type: planType.nullable().default(null),
  isInNetwork: z.boolean().nullable().default(null),
  active: z.boolean().default(true),
})
const planRefusals = { 'plan-known': z.object({}) }

export const addPlan = endpoint({
  method: 'POST',
  path: '/api/payers/:payerId/plans',
  summary: 'Add a plan of a payer',
  access: 'practice.change',
  audit: 'plan.add',
  params: z.object({ payerId: id }),
  body: planBody,
  reply: planShape,
  refusals: planRefusals,
})

export const changePlan = endpoint({
  method: 'PUT',
  path: '/api/payers/:payerId/plans/:planId',
  summary: 'Change a plan, retire it or bring it back; who is on it stays on it',
  access: 'practice.change',
  audit: 'plan.change',
  params: z.object({ payerId: id, planId: id }),
  body: planBody,
  reply: planShape,
  refusals: planRefusals,
})
