import { Temporal } from '@foyer/kernel'
import { mostWeeks, type When } from './wish.ts'
import { phraseAt, type Reader } from './wish-reader.ts'
import { monthWords, numberWords, weekdayWords } from './wish-vocabulary.ts'

/** "today", "tomorrow", "this week", "la semana que viene". `today` is the civil date of the site. */
export function readNamedDays(today: string): Reader {
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
    return null
  }
}

/** "tomorrow", "next week", "in 3 weeks", "from 1 Dec", "hasta el 12 de diciembre". `today` is the civil date of the site. */
export function readWhen(today: string): Reader {
  const day = Temporal.PlainDate.from(today)
  const named = readNamedDays(today)
  return (words, at) => named(words, at) ?? readWeeks(words, at) ?? readLimit(day, words, at)
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

type Dates = { readonly from?: string; readonly to?: string }

const openings: Readonly<Record<string, 'from' | 'after' | 'before' | 'until' | 'between'>> = {
  from: 'from',
  since: 'from',
  desde: 'from',
  del: 'from',
  after: 'after',
  despues: 'after',
  before: 'before',
  antes: 'before',
  until: 'until',
  till: 'until',
  through: 'until',
  hasta: 'until',
  between: 'between',
  entre: 'between',
}
const toWords: ReadonlySet<string> = new Set(['to', 'until', 'till', 'through', 'al', 'a', 'hasta'])
const andWords: ReadonlySet<string> = new Set(['and', 'y'])
const articles: ReadonlySet<string> = new Set(['the', 'el'])

/** "12 Dec", "Dec 12 to 15", "del 12 al 15 de diciembre", "before 12 Dec", "in December": dates, both included, or one side of them. */
export function datesAt(
  today: Temporal.PlainDate,
  words: readonly string[],
  at: number,
): { readonly dates: Dates; readonly used: number } | null {
  const opening = openings[words[at] ?? '']
  const begin = at + (opening ? 1 : 0)
  const range = rangeAt(today, words, begin, opening === 'between')
  if (range && opening !== 'before' && opening !== 'after') return { ...range, used: begin - at + range.used }
  const one = dateAt(today, words, begin)
  if (!one || opening === 'between') return opening ? null : monthAt(today, words, at)
  const { date } = one
  const used = begin - at + one.used
  if (opening === 'before') return { dates: { to: date.subtract({ days: 1 }).toString() }, used }
  if (opening === 'after') return { dates: { from: date.add({ days: 1 }).toString() }, used }
  if (opening === 'until') return { dates: { to: date.toString() }, used }
  // "el 12": the article alone begins nothing.
  if (opening === 'from' && words[at] !== 'del') return { dates: { from: date.toString() }, used }
  return { dates: { from: date.toString(), to: date.toString() }, used }
}

/** Two dates, of which one may leave its month to the other. */
function rangeAt(
  today: Temporal.PlainDate,
  words: readonly string[],
  at: number,
  isBetween: boolean,
): { readonly dates: Dates; readonly used: number } | null {
  const isJoin = (word = ''): boolean => toWords.has(word) || (isBetween && andWords.has(word))
  const first = dateAt(today, words, at)
  const bare = dayAt(words, at)
  const after = at + (first?.used ?? bare?.used ?? 0)
  if ((!first && !bare) || !isJoin(words[after])) return null
  const second = dateAt(today, words, after + 1)
  const bareLast = dayAt(words, after + 1)
  if (first && second) {
    const isOver = Temporal.PlainDate.compare(second.date, first.date) < 0
    const last = isOver ? second.date.add({ years: 1 }) : second.date
    return { dates: { from: first.date.toString(), to: last.toString() }, used: after + 1 + second.used - at }
  }
  const known = first?.date ?? second?.date
  const [from, to] = [first?.date.day ?? bare?.day ?? 0, second?.date.day ?? bareLast?.day ?? 0]
  if (!known || from < 1 || to < from || to > known.daysInMonth) return null
  const dates = { from: known.with({ day: from }).toString(), to: known.with({ day: to }).toString() }
  return { dates, used: after + 1 + (second?.used ?? bareLast?.used ?? 0) - at }
}

/** "the 12th", "el 12": a day whose month is said elsewhere. "2 pm" is none. */
function dayAt(words: readonly string[], at: number): { readonly day: number; readonly used: number } | null {
  const article = articles.has(words[at] ?? '') ? 1 : 0
  const day = Number(/^(\d{1,2})(?:st|nd|rd|th)?$/.exec(words[at + article] ?? '')?.[1] ?? 0)
  if (day < 1 || day > 31 || ['am', 'pm'].includes(words[at + article + 1] ?? '')) return null
  return { day, used: article + 1 }
}

/** A month by itself, what is left of it: the next that there is. A weekday that is called the same is not one. */
function monthAt(
  today: Temporal.PlainDate,
  words: readonly string[],
  at: number,
): { readonly dates: Dates; readonly used: number } | null {
  const word = words[at] ?? ''
  const month = monthWords.get(word)
  if (month === undefined || weekdayWords.has(word)) return null
  const first = Temporal.PlainDate.from({ year: today.year + (month < today.month ? 1 : 0), month, day: 1 })
  return { dates: { from: first.toString(), to: first.with({ day: first.daysInMonth }).toString() }, used: 1 }
}
