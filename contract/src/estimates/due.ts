import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { date, id, instant, patientLine } from '../shapes.ts'

export const listDueEstimates = endpoint({
  method: 'GET',
  path: '/api/estimates/due',
  summary: 'Estimates that have to be made or given, the first due before the others',
  access: 'patient.read',
  audit: 'estimate.due',
  auditOnlyPatients: true,
  query: z.object({ siteId: id.optional() }),
  reply: z.object({
    estimates: z.array(
      z.object({
        id,
        kind: z.enum(['insured', 'good-faith']),
        /** Made is not given: the day by which it is due is that by which the person has it. */
        state: z.enum(['wanted', 'made']),
        patient: patientLine,
        appointmentId: id.nullable(),
        /** Of the visit; null: none is booked. */
        start: instant.nullable(),
        serviceDate: date.nullable(),
        visitTypeId: id,
        siteId: id,
        siteName: z.string(),
        timeZone: z.string(),
        cause: z.enum(['booked', 'requested', 'changed', 'prices', 'by-hand']),
        causedOn: date,
        dueOn: date.nullable(),
        isOverdue: z.boolean(),
        /** Due on the day that it is at the site. */
        isDueToday: z.boolean(),
      }),
    ),
    can: z.object({ make: z.boolean() }),
  }),
})
