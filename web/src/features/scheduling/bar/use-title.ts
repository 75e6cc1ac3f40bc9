import { Temporal } from '@foyer/kernel'
import type { CalendarView } from '../../../app/search-params.ts'
import { formatDay } from '../../../ui/index.ts'
import { periodOf } from '../days/period.ts'
import { useWords } from '../words.ts'

/** What is shown: "Tue 24 Nov", "Mon 23 Nov – Sun 29 Nov", "November 2026". */
export function useTitle(view: CalendarView, date: string): string {
  const { locale } = useWords()
  if (view === 'month') {
    const day = Temporal.PlainDate.from(date).toZonedDateTime('UTC').epochMilliseconds
    return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(day)
  }
  if (view !== 'week') return formatDay(date, locale)
  const { from, to } = periodOf('week', date)
  return `${formatDay(from, locale)} – ${formatDay(to, locale)}`
}
