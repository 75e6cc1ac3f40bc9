import {
  daySessions,
  hoursOn,
  instantOf,
  type Interval,
  type LocalDay,
  merge,
  type Session,
  type SessionTime,
  sessionTimes,
} from '@foyer/scheduling'
import { closedDates, type Practice, type PracticeResource, type Site } from '../practice/index.ts'
import { dayAround, siteDay } from './site-days.ts'

/** Hours of a resource on one day, as minutes of the wall clock and as instants. */
export interface Hours extends Interval {
  readonly startMinute: number
  readonly endMinute: number
}

/** A stretch of one date and what it is for. */
export interface SessionHours extends Hours {
  readonly kind: 'open' | 'break'
  readonly rules: Session
  /** When the session it was cut from begins, from which its release is counted. */
  readonly wholeStart: number
}

/** What one resource works on one date. */
interface WorkingDay {
  readonly sessions: readonly SessionHours[]
  readonly hours: readonly Hours[]
  /** Of the day and the two beside it, for what goes over midnight. */
  readonly around: readonly SessionTime[]
}

interface Book {
  readonly days: Map<string, WorkingDay>
  readonly sessions: Map<string, ReturnType<typeof daySessions>>
}

/** Kept as long as the practice is: hours change only with it. */
const books = new WeakMap<Practice, Book>()
const mostDays = 50_000
const nothing: WorkingDay = { sessions: [], hours: [], around: [] }

function bookOf(practice: Practice): Book {
  const before = books.get(practice)
  if (before) return before
  const book: Book = { days: new Map(), sessions: new Map() }
  books.set(practice, book)
  return book
}

/** Name of the holiday on which a site is closed. */
export function holidayOn(practice: Practice, siteId: string, date: string): string | null {
  if (!closedDates(practice, siteId).has(date)) return null
  const those = practice.holidays.filter((one) => one.date === date)
  return those.find((one) => one.siteId === null || one.siteId === siteId)?.name ?? null
}

/** Dates are those of the resource's own site. */
function workingDay(practice: Practice, resourceId: string, date: string): WorkingDay {
  const { days } = bookOf(practice)
  const key = `${resourceId}${date}`
  const before = days.get(key)
  if (before) return before
  const resource = practice.resources.get(resourceId)
  const site = resource && practice.sites.get(resource.siteId)
  const made = site ? workOut(practice, resource, site, siteDay(date, site.timeZone)) : nothing
  if (days.size >= mostDays) days.clear()
  days.set(key, made)
  return made
}

/** When a resource works on a date, whatever for. */
export function hoursOf(practice: Practice, resourceId: string, date: string): readonly Hours[] {
  return workingDay(practice, resourceId, date).hours
}

/** The same with what each stretch is for, breaks among them, sorted by their start. */
export function sessionsOf(practice: Practice, resourceId: string, date: string): readonly SessionHours[] {
  return workingDay(practice, resourceId, date).sessions
}

function workOut(practice: Practice, resource: PracticeResource, site: Site, day: LocalDay): WorkingDay {
  const closed = closedDates(practice, site.id)
  const { sessions: known } = bookOf(practice)
  const on = known.get(resource.id) ?? daySessions(resource.hours, resource.exceptions, closed)
  known.set(resource.id, on)
  const at = (start: number, end: number): Hours => ({
    start: instantOf(day, start),
    end: instantOf(day, end),
    startMinute: start,
    endMinute: end,
  })
  const pieces = on(day)
  const open = pieces.map(
    ({ start, end, rules, whole }): SessionHours => ({
      ...at(start, end),
      kind: 'open',
      rules,
      wholeStart: instantOf(day, whole.start),
    }),
  )
  const breaks = resource.hours
    .filter(({ kind }) => kind === 'break' && !closed.has(day.date))
    .flatMap((one) =>
      hoursOn(day.date, [{ ...one, kind: 'open' }], []).map(({ start, end }): SessionHours => {
        const hours = at(start, end)
        return { ...hours, kind: 'break', rules: one, wholeStart: hours.start }
      }),
    )
  const { start: before } = dayAround(day.start - 1, site.timeZone)
  const near = [dayAround(before, site.timeZone), day, dayAround(day.end, site.timeZone)]
  return {
    sessions: lasting([...open, ...breaks]).toSorted((a, b) => a.start - b.start),
    hours: lasting(merge(pieces).map(({ start, end }) => at(start, end))),
    around: sessionTimes(near, resource.hours, resource.exceptions, closed),
  }
}

/** Hours inside the hour that spring skips are not there. */
function lasting<T extends Interval>(hours: readonly T[]): T[] {
  return hours.filter(({ start, end }) => start < end)
}

/** When a resource works around an instant, and what for: the day of its own site and the two beside it. */
export function sessionsAround(practice: Practice, resourceId: string, ms: number): readonly SessionTime[] {
  const resource = practice.resources.get(resourceId)
  const site = resource && practice.sites.get(resource.siteId)
  return site ? workingDay(practice, resourceId, dayAround(ms, site.timeZone).date).around : []
}

/** Its sessions from the day of one instant to the day of another, in the zone of its own site. */
export function sessionsBetween(practice: Practice, resourceId: string, from: number, to: number): SessionTime[] {
  const resource = practice.resources.get(resourceId)
  const site = resource && practice.sites.get(resource.siteId)
  if (!site) return []
  const days: LocalDay[] = []
  for (let day = dayAround(from, site.timeZone); ; day = dayAround(day.end, site.timeZone)) {
    days.push(day)
    if (day.end >= to) break
  }
  return sessionTimes(days, resource.hours, resource.exceptions, closedDates(practice, site.id))
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
