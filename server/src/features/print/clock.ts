import { dayBounds } from '@foyer/kernel'
import { plain } from '../../platform/pdf/page-text.ts'

const dayMs = 86_400_000

/** `10:40`; with the zone's short name on the days on which the clock changes, when a time may come twice. */
export function timeText(instant: number, date: string, timeZone: string, locale: string): string {
  const { start, end } = dayBounds(date, timeZone)
  const changes = end.epochMilliseconds - start.epochMilliseconds !== dayMs
  return plain(
    new Intl.DateTimeFormat(locale, {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone,
      ...(changes ? { timeZoneName: 'short' } : {}),
    }).format(instant),
  )
}

export function dayText(date: string, locale: string, style: 'full' | 'short'): string {
  const format = new Intl.DateTimeFormat(locale, {
    ...(style === 'full'
      ? ({ dateStyle: 'full' } as const)
      : ({ weekday: 'short', day: 'numeric', month: 'short' } as const)),
    timeZone: 'UTC',
  })
  return plain(format.format(Date.parse(`${date}T00:00:00Z`)))
}

/** Birth dates may be partial: a year, or a year and a month. */
export function birthText(date: string, locale: string): string {
  if (date.length < 10) return date
  return plain(
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(`${date}T00:00:00Z`)),
  )
}

export function momentText(instant: number, timeZone: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone,
  })
  return plain(format.format(instant))
}

/** `CST`, as it is on that day at noon. */
export function zoneText(date: string, timeZone: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { timeZoneName: 'short', timeZone })
  const noon = (dayBounds(date, timeZone).start.epochMilliseconds + dayBounds(date, timeZone).end.epochMilliseconds) / 2
  return format.formatToParts(noon).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}

/** `America/Los_Angeles` → `Los Angeles`. */
export function cityOf(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')
}
