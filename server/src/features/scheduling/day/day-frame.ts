import type { Reply, scheduling } from '@foyer/contract'
import type { Interval, SessionTime } from '@foyer/scheduling'
import type { Practice } from '../../practice/index.ts'
import { instantOfMs } from '../instants.ts'
import { holidayOn, hoursOf, type SessionHours, sessionsAround, sessionsOf } from '../hours.ts'
import { siteDay } from '../site-days.ts'
import { sessionReply } from './present-session.ts'

type ResourceReply = Reply<typeof scheduling.readDay>['resources'][number]
type SessionReply = ResourceReply['sessions'][number]

/** Open time and how many visits fit into it side by side. */
export interface OpenLanes extends Interval {
  readonly lanes: number
}

export interface FrameResource {
  readonly open: readonly OpenLanes[]
  /** Milliseconds of all lanes together. */
  readonly openMs: number
  readonly reply: Omit<ResourceReply, 'bookedPercent'>
}

/** What of a day does not depend on bookings. `start` and `end` are epoch milliseconds. */
export interface DayFrame extends Interval {
  readonly siteId: string
  readonly date: string
  readonly timeZone: string
  readonly holiday: string | null
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
    .map(({ id, kind, name, specialty, lanes }): FrameResource => {
      const sessions = sessionsOf(practice, id, date)
      const around = sessionsAround(practice, id, day.start)
      const open = sessions
        .filter((session) => session.kind === 'open')
        .map(({ start, end, rules }) => ({ start, end, lanes: rules.lanes ?? lanes }))
      return {
        open,
        openMs: open.reduce((sum, one) => sum + (one.end - one.start) * one.lanes, 0),
        reply: {
          id,
          kind,
          name,
          specialty,
          lanes,
          open: hoursOf(practice, id, date).map(({ start, end, startMinute, endMinute }) => ({
            start: instantOfMs(start),
            end: instantOfMs(end),
            startMinute,
            endMinute,
          })),
          sessions: sessions.map((session) => sessionOn(session, around, lanes)),
        },
      }
    })
  return {
    start: day.start,
    end: day.end,
    siteId,
    date,
    timeZone,
    holiday: holidayOn(practice, siteId, date),
    resourceIds: resources.map(({ reply }) => reply.id),
    resources,
    byId: new Map(resources.map((resource) => [resource.reply.id, resource])),
  }
}

function sessionOn(session: SessionHours, around: readonly SessionTime[], lanes: number): SessionReply {
  const { rules, start, end, wholeStart } = session
  // One that goes over midnight is counted as one.
  const joined = around.find((one) => one.start <= start && start < one.end)
  const whole = joined?.whole ?? joined ?? { start, end }
  return {
    start: instantOfMs(start),
    end: instantOfMs(end),
    startMinute: session.startMinute,
    endMinute: session.endMinute,
    kind: session.kind,
    label: rules.label ?? null,
    ...sessionReply(rules, rules.capacity === undefined ? { start: wholeStart, end } : whole, lanes),
  }
}
