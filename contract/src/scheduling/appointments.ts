import { type CancellationReason, cancellationReasons, ruleCodes } from '@foyer/scheduling'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { appointmentStatus, id, instant, language, patientLine, text } from '../shapes.ts'
import { placeRefusals, taken, wishedWithin } from './openings.ts'
import { ruleEvaluation } from './booking-rules.ts'
import { approval, assignment, belonging, overrides, place } from './visit.ts'

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
  source: z.enum(['desk', 'self', 'repair', 'import']),
  approval: approval.nullable(),
  walkIn: z.boolean(),
  ...belonging,
  cancelReason: z.string().nullable(),
  cancelledBy: z.enum(['patient', 'practice']).nullable(),
  cancelledAt: instant.nullable(),
  /** Minutes between the cancellation and the start. */
  cancelNoticeMinutes: z.int().nullable(),
  /** Which rules were looked at when it was booked, what they said, and what was overridden with which reason. */
  why: z.array(ruleEvaluation).readonly(),
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
  can: z.object({
    move: z.boolean(),
    cancel: z.boolean(),
    checkIn: z.boolean(),
    override: z.boolean(),
    overbook: z.boolean(),
  }),
})

/** The parts of the visit need so many minutes at least. */
const lengthNotPossible = z.object({ least: z.int(), most: z.int() })

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
    overrides: overrides.nullable().default(null),
    /** Somebody who came without an appointment. */
    walkIn: z.boolean().default(false),
    /** Where the visit lasts longer or shorter than its type says. */
    durationMinutes: z.int().min(5).max(600).nullable().default(null),
    wish: wishedWithin,
  }),
  reply: z.object({ id, start: instant, end: instant, version: z.int() }),
  refusals: {
    ...placeRefusals,
    'hold-expired': taken,
    'length-not-possible': lengthNotPossible,
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
    overrides: overrides.nullable().default(null),
    /** A new length; the visit keeps the one it has where it is left out. */
    durationMinutes: z.int().min(1).max(1440).nullable().default(null),
    wish: wishedWithin,
  }),
  reply: z.object({
    id,
    start: instant,
    end: instant,
    version: z.int(),
    /** Gaps of its chain that do not hold any more; the move is made all the same. */
    remarks: z.array(ruleEvaluation).readonly().optional(),
    /** Rules that somebody had set aside for the place it had: with the same right it may go back there. */
    setAside: z.array(z.enum(ruleCodes)).readonly().optional(),
  }),
  refusals: {
    ...placeRefusals,
    'changed-meanwhile': z.object({ version: z.int() }),
    'not-movable': z.object({ status: appointmentStatus }),
    /** A seat is given back and another taken; the session itself does not move with it. */
    'in-a-group': z.object({}),
    'length-not-possible': lengthNotPossible,
    'patient-busy': z.object({ appointmentId: id, start: instant }),
  },
})

// Its keys are the codes, each once.
const cancelCodes = Object.keys(cancellationReasons) as readonly CancellationReason[]

export const cancelBody = z.object({
  reason: z.enum(cancelCodes),
  note: text(200).nullable().default(null),
  /** Who wanted it; by the reason where it is left out. */
  by: z.enum(['patient', 'practice']).optional(),
})

export const cancelAppointment = endpoint({
  method: 'POST',
  path: '/api/appointments/:appointmentId/cancel',
  summary: 'Cancel a visit with a structured reason; its time is free at once',
  access: 'appointment.cancel',
  audit: 'appointment.cancel',
  params: z.object({ appointmentId: id }),
  body: cancelBody.extend({ version: z.int() }),
  /** Minutes between now and the start; below 0 when that has passed. */
  reply: z.object({ id, version: z.int(), noticeMinutes: z.int() }),
  refusals: {
    'changed-meanwhile': z.object({ version: z.int() }),
    'not-cancellable': z.object({ status: appointmentStatus }),
  },
})
