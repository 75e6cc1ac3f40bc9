import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { date, id, text } from '../shapes.ts'

/** What is exchanged with payers: eligibility, claim status, authorizations, claims, remittances. */
export const payerTransaction = z.enum(['270', '276', '278', '837P', '837I', '835'])

/** `wanted`: to be asked for; `sent`: asked for and not yet answered. Only `active` is used. */
export const enrolmentState = z.enum(['wanted', 'sent', 'active', 'turned-away', 'ended'])

export const enrolmentShape = z.object({
  payerId: id,
  connectionId: id,
  transaction: payerTransaction,
  /** The payer's number on this connection. */
  knownAs: z.string(),
  state: enrolmentState,
  since: date.nullable(),
})

export const saveEnrolment = endpoint({
  method: 'PUT',
  path: '/api/payers/:payerId/enrolments/:connectionId/:transaction',
  summary: 'Say what a payer takes over a connection, and under which number it is known there',
  access: 'practice.change',
  audit: 'payer-enrolment.save',
  params: z.object({ payerId: id, connectionId: id, transaction: payerTransaction }),
  body: z.object({ knownAs: text(80), state: enrolmentState, since: date.nullable().default(null) }),
  reply: enrolmentShape,
})

export const removeEnrolment = endpoint({
  method: 'DELETE',
  path: '/api/payers/:payerId/enrolments/:connectionId/:transaction',
  summary: 'Take away an enrolment that was entered by mistake',
  access: 'practice.change',
  audit: 'payer-enrolment.remove',
  params: z.object({ payerId: id, connectionId: id, transaction: payerTransaction }),
  reply: z.object({}),
})
