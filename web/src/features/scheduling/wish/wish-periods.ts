import { Temporal } from '@foyer/kernel'
import { dateAt, dayAt, nextOfMonth, yearAt } from './wish-dates.ts'
import { alike, longestAt, phraseAt, type Reader } from './wish-reader.ts'
import { monthWords, ordinalWords, weekdayWords } from './wish-vocabulary.ts'

type Date = Temporal.PlainDate
type Read<T> = (T & { readonly used: number }) | null

/** Days of a month that are called so; the last one is cut at its end. */
const parts: ReadonlyArray<readonly [string, readonly [number, number]]> = [
  ...alike(
    'early | early in | beginning of | the beginning of | start of | the start of | principios de | a principios de | inicios de | a inicios de',
    [1, 10],
  ),
  ...alike('mid | middle of | the middle of | mediados de | a mediados de', [11, 20]),
  ...alike(
    'late | late in | end of | the end of | fin de | fines de | a fines de | finales de | a finales de',
    [21, 31],
  ),
]
const nextMonth = ['next month', 'proximo mes', 'el proximo mes', 'mes que viene', 'el mes que viene']
const thisMonth = ['the month', 'this month', 'month', 'este mes', 'el mes', 'mes']

/**
 * "in January", "early March", "first week of next month", "last Friday of January", "the week of Dec 14", "a fines de mes",
 * "la semana del 14 de diciembre": what is left of it. `today` is the civil date of the site.
 */
export function readPeriod(today: string): Reader {
  const day = Temporal.PlainDate.from(today)

  function monthSaidAt(
    words: readonly string[],
    at: number,
  ): Read<{ readonly first: Date; readonly isNamed: boolean }> {
    const month = monthWords.get(words[at] ?? '')
    const first = day.with({ day: 1 })
    if (month !== undefined) {
      const said = yearAt(words, at + 1)
      const named = Temporal.PlainDate.from({ year: said?.year ?? day.year, month, day: 1 })
      const isOver = !said && Temporal.PlainDate.compare(named, first) < 0
      return { first: isOver ? named.add({ years: 1 }) : named, used: 1 + (said?.used ?? 0), isNamed: true }
    }
    for (const [phrases, months] of [
      [nextMonth, 1],
      [thisMonth, 0],
    ] as const) {
      const used = Math.max(...phrases.map((phrase) => phraseAt(words, at, phrase)))
      if (used > 0) return { first: first.add({ months }), used, isNamed: false }
    }
    return null
  }

  function within(first: Date, from: number, to: number, used: number): ReturnType<Reader> {
    const last = first.with({ day: Math.min(to, first.daysInMonth) })
    if (Temporal.PlainDate.compare(last, day) < 0) return null
    const begin = first.with({ day: Math.min(from, first.daysInMonth) })
    const when = { from: Temporal.PlainDate.compare(begin, day) < 0 ? today : begin.toString(), to: last.toString() }
    return { used, meaning: { when } }
  }

  function weekOfMonth(words: readonly string[], at: number): ReturnType<Reader> {
    const article = ['the', 'la'].includes(words[at] ?? '') ? 1 : 0
    const week = ordinalWords.get(words[at + article] ?? '')
    const weekday = weekdayWords.get(words[at + article + 1] ?? '')
    if (week === undefined) return null
    if (weekday === undefined && !['week', 'semana'].includes(words[at + article + 1] ?? '')) return null
    const link = ['of', 'in', 'de', 'en'].includes(words[at + article + 2] ?? '') ? 1 : 0
    const begin = article + 2 + link
    const month = monthSaidAt(words, at + begin)
    if (!month) return null
    if (weekday !== undefined) {
      const lead = (weekday - month.first.dayOfWeek + 7) % 7
      const last = lead + 28 < month.first.daysInMonth ? lead + 29 : lead + 22
      const date = week > 0 ? lead + 1 + (week - 1) * 7 : last
      return within(month.first, date, date, begin + month.used)
    }
    const from = week > 0 ? (week - 1) * 7 + 1 : month.first.daysInMonth - 6
    return within(month.first, from, from + 6, begin + month.used)
  }

  function weekOfDate(words: readonly string[], at: number): ReturnType<Reader> {
    const article = ['the', 'la'].includes(words[at] ?? '') ? 1 : 0
    if (!['week', 'semana'].includes(words[at + article] ?? '')) return null
    const link = ['of', 'de', 'del'].includes(words[at + article + 1] ?? '') ? 1 : 0
    const begin = article + 1 + link
    const date = dateAt(day, words, at + begin)
    // "semana del 14": the article is in it.
    const bare = date || link === 0 ? null : dayAt(words, at + begin)
    const named = date?.date ?? (bare && nextOfMonth(day, bare.day))
    if (!named) return null
    const monday = named.subtract({ days: named.dayOfWeek - 1 })
    const [first, last] = [monday.toString(), monday.add({ days: 6 }).toString()]
    if (last < today) return null
    const when = { from: first < today ? today : first, to: last }
    return { used: begin + (date ?? bare)!.used, meaning: { when } }
  }

  return (words, at) => {
    const week = weekOfMonth(words, at) ?? weekOfDate(words, at)
    if (week) return week
    const part = longestAt(words, at, parts)
    const month = part && monthSaidAt(words, at + part.used)
    if (month) return within(month.first, ...part.meaning, part.used + month.used)
    // "may" alone is a word or a name.
    const isIn = ['in', 'en', 'during', 'durante'].includes(words[at] ?? '')
    const whole = isIn ? monthSaidAt(words, at + 1) : null
    return whole?.isNamed ? within(whole.first, 1, 31, whole.used + 1) : null
  }
}
