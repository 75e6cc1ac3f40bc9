import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { date, id } from './shapes.ts'

/** Most days on one print: a week. */
export const mostPrintDays = 7
export const mostPrintPages = 120

export const printSchedule = endpoint({
  method: 'GET',
  path: '/api/sites/:siteId/print',
  summary: 'Days or a week of clinicians, rooms, devices and interpreters on paper (PDF)',
  access: 'schedule.read',
  audit: 'schedule.print',
  params: z.object({ siteId: id }),
  query: z.object({
    from: date,
    to: date,
    /** Ids with commas between; every resource of the site that has something on its day when left out. */
    resourceIds: z
      .string()
      .max(8000)
      .regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36})*$/)
      .optional(),
    /** A page for each day, or one with the days side by side. */
    layout: z.enum(['day', 'week']).default('day'),
    /** `1`: names and birth dates of patients are on it. */
    withPatients: z.enum(['0', '1']).default('0'),
    language: z.enum(['en', 'es']).default('en'),
  }),
  media: 'application/pdf',
  reply: z.unknown(),
  refusals: {
    'dates-backwards': z.object({}),
    'too-many-days': z.object({ most: z.int() }),
    'too-many-pages': z.object({ most: z.int() }),
    'nothing-to-print': z.object({}),
  },
})
