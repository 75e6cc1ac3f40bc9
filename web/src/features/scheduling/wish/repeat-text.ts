import { formatDay } from '../../../ui/index.ts'
import type { SchedulingSay } from '../words.ts'
import { lastWeek, type MonthDay, type Repeat } from './repeat.ts'
import { listText, weekdayName } from './wish-words.ts'

export const weeksOfMonth = [1, 2, 3, 4, lastWeek] as const
const ordinals = {
  one: 'dateSt',
  two: 'dateNd',
  few: 'dateRd',
  other: 'dateTh',
  zero: 'dateTh',
  many: 'dateTh',
} as const

/** "every week on Monday and Wednesday until Wed 31 Mar", "every month on the second Tuesday, 6 times". */
export function repeatText(repeat: Repeat, say: SchedulingSay, locale: string): string {
  const { unit, every, weekdays = [], on, count = 0, until } = repeat
  const often = say(`repeat_${unit}`, { count: every })
  const days = listText(
    weekdays.map((day) => weekdayName(day, locale)),
    locale,
    'conjunction',
  )
  const byWeek = unit === 'week' && weekdays.length > 0 ? say('repeatOnDays', { often, days }) : often
  const what = unit === 'month' && on !== undefined ? monthDayText(on, byWeek, say, locale) : byWeek
  return until === undefined
    ? say('repeatTimes', { what, times: count })
    : say('repeatUntil', { what, date: formatDay(until, locale) })
}

function monthDayText(on: MonthDay, often: string, say: SchedulingSay, locale: string): string {
  if (on === 'weekday') return say('repeatOnSame', { often })
  if ('day' in on) return say('repeatOnDate', { often, date: dateText(on.day, say) })
  const values = { which: weekOfMonthText(on.week, say), weekday: weekdayName(on.weekday, locale) }
  return say('repeatOnWeekday', { often, ...values })
}

/** "15th"; in Spanish "15". */
function dateText(day: number, say: SchedulingSay): string {
  return say(ordinals[new Intl.PluralRules('en', { type: 'ordinal' }).select(day)], { day })
}

/** 1 to 4 → "first" to "fourth", and "last". */
export function weekOfMonthText(week: number, say: SchedulingSay): string {
  const words = ['weekFirst', 'weekSecond', 'weekThird', 'weekFourth'] as const
  return say(week === lastWeek ? 'weekLast' : (words[week - 1] ?? 'weekFirst'))
}
