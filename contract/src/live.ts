import { z } from 'zod'
import { endpoint } from './endpoint.ts'

/** What a signed-in browser is told when something changed: ids only, it asks again for what it shows. */
export const liveEvent = z.object({
  type: z.string(),
  id: z.string().nullable(),
  patientId: z.string().nullable(),
  siteId: z.string().nullable(),
  date: z.string().nullable(),
})
export type LiveEvent = z.output<typeof liveEvent>

export const openLive = endpoint({
  method: 'GET',
  path: '/api/live',
  summary: 'One stream of changes per browser (server-sent events)',
  access: 'locked',
  audit: null,
  media: 'text/event-stream',
  reply: z.unknown(),
})
