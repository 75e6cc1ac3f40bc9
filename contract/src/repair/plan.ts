import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { date, id, instant, text } from '../shapes.ts'
import {
  changed,
  messagePreview,
  ofItem,
  ofRepair,
  repairDecision,
  repairLine,
  repairShape,
  takenBack,
} from './shapes.ts'

export const proposeRepair = endpoint({
  method: 'POST',
  path: '/api/repairs',
  summary: 'Resources cannot be there: who is affected, and a whole new plan that moves the fewest people the least',
  access: 'appointment.move',
  audit: 'repair.propose',
  body: z.object({
    /** All that is missing in that time: nothing of it is in the plan. */
    resourceIds: z.array(id).min(1).max(20),
    /** Instants, or dates of the site of the first resource; a date as `until` is included. */
    from: z.union([instant, date]),
    until: z.union([instant, date]),
    reason: text(200),
    /** Only these visits: new hours left them outside. Then the time is not closed, the hours say so already. */
    appointmentIds: z.array(id).min(1).max(200).optional(),
  }),
  reply: repairShape,
  refusals: {
    'dates-backwards': z.object({}),
    'time-past': z.object({}),
    'too-long': z.object({ mostDays: z.int() }),
    'nobody-affected': z.object({ here: z.int() }),
    'too-many-visits': z.object({ most: z.int(), count: z.int() }),
  },
})

export const listRepairs = endpoint({
  method: 'GET',
  path: '/api/repairs',
  summary: 'Repairs of the last weeks, newest first',
  access: 'schedule.read',
  audit: null,
  reply: z.object({ repairs: z.array(repairLine) }),
})

export const readRepair = endpoint({
  method: 'GET',
  path: '/api/repairs/:repairId',
  summary: 'One repair: affected visits, the proposal for each, what was decided, who has answered',
  access: 'schedule.read',
  audit: 'repair.read',
  params: ofRepair,
  reply: repairShape,
})

export const reproposeRepair = endpoint({
  method: 'POST',
  path: '/api/repairs/:repairId/propose',
  summary: 'Plan anew what is open or was overtaken; what was decided stays',
  access: 'appointment.move',
  audit: 'repair.propose',
  params: ofRepair,
  body: z.object({
    version: z.int(),
    /** How urgent visits are, where somebody knows better. */
    urgencies: z
      .array(z.object({ appointmentId: id, urgency: z.int().min(0).max(3) }))
      .max(200)
      .default([]),
  }),
  reply: repairShape,
  refusals: { 'changed-meanwhile': changed, 'time-past': z.object({}), 'taken-back': takenBack },
})

export const decideRepairItem = endpoint({
  method: 'POST',
  path: '/api/repairs/:repairId/items/:appointmentId/decide',
  summary: 'Accept the new place of one visit, keep it as it is, cancel it with a reason, or take that back',
  access: 'appointment.move',
  audit: 'repair.decide',
  params: ofItem,
  body: z.object({
    decision: repairDecision.exclude(['overtaken']),
    reason: text(200).nullable().default(null),
  }),
  reply: repairShape,
  refusals: {
    'no-proposal': z.object({}),
    'already-applied': z.object({}),
    'reason-missing': z.object({}),
    'taken-back': takenBack,
  },
})

export const acceptRepair = endpoint({
  method: 'POST',
  path: '/api/repairs/:repairId/accept',
  summary: 'Accept every proposal that nobody has decided on',
  access: 'appointment.move',
  audit: 'repair.decide',
  params: ofRepair,
  body: z.object({ version: z.int() }),
  reply: repairShape,
  refusals: { 'changed-meanwhile': changed, 'taken-back': takenBack },
})

export const applyRepair = endpoint({
  method: 'POST',
  path: '/api/repairs/:repairId/apply',
  summary: 'Close the time, move and cancel what was decided, each visit for itself, and write to the patients',
  access: 'appointment.move',
  audit: 'repair.apply',
  params: ofRepair,
  body: z.object({ version: z.int() }),
  reply: repairShape.extend({ overtaken: z.int() }),
  refusals: { 'changed-meanwhile': changed, 'nothing-decided': z.object({}), 'taken-back': takenBack },
})

export const takeBackRepair = endpoint({
  method: 'POST',
  path: '/api/repairs/:repairId/take-back',
  summary:
    'Nobody is missing after all: open the time again, give visits back the time they had, and write to the patients',
  access: 'appointment.move',
  audit: 'repair.take-back',
  params: ofRepair,
  body: z.object({
    version: z.int(),
    /** Visits that go back, moved or cancelled ones; the others stay where they are. More can follow later. */
    appointmentIds: z.array(id).max(200),
  }),
  reply: repairShape.extend({
    /** Of those named: how many could not go back. Each says why. */
    stayed: z.int(),
    /** The same of groups that were given to somebody else. */
    groupsStayed: z.int(),
  }),
  refusals: { 'changed-meanwhile': changed },
})

export const noteRepairAnswer = endpoint({
  method: 'POST',
  path: '/api/repairs/:repairId/items/:appointmentId/answer',
  summary: 'The patient was reached by phone',
  access: 'appointment.move',
  audit: 'repair.answer',
  params: ofItem,
  body: z.object({ answer: z.literal('by-phone') }),
  reply: repairShape,
  refusals: { 'not-applied': z.object({}) },
})

export const previewRepairMessages = endpoint({
  method: 'GET',
  path: '/api/repairs/:repairId/messages',
  summary: 'What each patient would read, word by word; the link to answer stands as dots',
  access: 'schedule.read',
  audit: 'repair.read',
  params: ofRepair,
  reply: z.object({
    messages: z.array(messagePreview),
  }),
})
