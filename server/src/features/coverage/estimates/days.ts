import { dateAt, type Temporal } from '@foyer/kernel'
import type { Practice } from '../../practice/index.ts'

/** Civil date at a site; in UTC where the site is not known any more. */
export function todayAt(practice: Practice, siteId: string, now: Temporal.Instant): string {
  return dateAt(now, practice.sites.get(siteId)?.timeZone ?? 'UTC')
}
