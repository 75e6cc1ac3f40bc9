import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { date, id, instant } from '../shapes.ts'
import { sessionRules } from './day.ts'

const time = { start: instant, end: instant }

export const readMoving = endpoint({
  method: 'GET',
  path: '/api/appointments/:appointmentId/moving/:date',
  summary:
    'What a day of its site does not say about a visit that would be moved there: its people elsewhere, its patient',
  access: 'appointment.move',
  audit: 'appointment.moving',
  params: z.object({ appointmentId: id, date }),
  reply: z.object({
    appointmentId: id,
    date,
    /** As far as the visit type asks; null where it asks nothing, or the record is closed to the reader. */
    patient: z
      .object({
        sex: z.string().nullable(),
        payerIds: z.array(id).nullable(),
        visits: z.array(z.object({ visitTypeId: id, date })).nullable(),
      })
      .nullable(),
    /** The patient's other visits around that day: when, and no more. */
    elsewhere: z.array(z.object(time)),
    /** Whoever and whatever the visit has now. Why time is taken is not told. */
    resources: z.array(
      z.object({
        id,
        lanes: z.int(),
        sessions: z.array(z.object({ ...time, ...sessionRules })),
        /** `of`: the visit, group or hold; null where the time is closed. */
        taken: z.array(z.object({ ...time, lane: z.int(), of: id.nullable() })),
      }),
    ),
  }),
})
