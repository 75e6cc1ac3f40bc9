import { Temporal } from '@foyer/kernel'
import { type Interval, merge, subtract } from './interval.ts'
import { holdsOn, type HoursException, type Session, type WeeklyHours } from './template.ts'

/** Part of a session on one date, in minutes since local midnight. `whole` is the session it was cut from. */
export type DayPiece = Interval & { readonly rules: Session; readonly key: string; readonly whole: Interval }

/** The hours of one resource, made ready for asking about many dates. */
export type DaySessions = (date: string, weekday: number) => readonly DayPiece[]

type Ready = { readonly hours: WeeklyHours; readonly rules: Session; readonly key: string }

const plain: Session = {}
const plainKey = keyOf(plain)
const neverClosed: ReadonlySet<string> = new Set()

/**
 * What is open on a date, sorted and disjoint:
 *
 * 1. The weekly sessions that hold on the date, less the breaks of that date. None of them on a closed date (a holiday).
 * 2. What an exception opens is a session without rules. It opens over a break and on a closed date too, but leaves a
 *    session that works anyway as it is.
 * 3. Less what an exception closes: time closed for a reason is never offered because somebody else added hours.
 *
 * Two sessions should not overlap (`templateProblems`); where they do, the one that begins first keeps the time, of two
 * that begin together the one listed first.
 */
export function daySessions(
  weekly: readonly WeeklyHours[],
  exceptions: readonly HoursException[],
  closedDates: ReadonlySet<string> = neverClosed,
): DaySessions {
  const byWeekday = Map.groupBy(weekly.map(ready), ({ hours }) => hours.weekday as number)
  const changes = Map.groupBy(exceptions, ({ date }) => date)
  const ordinary = new Map<number, readonly DayPiece[]>()

  return (date, weekday) => {
    const changed = changes.get(date)
    const isClosed = closedDates.has(date)
    const all = byWeekday.get(weekday) ?? []
    if (changed || isClosed || all.some(({ hours }) => isSometimes(hours))) {
      const held = isClosed ? [] : all.filter(({ hours }) => holdsOn(hours, date, weekday))
      return piecesOf(held, changed ?? [])
    }
    const known = ordinary.get(weekday) ?? piecesOf(all, [])
    ordinary.set(weekday, known)
    return known
  }
}

/** {@link daySessions} of one date as merged minutes, for who asks only whether somebody works. */
export function hoursOn(
  date: string,
  weekly: readonly WeeklyHours[],
  exceptions: readonly HoursException[],
  closedDates?: ReadonlySet<string>,
): Interval[] {
  const { dayOfWeek } = Temporal.PlainDate.from(date)
  return merge(daySessions(weekly, exceptions, closedDates)(date, dayOfWeek))
}

function piecesOf(held: readonly Ready[], changes: readonly HoursException[]): DayPiece[] {
  const breaks = held.filter(({ hours }) => hours.kind === 'break').map(({ hours }) => minutes(hours))
  const closed = changes.filter(({ kind }) => kind === 'closed').map(minutes)
  const pieces: DayPiece[] = []
  const open = held.filter(({ hours }) => hours.kind !== 'break')
  for (const { hours, rules, key } of open.toSorted((a, b) => a.hours.startMinute - b.hours.startMinute)) {
    const whole = minutes(hours)
    for (const left of subtract([whole], [...breaks, ...closed, ...pieces])) pieces.push({ ...left, rules, key, whole })
  }
  for (const change of changes) {
    if (change.kind !== 'open') continue
    const whole = minutes(change)
    for (const left of subtract([whole], [...closed, ...pieces])) {
      pieces.push({ ...left, rules: plain, key: plainKey, whole })
    }
  }
  return pieces.sort((a, b) => a.start - b.start)
}

function isSometimes({ everyWeeks, validFrom, validTo }: WeeklyHours): boolean {
  return everyWeeks === 2 || validFrom !== undefined || validTo !== undefined
}

function ready(hours: WeeklyHours): Ready {
  const rules = rulesOf(hours)
  return { hours, rules, key: keyOf(rules) }
}

function rulesOf(hours: WeeklyHours): Session {
  const { weekday: _, startMinute: __, endMinute: ___, everyWeeks: ____, anchor: _a, validFrom: _f, ...rest } = hours
  const { validTo: _t, kind: _k, ...rules } = rest
  return rules
}

/** Equal for sessions of equal rules. */
function keyOf(rules: Session): string {
  const { label, visitTypeIds, releaseMinutes, capacity, lanes, overbook = 0, gridMinutes, walkIn = false } = rules
  const kinds = visitTypeIds?.toSorted()
  return JSON.stringify([label, kinds, kinds && releaseMinutes, capacity, lanes, overbook, gridMinutes, walkIn])
}

function minutes(hours: { startMinute: number; endMinute: number }): Interval {
  return { start: hours.startMinute, end: hours.endMinute }
}
