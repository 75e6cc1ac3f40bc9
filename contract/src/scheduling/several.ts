import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { appointmentStatus, date, id, instant, language, minute, patientLine, text, weekday } from '../shapes.ts'
import { cancelBody } from './appointments.ts'
import { objections } from './booking-rules.ts'
import { openingShape } from './openings.ts'
import { overrides, place } from './visit.ts'

/** When a visit comes back. It ends after `count` occurrences or after `until`; one of them is there. */
export const seriesRule = z
  .object({
    unit: z.enum(['day', 'week', 'month']),
    every: z.int().min(1).max(52),
    from: date,
    atMinute: minute,
    weekdays: z.array(weekday).max(7).optional(),
    monthBy: z.enum(['date', 'weekday']).optional(),
    count: z.int().min(1).max(366).optional(),
    until: date.optional(),
  })
  .refine(({ count, until }) => count !== undefined || until !== undefined, 'a series ends')

/** What is said about one occurrence, by its number from 0. */
export const seriesException = z.object({
  occurrence: z.int().min(0).max(365),
  skip: z.boolean().default(false),
  date: date.optional(),
  atMinute: minute.optional(),
})

const series = z.object({
  visitTypeId: id,
  siteId: id,
  patientId: id,
  rule: seriesRule,
  exceptions: z.array(seriesException).max(366).default([]),
})

const why = z.object({ reason: z.string(), ...objections })

export const planSeries = endpoint({
  method: 'POST',
  path: '/api/series/plan',
  summary: 'Which occurrences of a series can be met, and for the others the nearest that could be',
  access: 'appointment.book',
  audit: 'series.plan',
  writes: false,
  body: series.extend({
    /** Wished for all of them; who has the first that can be met when left out. */
    clinicianId: id.nullable().default(null),
    withinDays: z.int().min(0).max(14).default(3),
  }),
  reply: z.object({
    timeZone: z.string(),
    occurrences: z.array(
      z.object({
        occurrence: z.int(),
        date,
        atMinute: minute,
        start: instant,
        isMet: z.boolean(),
        /** The one that meets it, else the nearest that could be instead; null when there is none near. */
        opening: openingShape.nullable(),
      }),
    ),
  }),
  refusals: { 'visit-type-closed': z.object({}), 'too-many-occurrences': z.object({ most: z.int() }) },
})

export const bookSeries = endpoint({
  method: 'POST',
  path: '/api/series',
  summary: 'Book the occurrences of a series: all that can be, and a report of those that cannot',
  access: 'appointment.book',
  audit: 'series.book',
  body: series.extend({
    occurrences: z
      .array(z.object({ occurrence: z.int().min(0).max(365), start: instant, assignments: place.shape.assignments }))
      .min(1)
      .max(60),
    note: text(500).nullable().default(null),
    language: language.optional(),
    overrides: overrides.nullable().default(null),
  }),
  reply: z.object({
    id,
    booked: z.array(z.object({ occurrence: z.int(), id, start: instant, end: instant })),
    refused: z.array(z.object({ occurrence: z.int(), start: instant, ...why.shape })),
  }),
  refusals: {
    'nothing-possible': z.object({ refused: z.array(z.object({ occurrence: z.int(), start: instant, ...why.shape })) }),
    'patient-deceased': z.object({}),
  },
})

const part = z.object({ id, at: z.int(), visitTypeId: id, start: instant, end: instant, status: appointmentStatus })

export const readSeries = endpoint({
  method: 'GET',
  path: '/api/series/:seriesId',
  summary: 'A series with its visits',
  access: 'schedule.read',
  audit: 'series.read',
  params: z.object({ seriesId: id }),
  reply: z.object({ id, patient: patientLine, rule: seriesRule, visits: z.array(part) }),
})

const cancelled = z.object({ cancelled: z.array(z.object({ id, at: z.int() })), kept: z.int() })

export const cancelSeries = endpoint({
  method: 'POST',
  path: '/api/series/:seriesId/cancel',
  summary: 'Cancel what is left of a series: the visits that have not begun, from an occurrence on',
  access: 'appointment.cancel',
  audit: 'series.cancel',
  params: z.object({ seriesId: id }),
  body: cancelBody.extend({ fromOccurrence: z.int().min(0).default(0) }),
  reply: cancelled,
  refusals: { 'nothing-to-cancel': z.object({}) },
})

export const bookChain = endpoint({
  method: 'POST',
  path: '/api/chains',
  summary: 'Book visits that belong together: all legs or none',
  access: 'appointment.book',
  audit: 'chain.book',
  body: z.object({
    patientId: id,
    chainTypeId: id.nullable().default(null),
    name: text(120),
    legs: z.array(place).min(2).max(8),
    note: text(500).nullable().default(null),
    language: language.optional(),
    overrides: overrides.nullable().default(null),
  }),
  reply: z.object({ id, legs: z.array(z.object({ id, start: instant, end: instant })) }),
  refusals: {
    /** Which leg, from 0, and the rule that says no; the others are not booked either. */
    'leg-not-possible': z.object({ leg: z.int(), why: z.string(), ...objections }),
    'patient-deceased': z.object({}),
  },
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
  summary: 'Cancel the legs of a chain that have not begun',
  access: 'appointment.cancel',
  audit: 'chain.cancel',
  params: z.object({ chainId: id }),
  body: cancelBody,
  reply: cancelled,
  refusals: { 'nothing-to-cancel': z.object({}) },
})
