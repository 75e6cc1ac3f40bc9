import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { date, id, instant, minute, patientLine, roleName } from '../shapes.ts'
import { hoursRefusals, weeklyHours } from './hours.ts'
import { resourceShape } from './resource.ts'

const body = z.object({
  /** First date on which the new hours hold; the hours until the day before stay as they were. */
  from: date,
  hours: z.array(weeklyHours).max(100),
})

export const changeTemplate = endpoint({
  method: 'PUT',
  path: '/api/resources/:resourceId/template',
  summary: 'New weekly hours from a date on; the past keeps its own',
  access: 'practice.change',
  audit: 'template.change',
  params: z.object({ resourceId: id }),
  body,
  reply: resourceShape.extend({
    /** All its weekly hours as they were, and as they are now: what taking the change back asks for. */
    before: z.array(weeklyHours),
    after: z.array(weeklyHours),
  }),
  refusals: hoursRefusals,
})

const allHours = z.array(weeklyHours).max(1000)

export const restoreTemplate = endpoint({
  method: 'PUT',
  path: '/api/resources/:resourceId/template/before',
  summary: 'Take a change of the weekly hours back, where nothing depends on it since',
  access: 'practice.change',
  audit: 'template.restore',
  params: z.object({ resourceId: id }),
  /** As changing the template answered them. */
  body: z.object({ before: allHours, after: allHours }),
  reply: resourceShape,
  refusals: {
    ...hoursRefusals,
    /** Somebody changed the hours once more. */
    'hours-changed': z.object({}),
    /** So many visits, groups and kept openings lie in time that only the new hours have. */
    'visits-booked': z.object({ count: z.int() }),
  },
})

const stretch = z.object({ startMinute: minute, endMinute: minute })

export const previewTemplate = endpoint({
  method: 'POST',
  path: '/api/resources/:resourceId/template/preview',
  summary: 'What new weekly hours would mean on real dates, and which booked visits would fall outside',
  access: 'practice.change',
  audit: 'template.preview',
  auditOnlyPatients: true,
  writes: false,
  params: z.object({ resourceId: id }),
  body: body.extend({ weeks: z.int().min(1).max(8).default(4) }),
  reply: z.object({
    timeZone: z.string(),
    days: z.array(
      z.object({
        date,
        holiday: z.string().nullable(),
        /** Reasons of exceptions of the date. */
        exceptions: z.array(z.string()),
        /** The clock changes: it goes forward or back. */
        clock: z.enum(['forward', 'back']).nullable(),
        /** What is open with the new hours, with the name of its session. */
        open: z.array(stretch.extend({ label: z.string().nullable(), reserved: z.boolean(), walkIn: z.boolean() })),
        gained: z.array(stretch),
        lost: z.array(stretch),
      }),
    ),
    gainedMinutes: z.int(),
    lostMinutes: z.int(),
    /** Booked from `from` on, however far ahead: earliest first. */
    outside: z.array(
      z.object({
        appointmentId: id,
        patient: patientLine,
        visitTypeId: id,
        role: roleName,
        start: instant,
        end: instant,
        why: z.enum(['outside-hours', 'session-reserved', 'walk-in-only']),
      }),
    ),
    /** All of them; only the first 200 are listed. */
    outsideCount: z.int(),
    /** All of them by the date on which they begin: what a repair of that date is asked for with. */
    outsideDates: z.array(z.object({ date, from: instant, until: instant, appointmentIds: z.array(id) })),
  }),
  refusals: hoursRefusals,
})
