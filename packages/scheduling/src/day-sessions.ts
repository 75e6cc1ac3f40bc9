import { Temporal } from '@foyer/kernel'
import { type Interval, merge, subtract } from './interval.ts'
import type { LocalDay } from './local-day.ts'
import { anchorOf, type HoursException, isValid, type Session, turnOf, type WeeklyHours } from './template.ts'

/** What a session asks for. `key` is the same for sessions that ask for the same. */
type Rules = {
  readonly rules: Session
  readonly key: string
  /** It has no rules at all. */
  readonly isPlain: boolean
  /** It has a capacity or a release, which belong to the session as a whole. */
  readonly counts: boolean
}

/** Part of a session on one date, in minutes since local midnight. `whole` is the session it was cut from. */
export type DayPiece = Interval & Rules & { readonly whole: Interval }

/** The hours of one resource, made ready for asking about many dates. */
export type DaySessions = (day: CivilDay) => readonly DayPiece[]

type CivilDay = Pick<LocalDay, 'date' | 'weekday'>

/** `isSometimes`: not in every week. `turn` is 0 or 1 where the weeks alternate. */
type Ready = Rules & { readonly hours: WeeklyHours; readonly isSometimes: boolean; readonly turn: number | undefined }

const plainKey = keyOf({})
const plain = judged({})
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
  const ordinary = new Map<string, readonly DayPiece[]>()

  return (day) => {
    const { date, weekday } = day
    const changed = changes.get(date)
    const isClosed = closedDates.has(date)
    if (isClosed && !changed) return []
    const all = isClosed ? [] : (byWeekday.get(weekday) ?? [])
    const held = all.some(({ isSometimes }) => isSometimes) ? all.filter((each) => isHeld(each, day)) : all
    if (changed) return piecesOf(held, changed)
    // Most dates are like others: the same entries hold, and nothing is changed.
    const like = held === all ? `${weekday} all` : `${weekday} ${held.map((each) => all.indexOf(each)).join()}`
    const known = ordinary.get(like) ?? piecesOf(held, [])
    ordinary.set(like, known)
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
  const weekday = Temporal.PlainDate.from(date).dayOfWeek
  return merge(daySessions(weekly, exceptions, closedDates)({ date, weekday }))
}

function piecesOf(held: readonly Ready[], changes: readonly HoursException[]): DayPiece[] {
  const breaks = held.filter(({ hours }) => hours.kind === 'break').map(({ hours }) => minutes(hours))
  const closed = changes.filter(({ kind }) => kind === 'closed').map(minutes)
  const pieces: DayPiece[] = []
  const open = held.filter(({ hours }) => hours.kind !== 'break')
  for (const { hours, isSometimes: _, turn: __, ...rules } of open.toSorted(
    (a, b) => a.hours.startMinute - b.hours.startMinute,
  )) {
    const whole = minutes(hours)
    for (const left of subtract([whole], [...breaks, ...closed, ...pieces])) pieces.push({ ...left, ...rules, whole })
  }
  for (const change of changes) {
    if (change.kind !== 'open') continue
    const whole = minutes(change)
    for (const left of subtract([whole], [...closed, ...pieces])) pieces.push({ ...left, ...plain, whole })
  }
  return pieces.sort((a, b) => a.start - b.start)
}

function ready(hours: WeeklyHours): Ready {
  const { everyWeeks, validFrom, validTo } = hours
  const isSometimes = everyWeeks === 2 || validFrom !== undefined || validTo !== undefined
  const turn = everyWeeks === 2 ? turnOf(anchorOf(hours)) : undefined
  return { hours, isSometimes, turn, ...judged(rulesOf(hours)) }
}

/** Days are asked about for many resources; each has its week worked out once. */
const turns = new WeakMap<CivilDay, number>()

function isHeld({ hours, isSometimes, turn }: Ready, day: CivilDay): boolean {
  if (!isSometimes) return true
  if (!isValid(hours, day.date)) return false
  if (turn === undefined) return true
  const known = turns.get(day) ?? turnOf(day.date)
  turns.set(day, known)
  return known === turn
}

function judged(rules: Session): Rules {
  const { capacity, visitTypeIds, releaseMinutes } = rules
  const isPlain = Object.keys(rules).length === 0
  return {
    rules,
    key: isPlain ? plainKey : keyOf(rules),
    isPlain,
    counts: capacity !== undefined || (visitTypeIds !== undefined && releaseMinutes !== undefined),
  }
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
