import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { cents, date, id, instant, text } from '../shapes.ts'

/** What the practice charges, what a payer agreed to, what those pay who pay themselves. */
export const feeScheduleKind = z.enum(['charge', 'contract', 'self-pay'])

export const feeScheduleShape = z.object({
  id,
  name: z.string(),
  kind: feeScheduleKind,
  payerId: id.nullable(),
  /** Of a contract that holds for one plan of the payer; null: for all that have none of their own. */
  planId: id.nullable(),
  periodStart: date,
  /** Last day; null: until another follows. */
  periodEnd: date.nullable(),
  importedAt: instant,
  fees: z.int(),
  /** The last of its line: the one that can be taken back. */
  isNewest: z.boolean(),
})

const fee = z.object({
  code: z.string(),
  /** Empty: without a modifier. */
  modifier: z.string(),
  amountCents: cents,
})

/** Columns are found by their headings; a file without headings has them in the order code, modifier, amount. */
const file = z.string().min(1).max(4_000_000)

const fileFault = z.object({
  /** Of the file, from 1. */
  line: z.int(),
  /** As it stands there, cut short. */
  value: z.string(),
  fault: z.enum(['no-code', 'code-not-read', 'modifier-not-read', 'no-amount', 'amount-not-read', 'twice']),
})

export const mostFaultsShown = 200

export const readFeeFile = endpoint({
  method: 'POST',
  path: '/api/fee-schedules/read',
  summary: 'Read a price list without taking it in: what is good, what is not and why, what would change',
  access: 'practice.change',
  audit: null,
  writes: false,
  bodyBytes: 5_000_000,
  body: z.object({
    kind: feeScheduleKind,
    payerId: id.nullable().default(null),
    planId: id.nullable().default(null),
    content: file,
  }),
  reply: z.object({
    fees: z.int(),
    /** The first of them, to look at. */
    sample: z.array(fee),
    bad: z.int(),
    /** The first of them. */
    faults: z.array(fileFault).max(mostFaultsShown),
    /** Against the list that holds now. */
    changes: z.object({ added: z.int(), changed: z.int(), gone: z.int(), same: z.int() }),
  }),
  refusals: { 'columns-missing': z.object({ columns: z.array(z.enum(['code', 'amount'])) }) },
})

export const importFees = endpoint({
  method: 'POST',
  path: '/api/fee-schedules',
  summary: 'Take a price list in as a new version, which ends the one before',
  access: 'practice.change',
  audit: 'fee-schedule.import',
  bodyBytes: 5_000_000,
  body: z.object({
    name: text(120),
    kind: feeScheduleKind,
    payerId: id.nullable().default(null),
    planId: id.nullable().default(null),
    periodStart: date,
    content: file,
    /** Takes the good rows in and leaves the others out. */
    withoutBad: z.boolean().default(false),
  }),
  reply: feeScheduleShape,
  refusals: {
    'columns-missing': z.object({ columns: z.array(z.enum(['code', 'amount'])) }),
    'rows-not-read': z.object({ bad: z.int() }),
    'nothing-to-take': z.object({}),
    /** A version begins after the one before it. */
    'starts-too-early': z.object({ earliest: date }),
    /** A contract is somebody's; the other lists are nobody's. */
    'payer-does-not-fit': z.object({}),
    /** The plan is not one of the payer's, or the list is no contract. */
    'plan-does-not-fit': z.object({}),
  },
})

export const takeFeesBack = endpoint({
  method: 'DELETE',
  path: '/api/fee-schedules/:feeScheduleId',
  summary: 'Take the newest version of a price list back; the one before holds again',
  access: 'practice.change',
  audit: 'fee-schedule.take-back',
  params: z.object({ feeScheduleId: id }),
  reply: z.object({}),
  refusals: { 'not-the-newest': z.object({}) },
})

export const listFeeSchedules = endpoint({
  method: 'GET',
  path: '/api/fee-schedules',
  summary: 'Price lists with their versions, the newest first, and the steps of the sliding scale',
  access: 'practice.read',
  audit: null,
  reply: z.object({
    schedules: z.array(feeScheduleShape),
    steps: z.array(z.object({ upToPercent: z.int(), paysPercent: z.int().nullable(), paysCents: cents.nullable() })),
    today: date,
    can: z.object({ change: z.boolean() }),
  }),
})

export const lookUpFees = endpoint({
  method: 'GET',
  path: '/api/fee-schedules/:feeScheduleId/fees',
  summary: 'Prices of a list by the beginning of their code',
  access: 'practice.read',
  audit: null,
  params: z.object({ feeScheduleId: id }),
  query: z.object({ q: z.string().trim().max(40).default('') }),
  reply: z.object({ fees: z.array(fee), more: z.boolean() }),
})

const step = z
  .object({
    /** Of the federal poverty level, this step's end. */
    upToPercent: z.int().min(1).max(2000),
    paysPercent: z.int().min(0).max(100).nullable().default(null),
    paysCents: cents.min(0).max(100_000_000).nullable().default(null),
  })
  .refine((one) => (one.paysPercent === null) !== (one.paysCents === null), 'pays a share or an amount')

export const saveSlidingScale = endpoint({
  method: 'PUT',
  path: '/api/sliding-scale',
  summary: 'Set what people with little income pay',
  access: 'practice.change',
  audit: 'sliding-scale.save',
  body: z.object({ steps: z.array(step).max(20) }),
  reply: z.object({}),
  refusals: { 'steps-overlap': z.object({ upToPercent: z.int() }) },
})
