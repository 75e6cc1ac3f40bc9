import { formatBirthDate } from '../../ui/index.ts'

/** `YYYY-MM-DD` → "31 Oct", with the year when it is not this one. What is no whole date comes back as it is. */
export function formatShortDate(date: string, today: string, locale: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return date
  const full = formatBirthDate(date, locale)
  return date.slice(0, 4) === today.slice(0, 4) ? full.slice(0, full.lastIndexOf(' ')) : full
}
