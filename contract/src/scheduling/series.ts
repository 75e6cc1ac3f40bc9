import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { appointmentStatus, date, id, instant, language, minute, patientLine, text, weekday } from '../shapes.ts'
import { cancelBody } from './appointments.ts'
import { objections } from './booking-rules.ts'
import { nextShape, openingShape, overtaken, wishedInterpreter, within } from './openings.ts'
import { overrides, place } from './visit.ts'

/** Most occurrences that one request plans or books. */
export const mostPlanned = 60

/** When a visit comes back. It ends after `count` occurrences or after `until`; one of them is there. */
export const seriesRule = z
  .object({
    unit: z.enum(['day', 'week', 'month']),
    every: z.int().min(1).max(52),
    from: date,
    atMinute: minute,
    weekdays: z.array(weekday).max(7).optional(),
    monthBy: z.enum(['date', 'weekday', 'last-weekday']).optional(),
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

/**
 * What every visit of a series keeps to: whom somebody named, what has to be there and what does not suit. At the time of
 * the rule, or one that was named by hand, a visit is met whatever part of the day or time is wished for; what is offered
 * instead of it keeps to that as well. On which days they are is for the rule alone to say.
 */
const seriesWish = within.pick({
  clinicianIds: true,
  withoutIds: true,
  attributes: true,
  not: true,
  dayParts: true,
  times: true,
})

export const planSeries = endpoint({
  method: 'POST',
  path: '/api/series/plan',
  summary: 'Which occurrences of a series can be met, and for the others the nearest that could be',
  access: 'appointment.book',
  audit: 'series.plan',
  writes: false,
  body: series.extend({
    ...seriesWish.shape,
    interpreter: wishedInterpreter,
    /** Wished for all of them; who has the first that can be met when left out. */
    clinicianId: id.nullable().default(null),
    /** How far from its date an occurrence may be offered that cannot be met. */
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

const wanted = z.object({
  occurrence: z.int().min(0).max(365),
  start: instant,
  assignments: place.shape.assignments,
})

const notBooked = z.object({
  occurrence: z.int(),
  start: instant,
  /** The rule that says no, `opening-taken` or `patient-busy`. */
  why: z.string(),
  ...objections,
  /** With `opening-taken`: what took the time. */
  overtaken: overtaken.optional(),
  /** The next best three instead, for the same wish. */
  next: z.array(nextShape),
})

export const bookSeries = endpoint({
  method: 'POST',
  path: '/api/series',
  summary: 'Book the occurrences of a series: all that can be, and a report of those that cannot',
  access: 'appointment.book',
  audit: 'series.book',
  body: series.extend({
    occurrences: z.array(wanted).min(1).max(mostPlanned),
    /** What they were planned with. */
    wish: seriesWish.optional(),
    note: text(500).nullable().default(null),
    language: language.optional(),
    overrides: overrides.nullable().default(null),
  }),
  reply: z.object({
    id,
    booked: z.array(z.object({ occurrence: z.int(), id, start: instant, end: instant })),
    refused: z.array(notBooked),
  }),
  refusals: { 'nothing-possible': z.object({ refused: z.array(notBooked) }), 'patient-deceased': z.object({}) },
})

/** One visit of several; `at` is its place among them, from 0. */
export const part = z.object({
  id,
  at: z.int(),
  visitTypeId: id,
  siteId: id,
  start: instant,
  end: instant,
  status: appointmentStatus,
  version: z.int(),
})

export const readSeries = endpoint({
  method: 'GET',
  path: '/api/series/:seriesId',
  summary: 'A series with its rule, what was said about single occurrences, and its visits',
  access: 'schedule.read',
  audit: 'series.read',
  params: z.object({ seriesId: id }),
  reply: z.object({
    id,
    patient: patientLine,
    visitTypeId: id,
    rule: seriesRule,
    exceptions: z.array(seriesException),
    visits: z.array(part),
  }),
})

/** `kept` counts the visits that had begun, or were over, and stay as they are. */
export const cancelledParts = z.object({ cancelled: z.array(z.object({ id, at: z.int() })), kept: z.int() })

export const cancelSeries = endpoint({
  method: 'POST',
  path: '/api/series/:seriesId/cancel',
  summary: 'Cancel what is left of a series: the visits that have not begun, from an occurrence on',
  access: 'appointment.cancel',
  audit: 'series.cancel',
  params: z.object({ seriesId: id }),
  body: cancelBody.extend({ fromAt: z.int().min(0).default(0) }),
  reply: cancelledParts,
  refusals: { 'nothing-to-cancel': z.object({}) },
})
