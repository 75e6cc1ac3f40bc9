import { z } from 'zod'
import { cents, date, id, instant, text } from '../shapes.ts'

/** By a plan, or alone: by the person's own wish, or because there is no plan. */
export const pays = z.enum(['insured', 'self-pay'])

/** A code of a service as payers know it (HCPCS, CPT), with what else is chosen of a visit. */
export const procedureCode = z.string().regex(/^[A-Za-z0-9]{1,10}$/)

/** A step of the arithmetic: those that move take from or add to what is open, and add up to what is owed. */
export const costLine = z.object({
  kind: z.enum([
    'charge',
    'contract',
    'copay',
    'deductible',
    'coinsurance',
    'not-covered',
    'maximum',
    'payer',
    'work-case',
    'discount',
    'paid',
  ]),
  moves: z.boolean(),
  cents,
  /** Of whom it speaks: the code of a service, the name of a payer. */
  of: z.string().nullable(),
})

/** What is not known and makes of the sum a range; the screen says what to do about it. */
export const missingFact = z.object({
  fact: z.enum([
    'answer',
    'accident-limit',
    'active',
    'covered',
    'copay',
    'coinsurance',
    'deductible-left',
    'out-of-pocket-left',
    'allowed-amount',
    'service-terms',
    'network',
    'order-of-payers',
    'fee',
    'procedures',
  ]),
  payer: z.string().nullable(),
  coverageId: id.nullable(),
  /** Services that it is missing for. */
  codes: z.array(z.string()),
})

/** A cover that was counted in, and the answer of its payer that was used. */
export const usedAnswer = z.object({
  coverageId: id,
  payer: z.string(),
  plan: z.string().nullable(),
  /** The eligibility check; null: none was ever answered. */
  checkId: id.nullable(),
  answeredAt: instant.nullable(),
  /** For which day it was asked. */
  askedFor: date.nullable(),
  isSandbox: z.boolean(),
})

/** What the patient will owe; null where not even a charge is known. */
export const price = z.object({
  /** What was worked out: with a plan, or without one where none is active that day. */
  pays,
  lowCents: cents.nullable(),
  highCents: cents.nullable(),
  low: z.array(costLine),
  high: z.array(costLine),
  missing: z.array(missingFact),
  answers: z.array(usedAnswer),
  /** Names of the lists of prices that were used. */
  priceLists: z.array(z.string()),
})

/** ICD-10-CM by its form, with its point or without. */
export const diagnosisCode = z.string().regex(/^[A-Za-z]\d[0-9A-Za-z](\.?[0-9A-Za-z]{1,4})?$/)

export const estimateItem = z.object({
  code: text(20),
  description: text(200),
  diagnosisCodes: z.array(text(12)).max(12),
  units: z.int().min(1).max(999),
  expectedCents: cents.min(0).max(100_000_000),
})

/** Whose services are part of it (45 CFR 149.610(c)(1)(v)). */
export const estimateProvider = z.object({
  name: text(160),
  npi: z
    .string()
    .regex(/^\d{10}$/)
    .nullable(),
  taxId: text(20).nullable(),
  place: text(200).nullable(),
  isConvening: z.boolean(),
  items: z.array(estimateItem).max(60),
})

/** What the document says, as it was when it was made. */
export const estimateContent = z.object({
  practice: z.object({
    name: z.string(),
    phone: z.string().nullable(),
    site: z.string(),
    address: z.string().nullable(),
  }),
  madeOn: date,
  patientName: z.string(),
  birthDate: z.string().nullable(),
  /** The main thing it is for, in plain words of both languages. */
  description: z.object({ en: z.string(), es: z.string() }),
  price,
  /** Of a good faith estimate. */
  providers: z.array(estimateProvider),
  separately: z.array(z.string()),
})

export const signature = z.object({
  signedAt: instant,
  signedByName: z.string(),
  with: z.enum(['drawn', 'typed', 'paper']),
  /** By the person, on the page of the link. */
  isOnline: z.boolean(),
})
