import { Temporal } from '@foyer/kernel'
import type { CalendarView } from '../../../app/search-params.ts'
import { formatDay } from '../../../ui/index.ts'
import { periodOf } from '../days/period.ts'
import { useWords } from '../words.ts'

/** What is shown: "Tue 24 Nov", "23–29 Nov", "November 2026". */
export function useTitle(view: CalendarView, date: string): string {
  const { locale } = useWords()
  if (view === 'month') {
    const day = Temporal.PlainDate.from(date).toZonedDateTime('UTC').epochMilliseconds
    return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(day)
  }
  if (view !== 'week') return formatDay(date, locale)
  const { from, to } = periodOf('week', date)
  const [, ...first] = formatDay(from, locale).split(' ')
  const [, ...last] = formatDay(to, locale).split(' ')
  const isOneMonth = from.slice(0, 7) === to.slice(0, 7)
  return `${isOneMonth ? first[0] : first.join(' ')}–${last.join(' ')}`
}
