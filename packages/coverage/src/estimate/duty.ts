import { addDays, Temporal } from '@foyer/kernel'
import { isFederalHoliday } from './federal-holidays.ts'

/** When a good faith estimate has to be given to somebody without a plan, or who does not want to use it (45 CFR 149.610). */
export interface EstimateCause {
  readonly cause: 'booked' | 'requested' | 'changed'
  /** Civil date on which it was booked, asked for, or changed. */
  readonly on: string
  /** Null where nothing is booked. */
  readonly serviceDate: string | null
}

export interface EstimateDuty {
  readonly dueOn: string
  /** The paragraph of 45 CFR 149.610(b)(1) that says so. */
  readonly paragraph: '(vi)(A)' | '(vi)(B)' | '(vi)(C)' | '(vii)'
}

/** Monday to Friday but for federal holidays: what `isBusinessDay` says. */
export type IsBusinessDay = (date: string) => boolean

const soonDays = 3
const farDays = 10

/**
 * Until when. Booked at least ten business days ahead: three business days after it was booked; three to nine ahead: one;
 * asked for: three after it was asked; changed: one business day before the service, at the latest. Booked nearer than three
 * business days no estimate is due: null.
 */
export function estimateDuty(
  { cause, on, serviceDate }: EstimateCause,
  isBusinessDay: IsBusinessDay,
): EstimateDuty | null {
  if (cause === 'requested') return { dueOn: addBusinessDays(on, 3, isBusinessDay), paragraph: '(vi)(C)' }
  if (serviceDate === null) return null
  if (cause === 'changed') {
    const before = addBusinessDays(serviceDate, -1, isBusinessDay)
    // Too late for a new one: who takes over has to hold to the old (149.610(b)(1)(viii)).
    return before < on ? null : { dueOn: before, paragraph: '(vii)' }
  }
  const ahead = businessDaysBetween(on, serviceDate, isBusinessDay, farDays)
  if (ahead < soonDays) return null
  return ahead < farDays
    ? { dueOn: addBusinessDays(on, 1, isBusinessDay), paragraph: '(vi)(A)' }
    : { dueOn: addBusinessDays(on, 3, isBusinessDay), paragraph: '(vi)(B)' }
}

/** Business days after the first date until the second, which counts; no more than `most` are counted. */
export function businessDaysBetween(
  from: string,
  until: string,
  isBusinessDay: IsBusinessDay,
  most = Infinity,
): number {
  let count = 0
  for (let day = addDays(from, 1); day <= until && count < most; day = addDays(day, 1)) if (isBusinessDay(day)) count++
  return count
}

export function addBusinessDays(from: string, days: number, isBusinessDay: IsBusinessDay): string {
  const step = days < 0 ? -1 : 1
  let day = from
  for (let left = Math.abs(days); left > 0; ) {
    day = addDays(day, step)
    if (isBusinessDay(day)) left--
  }
  return day
}

export function isWeekday(date: string): boolean {
  return Temporal.PlainDate.from(date).dayOfWeek <= 5
}

/**
 * 45 CFR 149.610 says business days and nothing of days on which a practice is closed: only weekends and federal holidays
 * stop its clock, since a closed week would put off what somebody is owed.
 */
export function isBusinessDay(date: string): boolean {
  return isWeekday(date) && !isFederalHoliday(date)
}

/** A bill of that much more than was estimated can be taken to dispute resolution (45 CFR 149.620(b)). */
const disputableCents = 40_000

export function isDisputable(estimatedCents: number, billedCents: number): boolean {
  return billedCents - estimatedCents >= disputableCents
}
