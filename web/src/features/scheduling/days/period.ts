import { Temporal } from '@foyer/kernel'
import type { CalendarView } from '../../../app/search-params.ts'

/** First and last civil date that a view shows. */
export type Period = { readonly from: string; readonly to: string }

/** The whole weeks of a month, Monday to Sunday; the week; the day. */
export function periodOf(view: CalendarView, date: string): Period {
  const day = Temporal.PlainDate.from(date)
  if (view === 'week') return weeksAround(day, day)
  if (view === 'month') {
    const first = day.with({ day: 1 })
    return weeksAround(first, first.add({ months: 1 }).subtract({ days: 1 }))
  }
  return { from: date, to: date }
}

function weeksAround(first: Temporal.PlainDate, last: Temporal.PlainDate): Period {
  return {
    from: first.subtract({ days: first.dayOfWeek - 1 }).toString(),
    to: last.add({ days: 7 - last.dayOfWeek }).toString(),
  }
}

/** The same place of the period before or after; the 31st goes to the last day of a shorter month. */
export function steppedDate(view: CalendarView, date: string, direction: 1 | -1): string {
  const day = Temporal.PlainDate.from(date)
  if (view === 'month') return day.add({ months: direction }).toString()
  return day.add({ days: direction * (view === 'week' ? 7 : 1) }).toString()
}

export function datesIn({ from, to }: Period): readonly string[] {
  const dates: string[] = []
  for (let day = Temporal.PlainDate.from(from); dates.length < 42; day = day.add({ days: 1 })) {
    dates.push(day.toString())
    if (day.toString() >= to) break
  }
  return dates
}

export function isWeekend(date: string): boolean {
  return Temporal.PlainDate.from(date).dayOfWeek > 5
}
