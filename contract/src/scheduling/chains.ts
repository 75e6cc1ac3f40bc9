import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { chainGap } from '../practice/chain-types.ts'
import { date, id, instant, language, minute, patientLine, text, weekday } from '../shapes.ts'
import { cancelBody } from './appointments.ts'
import { objections } from './booking-rules.ts'
import {
  openingReason,
  openingShape,
  overtaken,
  wishedAttributes,
  wishedInterpreter,
  wishedNot,
  wishedWithout,
} from './openings.ts'
import { cancelledParts, part } from './series.ts'
import { overrides, place } from './visit.ts'

const mostLegs = 6

const leg = z.object({
  visitTypeId: id,
  /** After the leg before; the first has none. */
  gap: chainGap.optional(),
  clinicianIds: z.array(id).max(50).default([]),
  withoutIds: wishedWithout,
  attributes: wishedAttributes,
  interpreter: wishedInterpreter,
  dayParts: z
    .array(z.enum(['morning', 'afternoon', 'evening']))
    .max(3)
    .default([]),
  weekdays: z.array(weekday).max(7).default([]),
  /** The leg begins between these minutes of the wall clock; `untilMinute` is not included. */
  times: z.object({ fromMinute: minute, untilMinute: minute }).optional(),
  not: wishedNot,
})

const chainOpening = z.object({
  legs: z.array(openingShape),
  /** Minutes between the end of each leg and the start of the next. */
  waits: z.array(z.int()),
  /** Minutes on the way from one area of the site to another, in all. */
  walkMinutes: z.int(),
  reasons: z.array(openingReason),
})

const legNot = z.object({ leg: z.int(), nearest: openingShape.nullable() })

export const findChains = endpoint({
  method: 'POST',
  path: '/api/chains/find',
  summary: 'Ranked openings for visits that belong together, all legs at once; where there are none, which leg fails',
  access: 'appointment.book',
  audit: 'chains.find',
  writes: false,
  body: z.object({
    siteId: id,
    patientId: id.nullable().default(null),
    legs: z.array(leg).min(2).max(mostLegs),
    /** Civil dates of the site on which the first leg may begin. */
    from: date,
    to: date,
    limit: z.int().min(1).max(20).default(9),
  }),
  reply: z.object({
    timeZone: z.string(),
    chains: z.array(chainOpening),
    /** Where there are none: the leg that cannot be met, from 0, and the nearest there would be for it. */
    failing: legNot.nullable(),
  }),
  refusals: {
    'visit-type-closed': z.object({}),
    'dates-backwards': z.object({}),
    'too-many-days': z.object({ most: z.int() }),
  },
})

const chain = {
  chainTypeId: id.nullable().default(null),
  legs: z
    .array(
      place.extend({
        gap: chainGap.optional(),
        /** The leg is a seat in this group: its people and places take part, and a hold keeps nothing for it. */
        groupSessionId: id.optional(),
      }),
    )
    .min(2)
    .max(mostLegs),
  overrides: overrides.nullable().default(null),
}

/** Which leg, from 0, and what says no; the others are not taken either. */
const legRefused = z.object({
  leg: z.int(),
  /** The rule that says no, `opening-taken` or `patient-busy`. */
  why: z.string(),
  ...objections,
  /** With `opening-taken`: what took the time. */
  overtaken: overtaken.optional(),
  /** The next best three chains instead. */
  next: z.array(chainOpening),
})

export const holdChain = endpoint({
  method: 'POST',
  path: '/api/chains/hold',
  summary: 'Keep all legs of a chain for five minutes, or none; what the caller held before is let go',
  access: 'appointment.book',
  audit: 'chain.hold',
  body: z.object({ ...chain, patientId: id.nullable().default(null) }),
  reply: z.object({ ids: z.array(id), expiresAt: instant }),
  refusals: { 'leg-not-possible': legRefused },
})

export const bookChain = endpoint({
  method: 'POST',
  path: '/api/chains',
  summary: 'Book visits that belong together: all legs or none',
  access: 'appointment.book',
  audit: 'chain.book',
  body: z.object({
    ...chain,
    patientId: id,
    name: text(120),
    note: text(500).nullable().default(null),
    language: language.optional(),
  }),
  reply: z.object({ id, legs: z.array(z.object({ id, start: instant, end: instant })) }),
  refusals: { 'leg-not-possible': legRefused, 'patient-deceased': z.object({}) },
})

export const readChain = endpoint({
  method: 'GET',
  path: '/api/chains/:chainId',
  summary: 'Visits that belong together',
  access: 'schedule.read',
  audit: 'chain.read',
  params: z.object({ chainId: id }),
  reply: z.object({ id, name: z.string(), patient: patientLine, visits: z.array(part) }),
})

export const cancelChain = endpoint({
  method: 'POST',
  path: '/api/chains/:chainId/cancel',
  summary: 'Cancel the legs of a chain that have not begun, from a leg on',
  access: 'appointment.cancel',
  audit: 'chain.cancel',
  params: z.object({ chainId: id }),
  body: cancelBody.extend({ fromAt: z.int().min(0).default(0) }),
  reply: cancelledParts,
  refusals: { 'nothing-to-cancel': z.object({}) },
})
