import { dateAt, Temporal } from '@foyer/kernel'
import { formatDay, formatTime, zoneCity } from '../../ui/index.ts'
import type { OnlineVisit } from './shapes.ts'

/** Day and time by the clock of the site, whose city is named where whoever looks lives by another. */
export function whenText({ start, timeZone }: OnlineVisit, locale: string): string {
  const day = formatDay(dateAt(Temporal.Instant.from(start), timeZone), locale)
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  const text = `${day}, ${formatTime(start, timeZone)}`
  return here === timeZone ? text : `${text} ${zoneCity(timeZone)}`
}
