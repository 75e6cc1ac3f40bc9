import { formatDay, formatMinutes } from '../../../ui/format.ts'
import type { SchedulingSay } from '../words.ts'
import type { RuledOut, Times } from './wish.ts'
import { listText, weekdayName } from './wish-words.ts'

/** "after 15:00", "between 9:00 and 11:00", "at 10:30". */
export function timesText({ fromMinute, untilMinute }: Times, say: SchedulingSay): string {
  // The minute after a tick takes the tick in: "at 9 or 10".
  const last = untilMinute % 5 === 1 ? untilMinute - 1 : untilMinute
  const [from, until] = [formatMinutes(fromMinute), formatMinutes(last)]
  if (untilMinute === fromMinute + 1) return say('wishAt', { time: from })
  if (untilMinute >= 1440) return say('wishAfter', { time: from })
  return fromMinute === 0 ? say('wishBefore', { time: until }) : say('wishBetween', { from, until })
}

/** "not Monday before 10:00", "not Sat 12 Dec", "no del lun 14 al vie 18 de dic". */
export function notText({ from, to, weekdays = [], times }: RuledOut, say: SchedulingSay, locale: string): string {
  const dates =
    from !== undefined && to !== undefined
      ? from === to
        ? formatDay(from, locale)
        : say('dates', { from: formatDay(from, locale), to: formatDay(to, locale) })
      : from !== undefined
        ? say('wishNotFrom', { date: formatDay(from, locale) })
        : to !== undefined && say('wishNotUntil', { date: formatDay(to, locale) })
  const days = listText(
    weekdays.map((weekday) => weekdayName(weekday, locale)),
    locale,
    'disjunction',
  )
  const what = [dates, days, times && timesText(times, say)].filter(Boolean).join(' ')
  return say('wishNot', { what })
}
