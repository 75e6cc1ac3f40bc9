import { copayReasons, readinessCodes, readinessStates } from '@foyer/readiness'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { coverageShape, missingField } from './patients.ts'
import { reachNote } from './relatives.ts'
import { objections } from './scheduling/booking-rules.ts'
import { appointmentStatus, cents, date, id, instant, patientLine, text } from './shapes.ts'

export const readinessItem = z.object({
  code: z.enum(readinessCodes),
  state: z.enum(readinessStates),
  /** Date the item speaks of: end of the plan, last confirmation, expiry of the consent. */
  on: z.string().nullable(),
  amountCents: cents.nullable(),
  /** Name of the payer, the interpreter, …; for a consent the kinds that are open, a space between. */
  what: z.string().nullable(),
  /** Of a registration: the fields that are missing. */
  fields: z.array(missingField),
  /** Of a coverage: who says so. */
  by: z.enum(['payer', 'desk']).nullable(),
  /** Of a coverage: its plan holds and does not pay for what the visit is. */
  isNotCovered: z.boolean(),
  /** By an answer of a payer that is made up, to try things out. */
  isMadeUp: z.boolean(),
})

const boardVisit = z.object({
  appointmentId: id,
  patient: patientLine.extend({ alerts: z.array(z.string()) }),
  start: instant,
  end: instant,
  visitTypeId: id,
  visitType: z.string(),
  visitTypeEs: z.string(),
  telehealth: z.boolean(),
  clinician: z.object({ id, name: z.string() }).nullable(),
  room: z.object({ id, name: z.string() }).nullable(),
  status: appointmentStatus,
  /** When the visit came into its state. */
  since: instant,
  readiness: z.array(readinessItem),
  version: z.int(),
  /** States one touch away, the usual one first. */
  next: z.array(appointmentStatus),
  /** State that an undo goes back to. */
  undo: appointmentStatus.nullable(),
})

export const readBoard = endpoint({
  method: 'GET',
  path: '/api/sites/:siteId/board/:date',
  summary: 'The flow board: every visit of the day with its state, since when, and what is missing',
  access: 'schedule.read',
  audit: 'board.read',
  params: z.object({ siteId: id, date }),
  reply: z.object({
    siteId: id,
    date,
    timeZone: z.string(),
    visits: z.array(boardVisit),
    rooms: z.array(z.object({ id, name: z.string(), appointmentId: id.nullable() })),
    /** Mean minutes from arrival to a room of those roomed this day; null before the first. */
    meanWaitMinutes: z.int().nullable(),
  }),
})

export const readCheckIn = endpoint({
  method: 'GET',
  path: '/api/appointments/:appointmentId/check-in',
  summary: 'What is missing for this visit, what to look at, what to collect',
  access: 'visit.check-in',
  audit: 'check-in.read',
  params: z.object({ appointmentId: id }),
  reply: z.object({
    visit: boardVisit,
    timeZone: z.string(),
    siteName: z.string(),
    steps: z.array(readinessItem),
    coverages: z.array(coverageShape),
    contact: z.object({
      phone: z.string().nullable(),
      email: z.string().nullable(),
      address: z.string().nullable(),
      /** How the patient asked to be reached, and who else answers there. */
      notes: z.array(reachNote),
    }),
    /** Where the payer named two amounts, the lower one is due and up to the higher one is taken. */
    copay: z.object({
      dueCents: cents,
      highCents: cents,
      paidCents: cents,
      reason: z.enum(copayReasons),
      isMadeUp: z.boolean(),
    }),
    payments: z.array(
      z.object({
        id,
        receiptNumber: z.string(),
        amountCents: cents,
        method: z.enum(['cash', 'card']),
        collectedAt: instant,
        collectedBy: z.string(),
        voided: z.boolean(),
      }),
    ),
    can: z.object({ collect: z.boolean(), void: z.boolean(), move: z.boolean() }),
  }),
})

export const confirmStep = endpoint({
  method: 'POST',
  path: '/api/appointments/:appointmentId/steps',
  summary: 'Note that a check-in step was done: two identifiers said, address and phone confirmed, coverage looked at',
  access: 'visit.check-in',
  audit: 'check-in.step',
  params: z.object({ appointmentId: id }),
  body: z.object({
    step: z.enum(['identity', 'contact', 'coverage']),
    done: z.boolean().default(true),
  }),
  reply: z.object({ steps: z.array(readinessItem) }),
})

export const moveVisit = endpoint({
  method: 'POST',
  path: '/api/appointments/:appointmentId/status',
  summary: 'Move a visit along the board',
  access: 'visit.move',
  audit: 'visit.move',
  params: z.object({ appointmentId: id }),
  body: z.object({
    to: appointmentStatus,
    /** The state the caller saw, so that two people do not both move it. */
    from: appointmentStatus,
    roomId: id.nullable().default(null),
    reason: text(200).nullable().default(null),
  }),
  reply: z.object({ status: appointmentStatus, version: z.int() }),
  refusals: {
    'not-from-here': z.object({ status: appointmentStatus }),
    'moved-meanwhile': z.object({ status: appointmentStatus }),
    'room-taken': z.object({ roomId: id }),
    'not-today': z.object({ date: z.string() }),
  },
})

export const undoVisit = endpoint({
  method: 'POST',
  path: '/api/appointments/:appointmentId/undo',
  summary: 'Take the last step of a visit back; both stay in its history',
  access: 'visit.move',
  audit: 'visit.undo',
  params: z.object({ appointmentId: id }),
  body: z.object({ from: appointmentStatus, reason: text(200).nullable().default(null) }),
  reply: z.object({ status: appointmentStatus, version: z.int() }),
  refusals: {
    'nothing-to-undo': z.object({}),
    'moved-meanwhile': z.object({ status: appointmentStatus }),
    'opening-taken': z.object({}),
    /** The visit would get its time back, and a rule says no by now: which, and all that do. */
    'no-longer-possible': z.object({ why: z.string(), ...objections }),
  },
})
