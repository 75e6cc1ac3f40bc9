import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { address, id, text } from '../shapes.ts'

/** Who asks: the practice, or one of its sites, as payers know it. */
export const billingProviderShape = z.object({
  id,
  /** Null: for every site that has none of its own. */
  siteId: id.nullable(),
  name: z.string(),
  npi: z.string(),
  taxId: z.string().nullable(),
  taxonomy: z.string().nullable(),
  address: address.nullable(),
})

const body = z.object({
  siteId: id.nullable(),
  name: text(120),
  npi: text(20),
  taxId: z
    .string()
    .regex(/^\d{2}-?\d{7}$/)
    .nullable()
    .default(null),
  /** Of the code set of health care providers (NUCC). */
  taxonomy: z
    .string()
    .regex(/^[0-9A-Z]{9}X$/)
    .nullable()
    .default(null),
  address: address.nullable().default(null),
})

const refusals = {
  /** Its last digit does not belong to the others. */
  'npi-wrong': z.object({}),
  'place-has-one': z.object({ billingProviderId: id }),
}

export const addBillingProvider = endpoint({
  method: 'POST',
  path: '/api/billing-providers',
  summary: 'Say as whom a site, or the practice, asks payers',
  access: 'practice.change',
  audit: 'billing-provider.add',
  body,
  reply: billingProviderShape,
  refusals,
})

export const changeBillingProvider = endpoint({
  method: 'PUT',
  path: '/api/billing-providers/:billingProviderId',
  summary: 'Change as whom a site, or the practice, asks payers',
  access: 'practice.change',
  audit: 'billing-provider.change',
  params: z.object({ billingProviderId: id }),
  body,
  reply: billingProviderShape,
  refusals,
})
