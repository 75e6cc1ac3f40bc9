import { Temporal } from '@foyer/kernel'
import { mostWeeks, type When } from './wish.ts'
import { phraseAt, type Reader } from './wish-reader.ts'
import { monthWords, numberWords } from './wish-vocabulary.ts'

/** "tomorrow", "next week", "in 3 weeks", "from 1 Dec", "hasta el 12 de diciembre". `today` is the civil date of the site. */
export function readWhen(today: string): Reader {
  const day = Temporal.PlainDate.from(today)
  const on = (date: Temporal.PlainDate): When => ({ from: date.toString(), to: date.toString() })
  const monday = day.subtract({ days: day.dayOfWeek - 1 })
  const week = (weeks: number): When => ({
    from: Temporal.PlainDate.compare(monday.add({ weeks }), day) < 0 ? today : monday.add({ weeks }).toString(),
    to: monday.add({ weeks, days: 6 }).toString(),
  })
  const phrases: ReadonlyArray<readonly [string, When]> = [
    ['pasado manana', on(day.add({ days: 2 }))],
    ['today', on(day)],
    ['hoy', on(day)],
    ['tomorrow', on(day.add({ days: 1 }))],
    ['manana', on(day.add({ days: 1 }))],
    ['this week', week(0)],
    ['esta semana', week(0)],
    ['next week', week(1)],
    ['proxima semana', week(1)],
    ['semana que viene', week(1)],
  ]
  return (words, at) => {
    for (const [phrase, when] of phrases) {
      const used = phraseAt(words, at, phrase)
      if (used > 0) return { used, meaning: { when } }
    }
    return readWeeks(words, at) ?? readLimit(day, words, at)
  }
}

const readWeeks: Reader = (words, at) => {
  const starts = ['next', 'in', 'proximas', 'siguientes'].includes(words[at] ?? '') ? 1 : 0
  const counted = words[at + starts] ?? ''
  const weeks = numberWords.get(counted) ?? (/^\d{1,2}$/.test(counted) ? Number(counted) : 0)
  if (weeks < 1 || !/^(weeks?|semanas?)$/.test(words[at + starts + 1] ?? '')) return null
  return { used: starts + 2, meaning: { when: { weeks: Math.min(weeks, mostWeeks) } } }
}

/** "12 Dec", "Dec 1st", "el 12 de diciembre": the next such date, and how many words it took. */
export function dateAt(
  today: Temporal.PlainDate,
  words: readonly string[],
  at: number,
): { readonly date: Temporal.PlainDate; readonly used: number } | null {
  let next = at
  while (['the', 'el', 'del', 'de'].includes(words[next] ?? '')) next += 1
  const link = ['de', 'of'].includes(words[next + 1] ?? '') ? 1 : 0
  const pair = [words[next] ?? '', words[next + 1 + link] ?? ''] as const
  const [dayWord, monthWord] = monthWords.has(pair[0]) ? [pair[1], pair[0]] : pair
  const month = monthWords.get(monthWord)
  const day = Number(/^(\d{1,2})(?:st|nd|rd|th)?$/.exec(dayWord)?.[1] ?? 0)
  if (month === undefined || day < 1) return null
  const thisYear = Temporal.PlainDate.from({ year: today.year, month, day })
  const date = Temporal.PlainDate.compare(thisYear, today) < 0 ? thisYear.add({ years: 1 }) : thisYear
  return { date, used: next + 2 + link - at }
}

const untilWords: ReadonlySet<string> = new Set(['until', 'till', 'through', 'hasta'])

/** "until 31 March": how long a series goes on where one was said, else the last date that is looked at. */
export function readUntil(today: string): Reader {
  const day = Temporal.PlainDate.from(today)
  return (words, at) => {
    const named = untilWords.has(words[at] ?? '') ? dateAt(day, words, at + 1) : null
    return named && { used: named.used + 1, meaning: {}, joint: { until: named.date.toString() } }
  }
}

/** "before 12 Dec", "from Dec 1", "antes del 12 de diciembre", "desde el 1 dic": the limit is the day named or the one before. */
function readLimit(today: Temporal.PlainDate, words: readonly string[], at: number): ReturnType<Reader> {
  const limit = words[at] ?? ''
  const isBefore = limit === 'before' || limit === 'antes'
  const isUntil = isBefore || limit === 'by'
  if (!isUntil && !['from', 'after', 'since', 'desde'].includes(limit)) return null
  const named = dateAt(today, words, at + 1)
  if (!named) return null
  const { date, used } = named
  const last = isBefore ? date.subtract({ days: 1 }) : date
  const when = isUntil
    ? { from: today.toString(), to: last.toString() }
    : { from: date.toString(), to: date.add({ weeks: 2 }).toString() }
  return { used: used + 1, meaning: { when } }
}
