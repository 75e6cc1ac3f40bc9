import type { Reply, scheduling } from '@foyer/contract'
import type { Interval } from '@foyer/scheduling'
import type { Practice } from '../../practice/index.ts'
import { instantOfMs } from '../instants.ts'
import { hoursOf, siteDay } from '../site-days.ts'

type ResourceReply = Reply<typeof scheduling.readDay>['resources'][number]

export interface FrameResource {
  readonly hours: readonly Interval[]
  readonly openMs: number
  readonly reply: Omit<ResourceReply, 'bookedPercent'>
}

/** What of a day does not depend on bookings. `start` and `end` are epoch milliseconds. */
export interface DayFrame extends Interval {
  readonly siteId: string
  readonly date: string
  readonly timeZone: string
  readonly resourceIds: readonly string[]
  readonly resources: readonly FrameResource[]
  readonly byId: ReadonlyMap<string, FrameResource>
}

const frames = new WeakMap<Practice, Map<string, DayFrame>>()
const mostFrames = 500

/** Worked out once for as long as the practice is not changed; null when it has no such site. */
export function dayFrame(practice: Practice, siteId: string, date: string): DayFrame | null {
  const known = frames.get(practice) ?? new Map<string, DayFrame>()
  if (!frames.has(practice)) frames.set(practice, known)
  const key = `${siteId}${date}`
  const before = known.get(key)
  if (before) return before
  const site = practice.sites.get(siteId)
  if (!site) return null
  const frame = workOut(practice, siteId, site.timeZone, date)
  if (known.size >= mostFrames) known.clear()
  known.set(key, frame)
  return frame
}

function workOut(practice: Practice, siteId: string, timeZone: string, date: string): DayFrame {
  const day = siteDay(date, timeZone)
  const resources = [...practice.resources.values()]
    .filter((resource) => resource.siteId === siteId && resource.active)
    .map(({ id, kind, name, specialty }): FrameResource => {
      const hours = hoursOf(practice, id, date)
      const open = hours.map(({ start, end, startMinute, endMinute }) => ({
        start: instantOfMs(start),
        end: instantOfMs(end),
        startMinute,
        endMinute,
      }))
      const openMs = hours.reduce((sum, { start, end }) => sum + end - start, 0)
      return { hours, openMs, reply: { id, kind, name, specialty, open } }
    })
  return {
    start: day.start,
    end: day.end,
    siteId,
    date,
    timeZone,
    resourceIds: resources.map(({ reply }) => reply.id),
    resources,
    byId: new Map(resources.map((resource) => [resource.reply.id, resource])),
  }
}
