import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { address, date, done, id, instant, language, patientLine, text } from './shapes.ts'

/** Stands for a record on the public pages; worth nothing anywhere else. */
const key = z.string().regex(/^[A-Za-z0-9_-]{16}$/)
/** A secret of 256 random bits that the browser keeps. */
const secret = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
/** Names a visit and proves that whoever shows it was told of it. */
const visitSecret = z.string().regex(/^[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}$/)
const organization = z.object({ organization: z.string().regex(/^[a-z0-9-]{1,60}$/) })
/** People do not see this field and leave it empty. */
const website = z.string().max(200).default('')

const place = z.object({
  key,
  name: z.string(),
  timeZone: z.string(),
  phone: z.string().nullable(),
  address: address.nullable(),
})

const clinician = z.object({ key, name: z.string() }).nullable()
const time = z.object({ start: instant, end: instant, clinician })
const taken = z.object({ next: z.array(time) })

export const readOffer = endpoint({
  method: 'GET',
  path: '/api/public/:organization/offer',
  summary: 'What people may book for themselves, where, and whom to call instead',
  access: 'public',
  audit: null,
  perMinute: 60,
  params: organization,
  reply: z.object({
    practice: z.string(),
    phone: z.string().nullable(),
    /** Whether a code by e-mail can prove whose address it is; else the desk agrees to every visit. */
    sendsCodes: z.boolean(),
    /** Until so many hours before a visit it can be moved or cancelled online. */
    changeHours: z.int(),
    places: z.array(place),
    visitTypes: z.array(
      z.object({
        key,
        name: z.string(),
        nameEs: z.string(),
        durationMinutes: z.int(),
        prep: z.string().nullable(),
        prepEs: z.string().nullable(),
        byVideo: z.boolean(),
        /** The desk has to agree. */
        needsApproval: z.boolean(),
        forNew: z.boolean(),
        placeKeys: z.array(key),
      }),
    ),
  }),
})

export const findTimes = endpoint({
  method: 'POST',
  path: '/api/public/:organization/times',
  summary: 'Free times that people may take for themselves, for a kind of visit or to move their own',
  access: 'public',
  audit: null,
  writes: false,
  perMinute: 60,
  params: organization,
  body: z.object({
    visitType: key.nullable().default(null),
    place: key.nullable().default(null),
    /** Instead of both: the visit that is to be moved. */
    visit: visitSecret.nullable().default(null),
    /** Civil date at the site; today when left out. */
    from: date.nullable().default(null),
    days: z.int().min(1).max(31).default(14),
  }),
  reply: z.object({ timeZone: z.string(), from: date, to: date, lastDate: date, times: z.array(time) }),
})

export const readChallenge = endpoint({
  method: 'GET',
  path: '/api/public/:organization/challenge',
  summary: 'A piece of work for the browser that is cheap for one person and dear for a machine that books in bulk',
  access: 'public',
  audit: null,
  perMinute: 30,
  params: organization,
  /** SHA-256 of `challenge.answer` has to begin with `bits` zero bits; `answer` is a whole number. */
  reply: z.object({ challenge: z.string(), bits: z.int() }),
})

export const keepTime = endpoint({
  method: 'POST',
  path: '/api/public/:organization/holds',
  summary: 'Keep a free time for ten minutes; the one kept before with the same secret is let go',
  access: 'public',
  audit: 'self-booking.keep',
  perMinute: 20,
  params: organization,
  body: z.object({
    visitType: key,
    place: key,
    start: instant,
    clinician: key.nullable().default(null),
    /** From the second time on, in place of a proof. */
    token: secret.nullable().default(null),
    proof: z
      .object({ challenge: z.string().max(200), answer: z.int().min(0) })
      .nullable()
      .default(null),
    website,
  }),
  reply: time.extend({ token: secret, expiresAt: instant, timeZone: z.string() }),
  refusals: {
    'opening-taken': taken,
    'proof-needed': z.object({}),
    'too-many': z.object({}),
    'begin-again': z.object({}),
  },
})

export const letTimeGo = endpoint({
  method: 'POST',
  path: '/api/public/:organization/holds/release',
  summary: 'Let a kept time go',
  access: 'public',
  audit: 'self-booking.release',
  perMinute: 20,
  params: organization,
  body: z.object({ token: secret }),
  reply: done,
})

export const sayWho = endpoint({
  method: 'POST',
  path: '/api/public/:organization/person',
  summary: 'Who the visit is for; answers alike whether the practice knows them or not',
  access: 'public',
  audit: 'self-booking.person',
  perMinute: 20,
  params: organization,
  body: z.object({
    token: secret,
    given: text(80),
    family: text(80),
    birthDate: date,
    phone: text(40).nullable().default(null),
    email: z.email().max(200).nullable().default(null),
    language,
    /** Whether the practice may write to them about visits. */
    mayWrite: z.boolean(),
    website,
  }),
  /** `code`: one was sent to the address and is asked for next. */
  reply: z.object({ code: z.boolean(), expiresAt: instant }),
  refusals: {
    'begin-again': z.object({}),
    'no-contact': z.object({}),
    'phone-unreadable': z.object({}),
    'birth-date-ahead': z.object({}),
    'too-many': z.object({}),
    /** Nobody fills a form in so fast. */
    'too-soon': z.object({ seconds: z.int() }),
  },
})

