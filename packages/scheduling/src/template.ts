import { daysBetween } from '@foyer/kernel'
import { datesBetween } from './local-day.ts'

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

/** Does the entry hold on this date? `weekday` is the ISO weekday of the date. */
export function holdsOn(hours: WeeklyHours, date: string, weekday: number): boolean {
  if (weekday !== hours.weekday || !isValid(hours, date)) return false
  return hours.everyWeeks !== 2 || turnOf(date) === turnOf(anchorOf(hours))
}

export function isValid({ validFrom, validTo }: WeeklyHours, date: string): boolean {
  return (validFrom === undefined || date >= validFrom) && (validTo === undefined || date <= validTo)
}

const firstMonday = '1970-01-05'

/** A date of a week in which hours of alternating weeks hold. */
export function anchorOf(hours: WeeklyHours): string {
  return hours.anchor ?? hours.validFrom ?? firstMonday
}

/** 0 or 1: the week, Monday to Sunday, in which a date lies, where weeks alternate. */
export function turnOf(date: string): number {
  return Math.abs(Math.floor(daysBetween(firstMonday, date) / 7) % 2)
}

/**
 * Somebody is away: closed time from a minute of the first date to a minute of the last (whole days when left out), as one
 * exception a date. Empty when `to` lies before `from`.
 */
export function leave(
  from: string,
  to: string,
  reason: string,
  { fromMinute = 0, toMinute = 1440 }: { readonly fromMinute?: number; readonly toMinute?: number } = {},
): HoursException[] {
  return datesBetween(from, to)
    .map((date): HoursException => {
      const startMinute = date === from ? fromMinute : 0
      return { date, startMinute, endMinute: date === to ? toMinute : 1440, kind: 'closed', reason }
    })
    .filter(({ startMinute, endMinute }) => startMinute < endMinute)
}
