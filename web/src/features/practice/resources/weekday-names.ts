/** The name of an ISO weekday (Monday is 1). 1 January 2024 was a Monday. */
export function weekdayName(weekday: number, locale: string, style: 'long' | 'short' | 'narrow'): string {
  const format = new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' })
  return format.format(Date.UTC(2024, 0, weekday)).replace(/\.$/, '')
}
