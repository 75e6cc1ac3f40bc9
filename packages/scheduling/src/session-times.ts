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
  const counting: { readonly found: Found; readonly whole: Whole }[] = []
  let last: { readonly found: Found; readonly key: string; readonly whole: Whole | undefined } | undefined
  for (const day of days) {
    let wholes: Wholes | undefined
    for (const piece of on(day)) {
      const start = instantOf(day, piece.start)
      const end = instantOf(day, piece.end)
      if (start >= end) continue
      if (last && last.found.end === start && last.key === piece.key && (start === day.start || !piece.counts)) {
        last.found.end = end
        if (!last.whole) continue
        last.whole.end = instantOf(day, piece.whole.end)
        wholes = (wholes ?? new Map()).set(piece.whole, last.whole)
        continue
      }
      const next: Found = piece.isPlain ? { start, end } : { start, end, ...piece.rules }
      const whole = piece.counts ? wholeOf(day, piece, (wholes ??= new Map())) : undefined
      if (whole) counting.push({ found: next, whole })
      last = { found: next, key: piece.key, whole }
      found.push(next)
    }
  }
  for (const { found: each, whole } of counting) {
    if (whole.start !== each.start || whole.end !== each.end) each.whole = { start: whole.start, end: whole.end }
  }
  return found
}

type Found = Session & { readonly start: number; end: number; whole?: Interval }
/** One for all pieces of a session, so that what is joined to one of them is known to all. */
type Whole = { readonly start: number; end: number }
type Wholes = Map<Interval, Whole>

function wholeOf(day: LocalDay, { whole: minutes }: DayPiece, wholes: Wholes): Whole {
  const known = wholes.get(minutes)
  if (known) return known
  const whole = { start: instantOf(day, minutes.start), end: instantOf(day, minutes.end) }
  wholes.set(minutes, whole)
  return whole
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
