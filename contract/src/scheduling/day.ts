import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { appointmentStatus, date, id, instant, minute, patientLine, resourceKind } from '../shapes.ts'
import { approval, assignment, belonging } from './visit.ts'

const time = { start: instant, end: instant }

/** What a session asks for. */
export const sessionRules = {
  /** Only these kinds of visits, until `releasesAt`; null means any. */
  visitTypeIds: z.array(id).nullable(),
  releasesAt: instant.nullable(),
  /** Most visits that begin in it; null means as many as fit. */
  capacity: z.int().nullable(),
  /** Over which the capacity counts, where a break or a closed time cuts the session. */
  whole: z.object(time).nullable(),
  /** Visits side by side. */
  lanes: z.int(),
  /** How many more may be booked over them, with the right and a reason. */
  overbook: z.int(),
  gridMinutes: z.int().nullable(),
  /** Kept for people who come without an appointment. */
  walkIn: z.boolean(),
} as const

/** A stretch of hours and what it is for; a break is closed time with a name. */
export const daySession = z.object({
  ...time,
  startMinute: minute,
  endMinute: minute,
  kind: z.enum(['open', 'break']),
  label: z.string().nullable(),
  ...sessionRules,
})

/** A visit as the calendar draws it. One in a group session has the assignments of the session. */
export const dayAppointment = z.object({
  id,
  patient: patientLine,
  /** Another one than the day's where somebody of the day's site takes part in it. */
  siteId: id,
  visitTypeId: id,
  ...time,
  status: appointmentStatus,
  version: z.int(),
  approval: approval.nullable(),
  walkIn: z.boolean(),
  ...belonging,
  assignments: z.array(assignment),
})

/** One time and place for several patients. */
export const dayGroup = z.object({
  id,
  visitTypeId: id,
  ...time,
  seats: z.int(),
  taken: z.int(),
  closed: z.boolean(),
  version: z.int(),
  assignments: z.array(assignment),
})

/** Closed time of a resource; blocks of several resources share an id. Why is null for who does not manage schedules. */
export const dayBlock = z.object({ id, resourceId: id, ...time, reason: z.string().nullable() })

export const readDay = endpoint({
  method: 'GET',
  path: '/api/sites/:siteId/days/:date',
  summary: 'The day of a site: hours, blocks, holds and visits of every resource',
  access: 'schedule.read',
  audit: 'schedule.read',
  params: z.object({ siteId: id, date }),
  reply: z.object({
    siteId: id,
    date,
    timeZone: z.string(),
    /** Name of the holiday on which the site is closed. */
    holiday: z.string().nullable(),
    resources: z.array(
      z.object({
        id,
        kind: resourceKind,
        name: z.string(),
        specialty: z.string().nullable(),
        lanes: z.int(),
        open: z.array(z.object({ ...time, startMinute: minute, endMinute: minute })),
        sessions: z.array(daySession),
        bookedPercent: z.int(),
      }),
    ),
    blocks: z.array(dayBlock),
    holds: z.array(
      z.object({
        id,
        /** A hold of several resources has an entry for each. */
        holdId: id,
        resourceId: id,
        ...time,
        lane: z.int(),
        /** Of the visit it is kept for: it counts towards caps. */
        siteId: id,
        visitTypeId: id,
        startsAt: instant,
        /** The reader's own is in nobody's way who is them. */
        isOwn: z.boolean(),
        /** Empty where a patient keeps it to book for themselves. */
        staffName: z.string(),
        bySelf: z.boolean(),
        expiresAt: instant,
      }),
    ),
    groups: z.array(dayGroup),
    appointments: z.array(dayAppointment),
  }),
})

const load = {
  visits: z.int(),
  openMinutes: z.int(),
  bookedMinutes: z.int(),
  blockedMinutes: z.int(),
  bookedPercent: z.int(),
}

/** At most this many days in one answer: a month as calendars draw it. */
export const mostScheduleDays = 42

export const readDays = endpoint({
  method: 'GET',
  path: '/api/sites/:siteId/schedule',
  summary:
    'Several days of a site for week and month views: how full each day is, and its visits where they are wanted',
  access: 'schedule.read',
  audit: 'schedule.read',
  params: z.object({ siteId: id }),
  query: z.object({
    from: date,
    to: date,
    /** Ids with commas between; every resource of the site when left out. */
    resourceIds: z
      .string()
      .max(8000)
      .regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36})*$/)
      .optional(),
    /** `visits`: also visits, groups and blocks of these resources; `totals` counts only. */
    detail: z.enum(['totals', 'visits']).default('totals'),
  }),
  reply: z.object({
    siteId: id,
    timeZone: z.string(),
    from: date,
    to: date,
    days: z.array(
      z.object({
        date,
        ...time,
        holiday: z.string().nullable(),
        ...load,
        resources: z.array(z.object({ resourceId: id, ...load })),
      }),
    ),
    groups: z.array(dayGroup),
    blocks: z.array(dayBlock),
    appointments: z.array(dayAppointment),
  }),
  refusals: {
    'dates-backwards': z.object({}),
    'too-many-days': z.object({ most: z.int() }),
    'too-many-visits': z.object({ most: z.int() }),
  },
})
