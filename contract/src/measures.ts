import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { date, id, instant } from './shapes.ts'

export const mostMeasureDays = 92

const use = { openMinutes: z.int(), bookedMinutes: z.int(), blockedMinutes: z.int(), percent: z.int().nullable() }

export const readMeasures = endpoint({
  method: 'GET',
  path: '/api/measures',
  summary: 'How easily people get in and how time is used, counted now: no patient is named',
  access: 'measures.read',
  audit: null,
  query: z.object({
    /** Civil dates of each site, both included. */
    from: date,
    to: date,
    /** Every site, kind of visit, clinician when left out. */
    siteId: id.optional(),
    visitTypeId: id.optional(),
    clinicianId: id.optional(),
  }),
  reply: z.object({
    from: date,
    to: date,
    /** As of now, whatever the period. Null where there is none in the next 92 days. */
    thirdNext: z.array(z.object({ siteId: id, visitTypeId: id, days: z.int().nullable(), at: instant.nullable() })),
    daysToAppointment: z.object({
      count: z.int(),
      median: z.number().nullable(),
      /** Nine of ten waited no longer. */
      ninth: z.number().nullable(),
      /** Visits by how many days they were away; the last has no end. */
      spread: z.array(z.object({ from: z.int(), to: z.int().nullable(), count: z.int() })),
      visitTypes: z.array(z.object({ visitTypeId: id, count: z.int(), median: z.number() })),
    }),
    fill: z.object({
      ...use,
      weeks: z.array(z.object({ from: date, ...use })),
      clinicians: z.array(z.object({ resourceId: id, ...use })),
    }),
    /** What the sessions of the template were used for. */
    sessions: z.array(
      z.object({
        label: z.string().nullable(),
        walkIn: z.boolean(),
        visitTypeIds: z.array(id),
        openMinutes: z.int(),
        /** Taken by kinds of visits the session is kept for, by others, and free. */
        ownMinutes: z.int(),
        otherMinutes: z.int(),
        freeMinutes: z.int(),
      }),
    ),
    cancellations: z.object({
      visits: z.int(),
      cancelled: z.int(),
      reasons: z.array(z.object({ reason: z.string(), count: z.int() })),
      by: z.object({ patient: z.int(), practice: z.int(), unknown: z.int() }),
      /** By how long before its start, as `noticeKinds` of the scheduling package has it. */
      notice: z.array(z.object({ notice: z.string(), count: z.int() })),
    }),
    noShows: z.object({
      kept: z.int(),
      missed: z.int(),
      /** Past, and nobody said whether the person came. */
      unmarked: z.int(),
      visitTypes: z.array(z.object({ visitTypeId: id, kept: z.int(), missed: z.int() })),
    }),
  }),
  refusals: { 'dates-backwards': z.object({}), 'too-many-days': z.object({ most: z.int() }) },
})
