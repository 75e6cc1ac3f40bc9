import { dateAt, type Temporal } from '@foyer/kernel'
import type { Organization } from '../../platform/organizations.ts'
import type { PracticeBook } from '../practice/index.ts'

/** Of the practice as a whole: the zone of its first site. */
export async function zoneOf(organization: Organization, practices: PracticeBook): Promise<string> {
  const { sites } = await practices.read(organization)
  const [first] = [...sites.values()].filter((site) => site.active).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return first?.timeZone ?? 'UTC'
}

/** Civil date at the practice as a whole. */
export async function todayAt(
  { organization, now }: { readonly organization: Organization; readonly now: Temporal.Instant },
  practices: PracticeBook,
): Promise<string> {
  return dateAt(now, await zoneOf(organization, practices))
}
