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
  reply: resourceShape,
  refusals: hoursRefusals,
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
  }),
  refusals: hoursRefusals,
})
