import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { date, done, id, instant, minute, roleName, weekday } from '../shapes.ts'
import { objections, ruleRefusals } from './booking-rules.ts'
import { assignment, overrides, place } from './visit.ts'

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
    'joins-group',
  ]),
  resourceId: id.optional(),
  minutes: z.int().optional(),
  part: z.enum(['morning', 'afternoon', 'evening']).optional(),
  bookedPercent: z.int().optional(),
  groupId: id.optional(),
  seatsLeft: z.int().optional(),
})

export const openingShape = z.object({
  start: instant,
  end: instant,
  assignments: z.array(assignment),
  reasons: z.array(openingReason),
})

/** The best opening there would be if one thing changed. */
export const nearMiss = z.object({
  code: z.enum([
    'other-day-part',
    'other-time',
    'other-weekday',
    'ruled-out',
    'any-clinician',
    'other-attributes',
    'later',
    'other-site',
    'overbook',
    'give-up',
    'too-soon',
    'too-far',
    'over-cap',
    'not-for-patient',
  ]),
  opening: openingShape,
  /** With `other-site`: where it would be, by whose clock it is to be told, and with which id it is held. */
  siteId: id.optional(),
  /** With `other-attributes`: what of the wish it does not have. */
  attributes: z.array(z.string()).optional(),
  /** With `give-up`: whose block, break of the week or reserved session it would be, and from when to when. */
  resourceId: id.optional(),
  what: z.enum(['block', 'break', 'session']).optional(),
  start: instant.optional(),
  end: instant.optional(),
  /** With `overbook`: how many visits of that session will probably be missed, tentatively, and whether that is enough. */
  advice: z.object({ advise: z.boolean(), expectedMissed: z.number() }).optional(),
})

/** What has to be there, in each role in which some candidate has it: `female`, `speaks-es`, `wheelchair`. */
export const wishedAttributes = z.array(z.string().max(40)).max(10).default([])

/**
 * Time that does not suit the patient, by the clock of the site: on these dates (both included), on these weekdays, between
 * these minutes (`untilMinute` is not included). What is left out is not asked about, but not all of it can be.
 */
export const ruledOut = z
  .object({
    from: date.optional(),
    to: date.optional(),
    weekdays: z.array(weekday).max(7).optional(),
    times: z.object({ fromMinute: minute, untilMinute: minute }).optional(),
  })
  .refine(({ from, to, weekdays = [], times }) => from || to || weekdays.length > 0 || times, {
    message: 'says nothing',
  })

/** With an interpreter of the practice beside it, also where the visit type has none; no group has. */
export const wishedInterpreter = z.boolean().default(false)

/** No minute of the visit lies in any of these. */
export const wishedNot = z.array(ruledOut).max(20).default([])

/** None of these takes part, people or not. */
export const wishedWithout = z.array(id).max(50).default([])

export const within = z.object({
  /** Civil dates of the site, both included; at most 92 days apart. */
  from: date,
  to: date,
  dayParts: z
    .array(z.enum(['morning', 'afternoon', 'evening']))
    .max(3)
    .default([]),
  weekdays: z.array(weekday).max(7).default([]),
  /** Any of these, in whatever role is open to them; empty means whoever the visit type allows. */
  clinicianIds: z.array(id).max(50).default([]),
  withoutIds: wishedWithout,
  /** The visit begins between these minutes of the wall clock at the site; `untilMinute` is not included. */
  times: z.object({ fromMinute: minute, untilMinute: minute }).optional(),
  not: wishedNot,
  attributes: wishedAttributes,
})

/** What an opening was looked for with. Should somebody be faster, the next best three stay within it as far as there are any. */
export const wishedWithin = within.optional()