export const bookForMyself = endpoint({
  method: 'POST',
  path: '/api/public/:organization/bookings',
  summary: 'Book the time that is kept; asked again with the same secret it answers the same',
  access: 'public',
  audit: 'self-booking.book',
  perMinute: 20,
  params: organization,
  body: z.object({
    token: secret,
    code: z
      .string()
      .regex(/^[0-9]{6}$/)
      .nullable()
      .default(null),
  }),
  reply: z.object({
    state: z.enum(['booked', 'pending']),
    start: instant,
    end: instant,
    timeZone: z.string(),
    /** An interpreter takes part. */
    isInterpreted: z.boolean(),
    visit: visitSecret,
  }),
  refusals: {
    'begin-again': z.object({}),
    'wrong-code': z.object({ left: z.int() }),
    'opening-taken': taken,
    'call-us': z.object({}),
  },
})

const myVisit = z.object({
  practice: z.string(),
  phone: z.string().nullable(),
  state: z.enum(['booked', 'pending', 'declined', 'cancelled', 'over']),
  start: instant,
  end: instant,
  place,
  /** An interpreter takes part. */
  isInterpreted: z.boolean(),
  /** Until when it can be moved or cancelled here; later by phone. */
  changeUntil: instant,
  canChange: z.boolean(),
})

export const readMyVisit = endpoint({
  method: 'POST',
  path: '/api/public/:organization/visits/read',
  summary: 'One’s own visit by the link in the confirmation: when and where, nothing of what for',
  access: 'public',
  audit: 'self-booking.read',
  writes: false,
  perMinute: 30,
  params: organization,
  body: z.object({ visit: visitSecret }),
  reply: myVisit,
})

export const cancelMyVisit = endpoint({
  method: 'POST',
  path: '/api/public/:organization/visits/cancel',
  summary: 'Cancel one’s own visit by the link in the confirmation',
  access: 'public',
  audit: 'self-booking.cancel',
  perMinute: 10,
  params: organization,
  body: z.object({ visit: visitSecret }),
  reply: myVisit,
  refusals: { 'call-us': z.object({}) },
})

export const moveMyVisit = endpoint({
  method: 'POST',
  path: '/api/public/:organization/visits/move',
  summary: 'Move one’s own visit by the link in the confirmation; the old time is freed only if the new one holds',
  access: 'public',
  audit: 'self-booking.move',
  perMinute: 10,
  params: organization,
  body: z.object({ visit: visitSecret, start: instant, clinician: key.nullable().default(null) }),
  reply: myVisit,
  refusals: { 'call-us': z.object({}), 'opening-taken': taken },
})

export const listSelfBookings = endpoint({
  method: 'GET',
  path: '/api/self-bookings',
  summary: 'Visits that people booked for themselves and that the desk has to look at',
  access: 'appointment.book',
  audit: 'self-booking.list',
  reply: z.object({
    /** Path of the public pages of this practice. */
    publicPath: z.string(),
    visits: z.array(
      z.object({
        appointmentId: id,
        version: z.int(),
        patient: patientLine,
        phone: z.string().nullable(),
        email: z.string().nullable(),
        visitTypeId: id,
        siteId: id,
        siteName: z.string(),
        timeZone: z.string(),
        start: instant,
        end: instant,
        bookedAt: instant,
        waitsForApproval: z.boolean(),
        /** The record was made for this visit; nobody has looked yet whether the person is here already. */
        isNewRecord: z.boolean(),
        possible: z.array(patientLine),
      }),
    ),
  }),
})

const subject = z.object({ appointmentId: id })
const refusals = {
  'changed-meanwhile': z.object({ version: z.int() }),
  'not-waiting': z.object({}),
} as const

export const approveSelfBooking = endpoint({
  method: 'POST',
  path: '/api/self-bookings/:appointmentId/approve',
  summary: 'Agree to a visit somebody booked for themselves; they are told',
  access: 'appointment.book',
  audit: 'self-booking.approve',
  params: subject,
  body: z.object({ version: z.int() }),
  reply: z.object({ id, version: z.int() }),
  refusals,
})

export const reopenSelfBooking = endpoint({
  method: 'POST',
  path: '/api/self-bookings/:appointmentId/reopen',
  summary: 'Take back that the desk agreed: the visit keeps its time and waits again; they are told so',
  access: 'appointment.book',
  audit: 'self-booking.reopen',
  params: subject,
  body: z.object({ version: z.int() }),
  reply: z.object({ id, version: z.int() }),
  refusals: { 'changed-meanwhile': z.object({ version: z.int() }), 'not-approved': z.object({}) },
})

export const declineReasons = ['time', 'other-visit', 'call-us'] as const

export const declineSelfBooking = endpoint({
  method: 'POST',
  path: '/api/self-bookings/:appointmentId/decline',
  summary: 'Say no to a visit somebody booked for themselves, with a reason they are told in their language',
  access: 'appointment.cancel',
  audit: 'self-booking.decline',
  params: subject,
  body: z.object({ reason: z.enum(declineReasons), version: z.int() }),
  reply: z.object({ id, version: z.int() }),
  refusals,
})

export const settleSelfBooking = endpoint({
  method: 'POST',
  path: '/api/self-bookings/:appointmentId/settle',
  summary: 'Say whether a record made for a visit is a new person, or whose it is: the visit then goes to that record',
  access: 'patient.change',
  audit: 'self-booking.settle',
  params: subject,
  body: z.object({
    /** One of the possible records; null for somebody new. */
    samePatientId: id.nullable(),
    version: z.int(),
  }),
  reply: z.object({ id, version: z.int() }),
  refusals: { ...refusals, 'patient-busy': z.object({}), 'record-in-use': z.object({}) },
})
