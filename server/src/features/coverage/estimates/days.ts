import { dateAt, type Temporal } from '@foyer/kernel'
import { type IsBusinessDay, isWeekday } from '@foyer/coverage'
import { closedDates, type Practice } from '../../practice/index.ts'

/** Civil date at a site; in UTC where the site is not known any more. */
export function todayAt(practice: Practice, siteId: string, now: Temporal.Instant): string {
  return dateAt(now, practice.sites.get(siteId)?.timeZone ?? 'UTC')
}

/** Monday to Friday but for the holidays of the site and of the whole practice (45 CFR 149.610(a)(2)(iii)). */
export function businessDays(practice: Practice, siteId: string): IsBusinessDay {
  const closed = closedDates(practice, siteId)
  return (date) => isWeekday(date) && !closed.has(date)
}
