import { z } from 'zod'
import { changeOf } from '../changes.ts'
import { endpoint } from '../endpoint.ts'
import { id, text } from '../shapes.ts'

/** Time between the leg before and this one: in civil days of the site, or on one day with a longest wait. */
export const chainGap = z.union([
  z.strictObject({ sameDay: z.literal(true), maxWaitMinutes: z.int().min(0).max(600).optional() }),
  z.strictObject({ minDays: z.int().min(0).max(730).optional(), maxDays: z.int().min(0).max(730).optional() }),
])

const legs = z.array(z.object({ visitTypeId: id, gap: chainGap.optional() }))

/** Different visits that belong together. The first leg has no gap. */
export const chainType = z.object({ id, name: z.string(), nameEs: z.string(), active: z.boolean(), legs })

const body = z.object({
  name: text(120),
  nameEs: text(120),
  active: z.boolean().default(true),
  legs: legs.min(2).max(6),
})

const aboutLeg = z.object({ leg: z.int() })
/** `leg` counts from 0. */
const refusals = { 'unknown-visit-type': aboutLeg, 'gap-backwards': aboutLeg }

export const addChainType = endpoint({
  method: 'POST',
  path: '/api/chain-types',
  summary: 'Add a chain: different visits that belong together, with the gaps between them',
  access: 'practice.change',
  audit: 'chain-type.add',
  body,
  reply: chainType,
  refusals,
})

export const changeChainType = endpoint({
  method: 'PUT',
  path: '/api/chain-types/:chainTypeId',
  summary: 'Change a chain; what is booked stays',
  access: 'practice.change',
  audit: 'chain-type.change',
  params: z.object({ chainTypeId: id }),
  /** A field left out stays as it is. */
  body: changeOf(body),
  reply: chainType,
  refusals,
})
