import { dateAt, Temporal } from '@foyer/kernel'
import { formatDay, formatTime, zoneCity } from '../../ui/index.ts'
import type { OnlineVisit } from './shapes.ts'

/**
 * Day and time by the clock of the site; where whoever looks lives by another, both clocks and whose they are, that of the
 * site first.
 * @param here IANA zone of whoever looks
 */
export function whenText(
  { start, timeZone }: Pick<OnlineVisit, 'start' | 'timeZone'>,
  locale: string,
  here = Intl.DateTimeFormat().resolvedOptions().timeZone,
): string {
  const dayIn = (zone: string) => formatDay(dateAt(Temporal.Instant.from(start), zone), locale)
  const [day, ownDay] = [dayIn(timeZone), dayIn(here)]
  const [time, ownTime] = [formatTime(start, timeZone), formatTime(start, here)]
  if (day === ownDay && time === ownTime) return `${day}, ${time}`
  const own = ownDay === day ? ownTime : `${ownDay}, ${ownTime}`
  return `${day}, ${time} ${zoneCity(timeZone)} · ${own} ${zoneCity(here)}`
}