const wish = within.extend({
  visitTypeId: id,
  siteId: id,
  patientId: id.nullable().default(null),
  /** Also over the lanes, as far as the caller may. */
  overbook: z.boolean().default(false),
  /** In time that is kept for people who come without an appointment. */
  walkIn: z.boolean().default(false),
  /** The visit that is to be moved: its own time is no obstacle. */
  movingId: id.nullable().default(null),
  /** As `wishedInterpreter`; absent: as the visit that is moved has it. */
  interpreter: z.boolean().optional(),
  limit: z.int().min(1).max(50).default(9),
})

export const findOpenings = endpoint({
  method: 'POST',
  path: '/api/openings',
  summary: 'Ranked openings for a wish, each with its reasons, and what would have to give when there are few',
  access: 'appointment.book',
  audit: 'openings.find',
  auditOnlyPatients: true,
  writes: false,
  body: wish,
  reply: z.object({
    timeZone: z.string(),
    considered: z.int(),
    openings: z.array(openingShape),
    near: z.array(nearMiss),
  }),
  refusals: {
    'visit-type-closed': z.object({}),
    'dates-backwards': z.object({}),
    'too-many-days': z.object({ most: z.int() }),
  },
})

export const openingAt = endpoint({
  method: 'POST',
  path: '/api/openings/at',
  summary:
    'An opening at exactly that start with exactly that person, whatever the hours; the other roles get who is free',
  access: 'appointment.book',
  audit: 'openings.find',
  auditOnlyPatients: true,
  writes: false,
  body: z.object({
    visitTypeId: id,
    siteId: id,
    start: instant,
    /** In the first role that is open to them, the lead before others. */
    resourceId: id,
    patientId: id.nullable().default(null),
    /** Of whoever fills the other roles. */
    attributes: wishedAttributes,
    withoutIds: wishedWithout,
    interpreter: wishedInterpreter,
    walkIn: z.boolean().default(false),
    /** A visit that has that start: its own time is no obstacle, and who has a part in it keeps it before others. */
    movingId: id.nullable().default(null),
  }),
  /** The rules were not asked: whoever holds it hears what they say. */
  reply: openingShape,
  refusals: {
    'visit-type-closed': z.object({}),
    'cannot-take-part': z.object({ resourceId: id }),
    'nobody-free': z.object({ role: roleName }),
  },
})

/** What took the time meanwhile, whose time, and since when; whom it is for is nobody's business here. */
export const overtaken = z.object({
  by: z.enum(['visit', 'hold', 'block', 'group']),
  resourceId: id,
  start: instant,
  end: instant,
  /** Of a visit or group: when it was placed there, and how long ago that was; null where nobody wrote it down. */
  since: instant.nullable(),
  secondsAgo: z.int().nullable(),
  /** Of a hold: when it ends by itself. */
  until: instant.nullable(),
  /** Null where it was nobody of the staff, or nobody knows. */
  staffName: z.string().nullable(),
})

export const nextShape = openingShape.extend({
  /** There are not enough within the wish: this one is not. Those that are stand before it. */
  outsideWish: z.literal(true).optional(),
})

/** Somebody was faster: what they took it for, where it still is, and the next best three for the same wish. */
export const taken = z.object({ next: z.array(nextShape), overtaken: overtaken.optional() })

/** What the rules may say to a wish. */
export const placeRefusals = {
  ...ruleRefusals,
  /** With `rules` where somebody who may could book it all the same (overbooking). */
  'opening-taken': taken.extend({ rules: objections.rules.optional() }),
} as const

export const holdOpening = endpoint({
  method: 'POST',
  path: '/api/holds',
  summary: 'Keep an opening for five minutes; the hold the caller had before is let go',
  access: 'appointment.book',
  audit: 'opening.hold',
  body: place.extend({
    patientId: id.nullable().default(null),
    overrides: overrides.nullable().default(null),
    wish: wishedWithin,
  }),
  reply: z.object({ id, expiresAt: instant, start: instant, end: instant, assignments: z.array(assignment) }),
  refusals: placeRefusals,
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
