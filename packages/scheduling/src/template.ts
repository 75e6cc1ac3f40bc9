import { Temporal } from '@foyer/kernel'
import { type Interval, merge, subtract } from './interval.ts'
import { instantOf, type LocalDay, localDays } from './local-day.ts'

/**
 * What a stretch of working time is for. Without any of these it is open to every kind of visit that fits.
 *
 * A reserved session takes only the kinds it names, until `releaseMinutes` before the session starts; from then on it takes
 * every kind. A session for walk-ins is never offered to somebody who books ahead.
 */
export type Session = {
  /** `break` is closed time with a name (lunch); `open` when absent. */
  readonly kind?: 'open' | 'break'
  readonly label?: string
  /** Only these kinds of visits; absent means any. */
  readonly visitTypeIds?: readonly string[]
  readonly releaseMinutes?: number
  /** Most visits that may begin in it, over all lanes. */
  readonly capacity?: number
  /** Visits side by side in it; absent means as many as the resource bears. */
  readonly lanes?: number
  /** How many more may be booked over them by somebody with the right and a reason; 0 when absent. */
  readonly overbook?: number
  /** Starts at multiples of this from local midnight; absent means as the visit type says. */
  readonly gridMinutes?: number
  readonly walkIn?: boolean
}

/**
 * Hours that come back every week. Minutes are wall time since midnight in the zone of the site; `endMinute` is not
 * included and may be 1440. A shift over midnight is two entries: the evening until 1440 and the next day from 0.
 */
export type WeeklyHours = Session & {
  /** ISO 8601: Monday is 1, Sunday is 7. */
  readonly weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7
  readonly startMinute: number
  readonly endMinute: number
  /** 2 means every other week, counted from the week (Monday to Sunday) of `anchor`. */
  readonly everyWeeks?: 1 | 2
  /** Any date of a week in which the hours hold; without one `validFrom`, else the first week of 1970. */
  readonly anchor?: string
  /** First date on which the hours hold. */
  readonly validFrom?: string
  /** Last date on which the hours hold. */
  readonly validTo?: string
}

/** A dated change to the weekly hours: time added, or time closed for a reason. */
export type HoursException = {
  readonly date: string
  readonly startMinute: number
  readonly endMinute: number
  readonly kind: 'open' | 'closed'
  readonly reason?: string
}

/**
 * The hours of one date, in minutes since local midnight, merged and sorted: the weekly hours of that weekday which are
 * valid on the date, plus what an exception opens, minus what an exception closes. Closed wins over open: time closed for
 * a reason is never offered because somebody else added hours.
 */
export function hoursOn(
  date: string,
  weekly: readonly WeeklyHours[],
  exceptions: readonly HoursException[],
): Interval[] {
  const day = Temporal.PlainDate.from(date)
  const open = weekly.filter((hours) => holdsOn(day, date, hours)).map(minutes)
  const changes = exceptions.filter((exception) => exception.date === date)
  const added = changes.filter((exception) => exception.kind === 'open').map(minutes)
  const closed = changes.filter((exception) => exception.kind === 'closed').map(minutes)
  return subtract([...open, ...added], closed)
}

/** The hours of some dates (`YYYY-MM-DD`) as instants, merged over midnight. `zone` is an IANA name. */
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
): Interval[] {
  return merge(
    days.flatMap((day) =>
      hoursOn(day.date, weekly, exceptions).map(({ start, end }) => ({
        start: instantOf(day, start),
        end: instantOf(day, end),
      })),
    ),
  )
}

function minutes(hours: { startMinute: number; endMinute: number }): Interval {
  return { start: hours.startMinute, end: hours.endMinute }
}

function holdsOn(day: Temporal.PlainDate, date: string, hours: WeeklyHours): boolean {
  if (day.dayOfWeek !== hours.weekday) return false
  if (hours.validFrom !== undefined && date < hours.validFrom) return false
  if (hours.validTo !== undefined && date > hours.validTo) return false
  if (hours.everyWeeks !== 2) return true
  const anchor = mondayOf(Temporal.PlainDate.from(hours.anchor ?? hours.validFrom ?? '1970-01-05'))
  return anchor.until(mondayOf(day), { largestUnit: 'days' }).days % 14 === 0
}

function mondayOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 })
}
