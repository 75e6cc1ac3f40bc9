import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { id, text } from '../shapes.ts'

/** CPT or HCPCS; its form only, since the lists are others' property. */
export const procedureCode = z.string().regex(/^[A-Z0-9]\d{3}[A-Z0-9]$/)
export const procedureModifier = z.string().regex(/^[A-Z0-9]{2}$/)

export const billedProcedure = z.object({
  code: procedureCode,
  modifiers: z.array(procedureModifier).max(4).default([]),
  units: z.int().min(1).max(999).default(1),
  /** Not always done: an estimate names it apart. */
  optional: z.boolean().default(false),
  /** What it is, in plain words for patients; the lists of payers are others' property and no words for them. */
  words: z.object({ en: text(200).nullable(), es: text(200).nullable() }).default({ en: null, es: null }),
})

export const visitTypeBillingShape = z.object({
  visitTypeId: id,
  /** X12 external code source 1365: `98` an office visit, `30` the plan as such. */
  serviceTypes: z.array(z.string()),
  procedures: z.array(billedProcedure),
  /** CMS place of service code: `11` an office, `02` and `10` by video. */
  placeOfService: z.string(),
})

export const listVisitTypeBilling = endpoint({
  method: 'GET',
  path: '/api/visit-type-billing',
  summary: 'What visits are in the words of payers',
  access: 'practice.read',
  audit: null,
  reply: z.object({ visitTypes: z.array(visitTypeBillingShape), can: z.object({ change: z.boolean() }) }),
})

export const saveVisitTypeBilling = endpoint({
  method: 'PUT',
  path: '/api/visit-types/:visitTypeId/billing',
  summary: 'Say what a type of visit is in the words of payers',
  access: 'practice.change',
  audit: 'visit-type.billing',
  params: z.object({ visitTypeId: id }),
  body: z.object({
    serviceTypes: z.array(z.string().min(1).max(3)).max(20).default([]),
    procedures: z.array(billedProcedure).max(30).default([]),
    placeOfService: z
      .string()
      .regex(/^\d{2}$/)
      .default('11'),
  }),
  reply: visitTypeBillingShape,
  refusals: { 'service-type-unknown': z.object({ code: z.string() }) },
})
