import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { date, id, instant, minute, text } from '../shapes.ts'

export const blockTime = endpoint({
  method: 'POST',
  path: '/api/blocks',
  summary: 'Close time of resources for a reason: the same minutes of each date from `date` to `to`',
  access: 'schedule.block',
  audit: 'block.add',
  body: z.object({
    resourceIds: z.array(id).min(1).max(200),
    date,
    /** Last date; `date` alone when left out. */
    to: date.optional(),
    /** Wall time at the site of each resource. */
    startMinute: minute,
    endMinute: minute,
    reason: text(120),
    /** Close what is free and leave visits where they are, instead of refusing. */
    aroundVisits: z.boolean().default(false),
  }),
  reply: z.object({ id }),
  refusals: {
    /** `count` visits and kept openings lie there, 0 where the time is closed already. */
    'visits-booked': z.object({
      count: z.int(),
      resources: z.array(z.object({ resourceId: id, count: z.int() })),
    }),
    backwards: z.object({}),
    'too-many-days': z.object({ most: z.int() }),
    'nothing-to-close': z.object({}),
  },
})

/** Time that was opened: from the first to the last of it, whose it is, and the id by which it is closed again as it was. */
const openedTime = z.object({
  openedId: id,
  resourceIds: z.array(id),
  start: instant,
  end: instant,
  reason: z.string(),
})

export const removeBlock = endpoint({
  method: 'DELETE',
  path: '/api/blocks/:blockId',
  summary: 'Open blocked time again, of all resources that were closed together',
  access: 'schedule.block',
  audit: 'block.remove',
  params: z.object({ blockId: id }),
  reply: openedTime,
})

export const openPart = endpoint({
  method: 'POST',
  path: '/api/blocks/:blockId/open',
  summary: 'Open part of blocked time of one resource; what lies before and after stays closed',
  access: 'schedule.block',
  audit: 'block.remove',
  params: z.object({ blockId: id }),
  body: z.object({ resourceId: id, start: instant, end: instant }),
  reply: openedTime,
})

/** A block is moved by at most so many days. */
export const mostBlockDays = 366

export const changeBlock = endpoint({
  method: 'POST',
  path: '/api/blocks/:blockId/change',
  summary: 'Close the same people and places at other times, on other dates, for another reason, or all of it',
  access: 'schedule.block',
  audit: 'block.change',
  params: z.object({ blockId: id }),
  body: z.object({
    /** Wall time at the site of each resource, on each date on which the block closes anything; left out, the times stay. */
    times: z.object({ startMinute: minute, endMinute: minute }).optional(),
    /** So many days later, every date of it; earlier where it is negative. The times of the clock stay. */
    days: z.int().min(-mostBlockDays).max(mostBlockDays).default(0),
    reason: text(120),
    /** Close what is free and leave visits where they are, instead of refusing. */
    aroundVisits: z.boolean().default(false),
  }),
  /** `openedId` remembers how it was: `closeOpened` with `instead` takes the change back. */
  reply: z.object({ id, openedId: id }),
  refusals: {
    'visits-booked': z.object({
      count: z.int(),
      resources: z.array(z.object({ resourceId: id, count: z.int() })),
    }),
    backwards: z.object({}),
    'nothing-to-close': z.object({}),
  },
})

export const moveBlock = endpoint({
  method: 'POST',
  path: '/api/blocks/:blockId/move',
  summary: 'Close one stretch of a block at another time, or of another person or place; the rest of the block stays',
  access: 'schedule.block',
  audit: 'block.change',
  params: z.object({ blockId: id }),
  body: z.object({
    /** The stretch as it is closed. */
    resourceId: id,
    start: instant,
    end: instant,
    to: z.object({ resourceId: id, start: instant, end: instant }),
    /** Close what is free and leave visits where they are, instead of refusing. */
    aroundVisits: z.boolean().default(false),
  }),
  /** `openedId` remembers how it was: `closeOpened` with `instead` takes the change back. */
  reply: z.object({ id, openedId: id }),
  refusals: changeBlock.refusals,
})

export const closeOpened = endpoint({
  method: 'POST',
  path: '/api/opened-times/:openedId/close',
  summary: 'Close time again that was opened, as it was; what is booked there meanwhile stays where it is',
  access: 'schedule.block',
  audit: 'block.add',
  params: z.object({ openedId: id }),
  /** `instead` opens what the block closes by now in the same step: it was changed, and is to be as it was. */
  body: z.object({ instead: z.boolean().default(false) }),
  /** Of the block. */
  reply: z.object({ id }),
  /** All of it is taken by now. */
  refusals: { 'nothing-to-close': z.object({}) },
})
