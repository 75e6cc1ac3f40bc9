import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { done, id, instant, text } from './shapes.ts'

const feedShape = z.object({
  id,
  name: z.string(),
  resourceId: id,
  /** Whose it is; null for a feed of the practice itself. */
  staffName: z.string().nullable(),
  isMine: z.boolean(),
  /** Whether names of patients are in it. */
  withPatients: z.boolean(),
  createdAt: instant,
  lastReadAt: instant.nullable(),
  can: z.object({ end: z.boolean(), allowPatients: z.boolean() }),
})

/** The private address, shown once: only its hash is kept. */
const withAddress = feedShape.extend({ path: z.string() })

export const listFeeds = endpoint({
  method: 'GET',
  path: '/api/calendar-feeds',
  summary: "One's own calendar feeds; for a manager those of everybody",
  access: 'schedule.read',
  audit: null,
  reply: z.object({ feeds: z.array(feedShape), can: z.object({ share: z.boolean(), allowPatients: z.boolean() }) }),
})

export const makeFeed = endpoint({
  method: 'POST',
  path: '/api/calendar-feeds',
  summary: 'A private calendar address for a resource; shown once',
  access: 'schedule.read',
  audit: 'feed.make',
  body: z.object({
    resourceId: id,
    name: text(80),
    /** Needs somebody who may change the practice. */
    withPatients: z.boolean().default(false),
    /** A feed of the practice, which stays when somebody leaves; needs somebody who may change the practice. */
    shared: z.boolean().default(false),
  }),
  reply: withAddress,
  refusals: {
    'patients-not-allowed': z.object({}),
    'sharing-not-allowed': z.object({}),
    'too-many-feeds': z.object({ most: z.int() }),
  },
})

export const rotateFeed = endpoint({
  method: 'POST',
  path: '/api/calendar-feeds/:feedId/rotate',
  summary: 'A new address for a feed; the old one ends at once',
  access: 'schedule.read',
  audit: 'feed.rotate',
  params: z.object({ feedId: id }),
  reply: withAddress,
})

export const changeFeed = endpoint({
  method: 'PUT',
  path: '/api/calendar-feeds/:feedId',
  summary: 'Allow names of patients in a feed, or not any more',
  access: 'practice.change',
  audit: 'feed.change',
  params: z.object({ feedId: id }),
  body: z.object({ withPatients: z.boolean() }),
  reply: feedShape,
})

export const endFeed = endpoint({
  method: 'DELETE',
  path: '/api/calendar-feeds/:feedId',
  summary: 'End a feed; its address answers no more',
  access: 'schedule.read',
  audit: 'feed.end',
  params: z.object({ feedId: id }),
  reply: done,
})

export const readFeed = endpoint({
  method: 'GET',
  path: '/api/feeds/:file',
  summary: 'The calendar of a feed (RFC 5545) for whoever knows its address: 30 days back, 180 days ahead',
  access: 'public',
  audit: 'feed.read',
  /** `<organization>.<token>.ics` */
  params: z.object({ file: z.string().max(200) }),
  media: 'text/calendar; charset=utf-8',
  reply: z.unknown(),
})
