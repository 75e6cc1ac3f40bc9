import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { done, id, instant, language, text } from '../shapes.ts'
import { objections, ruleEvaluation, ruleRefusals } from './booking-rules.ts'
import { placeRefusals } from './openings.ts'
import { overrides, place } from './visit.ts'

export const openGroup = endpoint({
  method: 'POST',
  path: '/api/groups',
  summary: 'Open a group session: one time and place for several patients of one visit type',
  access: 'schedule.block',
  audit: 'group.open',
  body: place.extend({
    /** As the visit type says where it is left out. */
    seats: z.int().min(1).max(200).optional(),
    overrides: overrides.nullable().default(null),
  }),
  reply: z.object({ id, start: instant, end: instant, seats: z.int(), version: z.int() }),
  refusals: { ...placeRefusals, 'not-for-groups': z.object({}) },
})

const elsewhere = z.object({ groupSessionId: id, start: instant, seatsLeft: z.int() })

export const joinGroup = endpoint({
  method: 'POST',
  path: '/api/groups/:groupSessionId/seats',
  summary: 'Book a seat in a group session; it is given back by cancelling the visit',
  access: 'appointment.book',
  audit: 'group.join',
  params: z.object({ groupSessionId: id }),
  body: z.object({
    patientId: id,
    note: text(500).nullable().default(null),
    language: language.optional(),
    /** Somebody who is there already, without an appointment: the lead time asks nothing of them. */
    walkIn: z.boolean().default(false),
    overrides: overrides.nullable().default(null),
  }),
  reply: z.object({ id, seat: z.int(), start: instant, end: instant, version: z.int() }),
  refusals: {
    ...ruleRefusals,
    /** With the next groups of the same kind that have seats. */
    'group-full': z.object({ seats: z.int(), next: z.array(elsewhere) }),
    'group-closed': z.object({ next: z.array(elsewhere) }),
    'already-in-it': z.object({ appointmentId: id }),
    'patient-busy': z.object({ appointmentId: id, start: instant }),
    'patient-deceased': z.object({}),
    'opening-taken': z.object({}),
  },
})

export const closeGroup = endpoint({
  method: 'POST',
  path: '/api/groups/:groupSessionId/close',
  summary: 'Nobody else joins a group session, or it takes people again; who has a seat keeps it',
  access: 'schedule.block',
  audit: 'group.close',
  params: z.object({ groupSessionId: id }),
  body: z.object({ closed: z.boolean(), version: z.int() }),
  reply: z.object({ id, closed: z.boolean(), version: z.int() }),
  refusals: { 'changed-meanwhile': z.object({ version: z.int() }) },
})

export const moveGroup = endpoint({
  method: 'POST',
  path: '/api/groups/:groupSessionId/move',
  summary: 'Move a group session with everybody in it to another time, all of them or none; each is told',
  access: 'schedule.block',
  audit: 'group.move',
  params: z.object({ groupSessionId: id }),
  body: z.object({
    start: instant,
    /** Whoever leads it and where; as they are where they are left out. */
    assignments: place.shape.assignments.optional(),
    reason: text(200),
    version: z.int(),
    overrides: overrides.nullable().default(null),
  }),
  reply: z.object({
    id,
    start: instant,
    end: instant,
    version: z.int(),
    /** How many people moved with it. */
    people: z.int(),
    /** Gaps of chains of which a seat is a part that do not hold any more; the move is made all the same. */
    remarks: z.array(ruleEvaluation).readonly(),
  }),
  refusals: {
    ...placeRefusals,
    'changed-meanwhile': z.object({ version: z.int() }),
    /** It has begun: somebody is here for it, or was. */
    'people-arrived': z.object({ count: z.int() }),
    /** Visits of the group whose people are elsewhere at that time. */
    'people-busy': z.object({ appointmentIds: z.array(id) }),
  },
})

export const removeGroup = endpoint({
  method: 'DELETE',
  path: '/api/groups/:groupSessionId',
  summary: 'Give the time of a group session back in which nobody has a seat',
  access: 'schedule.block',
  audit: 'group.remove',
  params: z.object({ groupSessionId: id }),
  reply: done,
  refusals: { 'seats-booked': z.object({ count: z.int() }) },
})

export const restoreGroup = endpoint({
  method: 'POST',
  path: '/api/groups/:groupSessionId/restore',
  summary: 'A group session that was removed has its people, places and time again',
  access: 'schedule.block',
  audit: 'group.restore',
  params: z.object({ groupSessionId: id }),
  reply: z.object({ id, version: z.int() }),
  refusals: {
    'not-removed': z.object({}),
    /** Somebody else has the time by now. */
    'opening-taken': z.object({}),
    /** A rule says no by now: which, and all that do. */
    'no-longer-possible': z.object({ why: z.string(), ...objections }),
  },
})
