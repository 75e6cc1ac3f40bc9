import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { date, done, id, minute, text } from '../shapes.ts'

/** A dated change to weekly hours. Minutes are wall time at the site of the resource. */
export const exceptionShape = z.object({
  id,
  resourceId: id,
  date,
  startMinute: minute,
  endMinute: minute,
  kind: z.enum(['open', 'closed']),
  reason: z.string(),
})

/** What whoever may not edit schedules reads in place of the reason for which somebody or something is away. */
export const awayReason = 'away'

/** Closed time of one date and resource. */
export const blockShape = z.object({
  id,
  resourceId: id,
  date,
  startMinute: minute,
  endMinute: minute,
  reason: z.string(),
})

export const listDatedHours = endpoint({
  method: 'GET',
  path: '/api/dated-hours',
  summary: 'Exceptions, leave and blocks from a date on, of everybody or of one resource; why, for who edits schedules',
  access: 'practice.read',
  audit: null,
  query: z.object({ from: date, resourceId: id.optional() }),
  reply: z.object({ exceptions: z.array(exceptionShape), blocks: z.array(blockShape) }),
})

export const addException = endpoint({
  method: 'POST',
  path: '/api/exceptions',
  summary: 'Open or close time of a resource on one date',
  access: 'practice.change',
  audit: 'exception.add',
  body: z.object({
    resourceId: id,
    date,
    startMinute: minute,
    endMinute: minute,
    kind: z.enum(['open', 'closed']),
    reason: text(120),
  }),
  reply: exceptionShape,
  refusals: { backwards: z.object({}) },
})

export const addLeave = endpoint({
  method: 'POST',
  path: '/api/leaves',
  summary: 'Somebody is away: closed from a minute of the first date to a minute of the last. Booked visits stay',
  access: 'practice.change',
  audit: 'leave.add',
  body: z.object({
    resourceId: id,
    from: date,
    to: date,
    fromMinute: minute.default(0),
    toMinute: minute.default(1440),
    reason: text(120),
  }),
  /** `visits` counts those that lie within and wait for a new time. */
  reply: z.object({ exceptions: z.array(exceptionShape), visits: z.int() }),
  refusals: { backwards: z.object({}), 'too-long': z.object({}) },
})

export const removeExceptions = endpoint({
  method: 'POST',
  path: '/api/resources/:resourceId/exceptions/remove',
  summary: 'Take dated changes back: the weekly hours hold again',
  access: 'practice.change',
  audit: 'exception.remove',
  params: z.object({ resourceId: id }),
  body: z.object({ exceptionIds: z.array(id).min(1).max(400) }),
  reply: done,
})
