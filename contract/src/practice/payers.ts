import { z } from 'zod'
import { changeOf } from '../changes.ts'
import { endpoint } from '../endpoint.ts'
import { id, text } from '../shapes.ts'

export const payerShape = z.object({ id, name: z.string(), payerId: z.string().nullable() })

/** `number` is the one in claims. */
const body = z.object({ name: text(120), number: text(40).nullable().default(null) })

export const addPayer = endpoint({
  method: 'POST',
  path: '/api/payers',
  summary: 'Add a payer',
  access: 'practice.change',
  audit: 'payer.add',
  body,
  reply: payerShape,
  refusals: { 'payer-known': z.object({}) },
})

export const changePayer = endpoint({
  method: 'PUT',
  path: '/api/payers/:payerId',
  summary: 'Change name or number of a payer',
  access: 'practice.change',
  audit: 'payer.change',
  params: z.object({ payerId: id }),
  /** A field left out stays as it is. */
  body: changeOf(body),
  reply: payerShape,
  refusals: { 'payer-known': z.object({}) },
})
