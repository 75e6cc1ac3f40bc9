import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import {
  appointmentStatus,
  date,
  done,
  id,
  instant,
  language,
  minute,
  patientLine,
  resourceKind,
  roleName,
  text,
  weekday,
} from './shapes.ts'

/** Who or what fills a role of the visit, and from when to when. */
export const assignment = z.object({ role: roleName, resourceId: id, start: instant, end: instant })

const dayAppointment = z.object({
  id,
  patient: patientLine,
  visitTypeId: id,
  start: instant,
  end: instant,
  status: appointmentStatus,
  assignments: z.array(assignment),
})

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
    resources: z.array(
      z.object({
        id,
        kind: resourceKind,
        name: z.string(),
        specialty: z.string().nullable(),
        open: z.array(z.object({ start: instant, end: instant, startMinute: minute, endMinute: minute })),
        bookedPercent: z.int(),
      }),
    ),
    blocks: z.array(z.object({ id, resourceId: id, start: instant, end: instant, reason: z.string() })),
    holds: z.array(
      z.object({ id, resourceId: id, start: instant, end: instant, staffName: z.string(), expiresAt: instant }),
    ),
    appointments: z.array(dayAppointment),
  }),
})

/** Why an opening stands where it stands. Codes; the screen has the words. */
export const openingReason = z.object({
  code: z.enum([
    'soonest',
    'usual-clinician',
    'other-clinician',
    'fills-gap',
    'day-edge',
    'preferred-day-part',
    'lighter-day',
  ]),
  resourceId: id.optional(),
  minutes: z.int().optional(),
  part: z.enum(['morning', 'afternoon', 'evening']).optional(),
  bookedPercent: z.int().optional(),
})

export const openingShape = z.object({
  start: instant,
  end: instant,
  assignments: z.array(assignment),
  reasons: z.array(openingReason),
})

const wish = z.object({
  visitTypeId: id,
  siteId: id,
  patientId: id.nullable().default(null),
  /** Civil dates of the site, both included; at most 92 days apart. */
  from: date,
  to: date,
  dayParts: z
    .array(z.enum(['morning', 'afternoon', 'evening']))
    .max(3)
    .default([]),
  weekdays: z.array(weekday).max(7).default([]),
  /** Any of these; empty means whoever the visit type allows. */
  clinicianIds: z.array(id).max(50).default([]),
  limit: z.int().min(1).max(50).default(9),
})

export const findOpenings = endpoint({
  method: 'POST',
  path: '/api/openings',
  summary: 'Ranked openings for a wish, each with its reasons, and what would have to give when there are few',
  access: 'appointment.book',
  audit: 'openings.find',
  writes: false,
  body: wish,
  reply: z.object({
    timeZone: z.string(),
    considered: z.int(),
    openings: z.array(openingShape),
    near: z.array(z.object({ code: z.enum(['other-day-part', 'any-clinician', 'later']), opening: openingShape })),
  }),
  refusals: {
    'visit-type-closed': z.object({}),
    'dates-backwards': z.object({}),
    'too-many-days': z.object({ most: z.int() }),
  },
})

const place = z.object({
  visitTypeId: id,
  siteId: id,
  start: instant,
  assignments: z
    .array(z.object({ role: roleName, resourceId: id }))
    .min(1)
    .max(6),
})

/** Somebody was faster: the next best three for the same wish. */
const taken = z.object({ next: z.array(openingShape) })
const ruleRefusals = {
  'opening-taken': taken,
  'in-the-past': z.object({}),
  'too-far-ahead': z.object({ horizonDays: z.int() }),
  'role-missing': z.object({ role: roleName }),
  'not-a-candidate': z.object({ role: roleName, resourceId: id }),
  'outside-hours': z.object({ resourceId: id }),
} as const

export const holdOpening = endpoint({
  method: 'POST',
  path: '/api/holds',
  summary: 'Keep an opening for five minutes; the hold the caller had before is let go',
  access: 'appointment.book',
  audit: 'opening.hold',
  body: place.extend({ patientId: id.nullable().default(null) }),
  reply: z.object({ id, expiresAt: instant, start: instant, end: instant, assignments: z.array(assignment) }),
  refusals: ruleRefusals,
})

export const releaseHold = endpoint({
  method: 'DELETE',
  path: '/api/holds/:holdId',
  summary: 'Let a held opening go',
  access: 'appointment.book',
  audit: 'opening.release',
  params: z.object({ holdId: id }),
  reply: done,
})

export const appointmentShape = z.object({
  id,
  patient: patientLine,
  visitTypeId: id,
  visitType: z.string(),
  siteId: id,
  siteName: z.string(),
  timeZone: z.string(),
  start: instant,
  end: instant,
  status: appointmentStatus,
  assignments: z.array(assignment.extend({ name: z.string() })),
  note: z.string().nullable(),
  version: z.int(),
  cancelReason: z.string().nullable(),
  history: z.array(
    z.object({
      at: instant,
      by: z.string(),
      from: appointmentStatus.nullable(),
      to: appointmentStatus,
      reason: z.string().nullable(),
      undone: z.boolean(),
    }),
  ),
  can: z.object({ move: z.boolean(), cancel: z.boolean(), checkIn: z.boolean() }),
})

export const bookAppointment = endpoint({
  method: 'POST',
  path: '/api/appointments',
  summary: 'Book a held opening, or a free one directly; the confirmation follows by e-mail',
  access: 'appointment.book',
  audit: 'appointment.book',
  body: place.extend({
    patientId: id,
    holdId: id.nullable().default(null),
    note: text(500).nullable().default(null),
    /** Language of the confirmation; the patient's where it is left out. */
    language: language.optional(),
  }),
  reply: z.object({ id, start: instant, end: instant, version: z.int() }),
  refusals: {
    ...ruleRefusals,
    'hold-expired': taken,
    'patient-busy': z.object({ appointmentId: id, start: instant }),
    'patient-deceased': z.object({}),
  },
})

export const readAppointment = endpoint({
  method: 'GET',
  path: '/api/appointments/:appointmentId',
  summary: 'One visit with its people, places and history',
  access: 'schedule.read',
  audit: 'appointment.read',
  params: z.object({ appointmentId: id }),
  reply: appointmentShape,
})

export const moveAppointment = endpoint({
  method: 'POST',
  path: '/api/appointments/:appointmentId/move',
  summary: 'Move a visit; it keeps its identity, and the old time is freed only if the new one holds',
  access: 'appointment.move',
  audit: 'appointment.move',
  params: z.object({ appointmentId: id }),
  body: z.object({
    start: instant,
    assignments: place.shape.assignments,
    reason: text(200),
    version: z.int(),
  }),
  reply: z.object({ id, start: instant, end: instant, version: z.int() }),
  refusals: {
    ...ruleRefusals,
    'changed-meanwhile': z.object({ version: z.int() }),
    'not-movable': z.object({ status: appointmentStatus }),
  },
})

export const cancelReasons = ['patient', 'practice', 'weather', 'other'] as const

export const cancelAppointment = endpoint({
  method: 'POST',
  path: '/api/appointments/:appointmentId/cancel',
  summary: 'Cancel a visit with a structured reason; its time is free at once',
  access: 'appointment.cancel',
  audit: 'appointment.cancel',
  params: z.object({ appointmentId: id }),
  body: z.object({ reason: z.enum(cancelReasons), note: text(200).nullable().default(null), version: z.int() }),
  reply: z.object({ id, version: z.int() }),
  refusals: {
    'changed-meanwhile': z.object({ version: z.int() }),
    'not-cancellable': z.object({ status: appointmentStatus }),
  },
})
