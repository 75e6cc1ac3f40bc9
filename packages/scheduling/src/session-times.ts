import { type DayPiece, daySessions } from './day-sessions.ts'
import { type Interval, merge } from './interval.ts'
import { instantOf, type LocalDay, localDays, minuteMs } from './local-day.ts'
import type { HoursException, Session, WeeklyHours } from './template.ts'

/**
 * Open time with the rules of its session. Epoch milliseconds. Where a break, a closed time or another session cuts one that
 * counts something, every piece knows the `whole`: capacity counts over it, and the release counts from its start.
 */
export type SessionTime = Interval & Session & { readonly whole?: Interval }

/**
 * When a resource works and what for, on days of its site (in order): sorted and disjoint. What is open on one day stands
 * at `daySessions`; `closedDates` are the holidays of the site.
 *
 * A session over midnight is one when both sides have equal rules. Within a day two that touch become one only when they
 * ask for the same and count nothing (capacity, release). A session inside the hour that spring skips is not there; the
 * first time is meant where autumn has a time twice, so a session over the repeated hour is an hour longer.
 */
export function sessionTimes(
  days: readonly LocalDay[],
  weekly: readonly WeeklyHours[],
  exceptions: readonly HoursException[],
  closedDates?: ReadonlySet<string>,
): SessionTime[] {
  const on = daySessions(weekly, exceptions, closedDates)
  const found: Found[] = []
  for (const day of days) {
    const wholes = new Map<Interval, Whole>()
    for (const piece of on(day.date, day.weekday)) {
      const start = instantOf(day, piece.start)
      const end = instantOf(day, piece.end)
      if (start >= end) continue
      const last = found.at(-1)
      const touches = last?.end === start && last.piece.key === piece.key
      if (last && touches && (start === day.start || countsNothing(piece.rules))) {
        last.end = end
        last.whole.end = instantOf(day, piece.whole.end)
        wholes.set(piece.whole, last.whole)
        continue
      }
      const { whole: minutes } = piece
      const whole = wholes.get(minutes) ?? { start: instantOf(day, minutes.start), end: instantOf(day, minutes.end) }
      wholes.set(minutes, whole)
      found.push({ start, end, piece, whole })
    }
  }
  return found.map(told)
}

/** One for all pieces of a session, so that what is joined to one of them is known to all. */
type Whole = { readonly start: number; end: number }
type Found = { readonly start: number; end: number; readonly piece: DayPiece; readonly whole: Whole }

function countsNothing({ capacity, visitTypeIds, releaseMinutes }: Session): boolean {
  return capacity === undefined && (visitTypeIds === undefined || releaseMinutes === undefined)
}

function told({ start, end, piece, whole }: Found): SessionTime {
  const isCut = whole.start !== start || whole.end !== end
  return { start, end, ...piece.rules, ...(isCut && !countsNothing(piece.rules) && { whole: { ...whole } }) }
}

/** {@link sessionTimes} without rules, merged. `zone` is an IANA name. */
export function openIntervals(
  dates: readonly string[],
  zone: string,
  weekly: readonly WeeklyHours[],
  exceptions: readonly HoursException[],
): Interval[] {
  return openIntervalsOn(localDays(dates, zone), weekly, exceptions)
}

/** {@link openIntervals} for days that are already known; for many resources of one site make the days once. */
export function openIntervalsOn(
  days: readonly LocalDay[],
  weekly: readonly WeeklyHours[],
  exceptions: readonly HoursException[],
  closedDates?: ReadonlySet<string>,
): Interval[] {
  return merge(sessionTimes(days, weekly, exceptions, closedDates))
}

/** The instant from which a reserved session takes every kind; `Infinity` where it never does, `-Infinity` for the others. */
export function releasedAt(session: SessionTime): number {
  if (session.visitTypeIds === undefined) return -Infinity
  if (session.releaseMinutes === undefined) return Infinity
  return (session.whole ?? session).start - session.releaseMinutes * minuteMs
}

/** May a visit of this kind be booked into the session at `now`? A walk-in session is another question. */
export function takes(session: SessionTime, visitTypeId: string, now: number): boolean {
  return session.visitTypeIds?.includes(visitTypeId) !== false || now >= releasedAt(session)
}
