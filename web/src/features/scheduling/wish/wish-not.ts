import { Temporal } from '@foyer/kernel'
import type { DayPart, RuledOut } from './wish.ts'
import { isSaidOfDay, readClock } from './wish-clock.ts'
import { datesAt } from './wish-dates.ts'
import { dayOfMonthAt, readNamedDays } from './wish-when.ts'
import { longestAt, type Reader, type WishWords } from './wish-reader.ts'
import { weekdaysAt } from './wish-weekdays.ts'
import { dayPartPhrases, notPhrases } from './wish-vocabulary.ts'

/** One thing that is said of a time that does not suit. */
type Item = { readonly used: number; readonly part: RuledOut; readonly isOfTheWish?: boolean }

const orWords = new Set(['or', 'and', 'nor', 'o', 'y', 'ni'])
const againWords = new Set(['not', 'no'])
const linkWords = new Set([
  'on',
  'in',
  'at',
  'the',
  'for',
  'los',
  'las',
  'el',
  'la',
  'en',
  'a',
  'with',
  'con',
  ...againWords,
  ...orWords,
])

/** As `dayPartOf` has them. */
const minutesOf: Readonly<Record<DayPart, { fromMinute: number; untilMinute: number }>> = {
  morning: { fromMinute: 0, untilMinute: 720 },
  afternoon: { fromMinute: 720, untilMinute: 1020 },
  evening: { fromMinute: 1020, untilMinute: 1440 },
}

/**
 * "not Tuesdays", "except between 12 and 2", "not dec 12 or mon mornings", "menos el 12 de diciembre", "no los martes ni
 * jueves", "not Okafor", "anyone but Okafor or Singh", "not room 3". What stands together is meant together: "not mondays
 * before 10" is Mondays before ten. After a comma, a time or a time span is a wish again.
 *
 * @param breaks places of words before which there is a comma
 * @param names whom and what the practice has
 */
export function readNot(
  today: string,
  breaks: ReadonlySet<number>,
  names: Readonly<Record<'clinician' | 'thing', Reader>>,
): Reader {
  const day = Temporal.PlainDate.from(today)
  const named = readNamedDays(today)

  function itemAt(words: readonly string[], at: number): Item | null {
    const dates = datesAt(day, words, at)
    if (dates) return { used: dates.used, part: dates.dates }
    const clock = readClock(words, at)
    if (clock?.meaning.times) {
      return { used: clock.used, part: { times: clock.meaning.times }, isOfTheWish: isSaidOfDay(words, at) }
    }
    const part = longestAt(words, at, dayPartPhrases)
    if (part) return { used: part.used, part: { times: minutesOf[part.meaning] } }
    const weekdays = weekdaysAt(words, at)
    if (weekdays) return { used: weekdays.used, part: { weekdays: weekdays.meaning } }
    const one = dayOfMonthAt(day, words, at)
    if (one) return { used: one.used, part: { from: one.date.toString(), to: one.date.toString() } }
    const hit = named(words, at)
    const { when, dayParts: [said] = [] } = hit?.meaning ?? {}
    if (!hit || !when || !('from' in when)) return null
    return { used: hit.used, part: { ...when, ...(said ? { times: minutesOf[said] } : {}) }, isOfTheWish: true }
  }

  return (words, at) => {
    const not = longestAt(words, at, notPhrases)
    if (!not) return null
    const found: RuledOut[] = []
    const withoutIds: string[] = []
    let used = not.used
    // Said once more, or after a comma, it is another thing; "or" lists it beside the one before.
    let isListed = false
    let isApart = false
    for (let next = at + used; next < words.length; ) {
      const item = itemAt(words, next)
      const isFirst = found.length + withoutIds.length === 0
      const who = item || !(isFirst || isListed) ? null : (names.thing(words, next) ?? names.clinician(words, next))
      isApart ||= breaks.has(next)
      if (who?.meaning.clinicianIds) {
        withoutIds.push(...who.meaning.clinicianIds)
        next += who.used
        used = next - at
        isListed = false
        isApart = false
        continue
      }
      if (!item) {
        const word = words[next] ?? ''
        if (!linkWords.has(word)) break
        isListed ||= orWords.has(word) || againWords.has(word)
        next += 1
        continue
      }
      // "not Okafor, mornings": what else is said is a wish.
      if (withoutIds.length > 0 && !isListed) break
      const last = found.at(-1)
      // After a comma, or where it is a span by itself, it is what is wished for and no longer what is not.
      if (last && !isListed && (item.isOfTheWish || (isApart && item.part.times))) break
      const together = last && togetherOf(last, item.part, isListed || isApart)
      if (together) found.splice(-1, 1, together)
      else found.push(item.part)
      next += item.used
      used = next - at
      isListed = false
      isApart = false
    }
    const isEveryDay = found.some((one) => !one.times && !one.from && !one.to && (one.weekdays ?? []).length > 6)
    if (found.length + withoutIds.length === 0 || isEveryDay) return null
    const meaning: WishWords = {
      ...(found.length > 0 ? { not: found } : {}),
      ...(withoutIds.length > 0 ? { withoutIds: [...new Set(withoutIds)] } : {}),
    }
    return { used, meaning }
  }
}

/** Weekdays add up in a list; what is of another kind narrows what stands before it. A date needs no weekday. */
function togetherOf(last: RuledOut, part: RuledOut, isListed: boolean): RuledOut | null {
  const isOnlyWeekdays = ({ from, to, times, weekdays }: RuledOut): boolean => !from && !to && !times && !!weekdays
  if (isOnlyWeekdays(last) && isOnlyWeekdays(part))
    return { weekdays: [...new Set([...(last.weekdays ?? []), ...(part.weekdays ?? [])])] }
  const isDated = (one: RuledOut): boolean => one.from !== undefined || one.to !== undefined
  const isOfAnotherKind =
    !(isDated(last) && isDated(part)) && !(last.times && part.times) && !(last.weekdays && part.weekdays)
  if (isListed || !isOfAnotherKind) return null
  const { weekdays, ...both } = { ...last, ...part }
  const isOneDay = both.from !== undefined && both.from === both.to
  return weekdays && !isOneDay ? { ...both, weekdays } : both
}
