import { scheduling } from '@foyer/contract'
import { type Answers, useAsks } from '../../../app/ask.ts'
import type { Day } from '../shapes.ts'

/** Days of sites, by date and then by site, as far as they have arrived. */
export function useDays(siteIds: readonly string[], dates: readonly string[]): Answers<Day> {
  return useAsks(
    scheduling.readDay,
    dates.flatMap((date) => siteIds.map((siteId) => ({ siteId, date }))),
  )
}
