import {
  hoursOn,
  instantOf,
  type Interval,
  type LocalDay,
  localDays,
  merge,
  type Session,
  subtract,
} from '@foyer/scheduling'
import type { Practice } from '../practice/index.ts'
import { Temporal } from '@foyer/kernel'
import { Problem } from '../../platform/http/problem.ts'

const dayMs = 86_400_000
const mostDays = 5000
/** 2100-01-01: nobody plans beyond. */
const farthestMs = 4_102_444_800_000

/** Civil days by zone and date. They depend on nothing but the zone's rules and are asked for again and again. */
const knownDays = new Map<string, LocalDay>()

export function siteDay(date: string, zone: string): LocalDay {
  const key = `${zone} ${date}`
  const known = knownDays.get(key)
  if (known) return known
  const [day] = localDays([date], zone)
  if (!day) throw new Error('a date has a day')
  if (knownDays.size >= mostDays) knownDays.clear()
  knownDays.set(key, day)
  return day
}

/** Days from one civil date to another; negative when the other is earlier. */
export function daysBetweenDates(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days
}

/** By zone and day number of UTC: the civil days of the zone that touch it. */
const byUtcDay = new Map<string, Map<number, readonly LocalDay[]>>()

/** The civil day of `zone` in which an instant lies. */
export function dayAround(ms: number, zone: string): LocalDay {
  if (!(ms > 0 && ms < farthestMs))
    throw new Problem('not-understood', [{ pointer: '/body', detail: 'the time lies too far away' }])
  const utcDay = Math.floor(ms / dayMs)
  const days = byUtcDay.get(zone) ?? new Map<number, readonly LocalDay[]>()
  byUtcDay.set(zone, days)
  const near = days.get(utcDay) ?? daysTouching(utcDay, zone)
  if (days.size >= mostDays) days.clear()
  days.set(utcDay, near)
  const day = near.find(({ start, end }) => start <= ms && ms < end)
  if (!day) throw new Error('civil days of a zone leave no gap')
  return day
}

/** No zone is further than a day from UTC. */
function daysTouching(utcDay: number, zone: string): LocalDay[] {
  return [-1, 0, 1].map((shift) => siteDay(new Date((utcDay + shift) * dayMs).toISOString().slice(0, 10), zone))
}

/** Hours of a resource on one day, as minutes of the wall clock and as instants. */
export interface Hours extends Interval {
  readonly startMinute: number
  readonly endMinute: number
}

/** A stretch of one date and what it is for; `rules` is null for time that a dated exception opened. */
export interface SessionHours extends Hours {
  readonly kind: 'open' | 'break'
  readonly rules: Session | null
  /** When the session it belongs to begins, from which its release is counted. */
  readonly wholeStart: number
}

interface Known {
  readonly sessions: readonly SessionHours[]
  readonly hours: readonly Hours[]
}

type HoursBook = Map<string, Known>
const books = new WeakMap<Practice, HoursBook>()
const mostHours = 50_000
const nothing: Known = { sessions: [], hours: [] }

/** Kept as long as the practice is: hours change only with it. Dates are those of the resource's own site. */
function known(practice: Practice, resourceId: string, date: string): Known {
  const book = books.get(practice) ?? new Map<string, Known>()
  if (!books.has(practice)) books.set(practice, book)
  const key = `${resourceId}${date}`
  const before = book.get(key)
  if (before) return before
  const made = workOut(practice, resourceId, date)
  if (book.size >= mostHours) book.clear()
  book.set(key, made)
  return made
}

/** When a resource works on a date, whatever for. */
export function hoursOf(practice: Practice, resourceId: string, date: string): readonly Hours[] {
  return known(practice, resourceId, date).hours
}

/** The same with what each stretch is for, breaks among them, sorted by their start. */
export function sessionsOf(practice: Practice, resourceId: string, date: string): readonly SessionHours[] {
  return known(practice, resourceId, date).sessions
}

/** Name of the holiday on which a site is closed. */
export function holidayOn(practice: Practice, siteId: string, date: string): string | null {
  const closed = practice.holidays.find((one) => one.date === date && (one.siteId === null || one.siteId === siteId))
  return closed?.name ?? null
}

function workOut(practice: Practice, resourceId: string, date: string): Known {
  const resource = practice.resources.get(resourceId)
  const site = resource && practice.sites.get(resource.siteId)
  if (!resource || !site) return nothing
  const day = siteDay(date, site.timeZone)
  const isHoliday = holidayOn(practice, site.id, date) !== null
  const weekly = isHoliday ? [] : resource.hours
  const breaks = weekly.filter(({ kind }) => kind === 'break')
  const closed = resource.exceptions.filter((one) => one.date === date && one.kind === 'closed')
  const pause = breaks.flatMap((one) => hoursOn(date, [{ ...one, kind: 'open' }], []))
  const away = pause.map(({ start, end }) => ({ date, startMinute: start, endMinute: end, kind: 'closed' as const }))
  const at = (start: number, end: number): Hours => ({
    start: instantOf(day, start),
    end: instantOf(day, end),
    startMinute: start,
    endMinute: end,
  })
  const sessions: SessionHours[] = []
  for (const one of weekly) {
    const isBreak = one.kind === 'break'
    const pieces = hoursOn(date, [{ ...one, kind: 'open' }], isBreak ? closed : [...closed, ...away])
    const wholeStart = instantOf(day, one.startMinute)
    for (const { start, end } of pieces)
      sessions.push({ ...at(start, end), kind: isBreak ? 'break' : 'open', rules: one, wholeStart })
  }
  const taken = sessions.map((one) => ({ start: one.startMinute, end: one.endMinute }))
  const added = resource.exceptions.filter((one) => one.date === date && one.kind === 'open')
  for (const { start, end } of subtract(hoursOn(date, [], [...added, ...closed]), taken))
    sessions.push({ ...at(start, end), kind: 'open', rules: null, wholeStart: instantOf(day, start) })
  const lasting = sessions.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start)
  const open = lasting.filter(({ kind }) => kind === 'open')
  const hours = merge(open.map((one) => ({ start: one.startMinute, end: one.endMinute }))).map(({ start, end }) =>
    at(start, end),
  )
  return { sessions: lasting, hours: hours.filter(({ start, end }) => start < end) }
}

/** When a resource works from the day of one instant to the day of another, in the zone of its own site. */
export function openBetween(practice: Practice, resourceId: string, from: number, to: number): Interval[] {
  const resource = practice.resources.get(resourceId)
  const site = resource && practice.sites.get(resource.siteId)
  if (!site) return []
  const open: Interval[] = []
  for (let day = dayAround(from, site.timeZone); ; day = dayAround(day.end, site.timeZone)) {
    open.push(...hoursOf(practice, resourceId, day.date))
    if (day.end >= to) return merge(open)
  }
}
