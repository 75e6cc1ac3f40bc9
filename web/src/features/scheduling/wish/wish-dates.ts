import { Temporal } from '@foyer/kernel'
import { monthWords, unitWords, weekdayWords } from './wish-vocabulary.ts'

type Date = Temporal.PlainDate
type Dates = { readonly from?: string; readonly to?: string }
type Read<T> = (T & { readonly used: number }) | null

const articles: ReadonlySet<string> = new Set(['the', 'el'])

/** "12 Dec", "Dec 1st", "el 12 de diciembre", "Dec 12 2027": as it is said. */
function saidAt(
  words: readonly string[],
  at: number,
): Read<{ readonly month: number; readonly day: number; readonly year: number | undefined }> {
  let next = at
  while (['the', 'el', 'del', 'de'].includes(words[next] ?? '')) next += 1
  const link = ['de', 'of'].includes(words[next + 1] ?? '') ? 1 : 0
  const pair = [words[next] ?? '', words[next + 1 + link] ?? ''] as const
  const [dayWord, monthWord] = monthWords.has(pair[0]) ? [pair[1], pair[0]] : pair
  const month = monthWords.get(monthWord)
  const day = Number(/^(\d{1,2})(?:st|nd|rd|th)?$/.exec(dayWord)?.[1] ?? 0)
  if (month === undefined || day < 1) return null
  const used = next + 2 + link - at
  const year = yearAt(words, at + used)
  return { month, day, year: year?.year, used: used + (year?.used ?? 0) }
}

/** Nobody books longer ahead. */
export const mostYears = 5

/** The next such date, and how many words it took. What is over or does not exist is none. */
export function dateAt(today: Date, words: readonly string[], at: number): Read<{ readonly date: Date }> {
  const said = saidAt(words, at)
  if (!said) return null
  const { month, day, used } = said
  const isOver = `${today.year}-${two(month)}-${two(day)}` < today.toString()
  const date = existing(said.year ?? today.year + (isOver ? 1 : 0), month, day)
  const isAhead = date && Temporal.PlainDate.compare(date, today) >= 0 && date.year - today.year <= mostYears
  return isAhead ? { date, used } : null
}

/** "Dec 5 1985": of a date that is over how many words say it. Somebody was born then. */
export function overAt(today: Date, words: readonly string[], at: number): number {
  const said = saidAt(words, at)
  return said?.year === undefined || dateAt(today, words, at) ? 0 : said.used
}

const two = (number: number): string => String(number).padStart(2, '0')

function existing(year: number, month: number, day: number): Date | null {
  const date = Temporal.PlainDate.from({ year, month, day: 1 })
  return day > date.daysInMonth ? null : date.with({ day })
}

export function yearAt(words: readonly string[], at: number): Read<{ readonly year: number }> {
  const link = ['de', 'del', 'of'].includes(words[at] ?? '') ? 1 : 0
  const year = Number(/^(?:19|20)\d\d$/.exec(words[at + link] ?? '')?.[0] ?? 0)
  return year > 0 ? { year, used: link + 1 } : null
}

/** "the 12th", "el 12", also "12" where `isBare`: a day whose month is said elsewhere. "2 pm" and "2 weeks" are none. */
export function dayAt(words: readonly string[], at: number, isBare = true): Read<{ readonly day: number }> {
  const article = articles.has(words[at] ?? '') ? 1 : 0
  const [, digits = '0', suffix] = /^(\d{1,2})(st|nd|rd|th)?$/.exec(words[at + article] ?? '') ?? []
  const day = Number(digits)
  const after = words[at + article + 1] ?? ''
  if (day < 1 || day > 31 || ['am', 'pm', 'times', 'veces'].includes(after) || unitWords.has(after)) return null
  return isBare || article > 0 || suffix !== undefined ? { day, used: article + 1 } : null
}

/** The next day of that number: of this month or a later one. */
export function nextOfMonth(today: Date, dayNumber: number): Date {
  let first = today.with({ day: 1 })
  if (dayNumber < today.day) first = first.add({ months: 1 })
  if (dayNumber > first.daysInMonth) first = first.add({ months: 1 })
  return first.with({ day: dayNumber })
}

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
const toWords: ReadonlySet<string> = new Set(['to', 'until', 'till', 'through', 'thru', 'al', 'a', 'hasta'])
const andWords: ReadonlySet<string> = new Set(['and', 'y'])

/** "12 Dec", "Dec 12 to 15", "del 12 al 15 de diciembre", "before 12 Dec", "in December": dates, both included, or one side of them. */
export function datesAt(today: Date, words: readonly string[], at: number): Read<{ readonly dates: Dates }> {
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

/** Two dates, both included: "from Dec 12 to 15", "entre el 12 y el 15 de diciembre". */
export function spanAt(today: Date, words: readonly string[], at: number): Read<{ readonly dates: Required<Dates> }> {
  const opening = openings[words[at] ?? '']
  const begin = at + (opening ? 1 : 0)
  if (opening === 'before' || opening === 'after' || opening === 'until') return null
  const range = rangeAt(today, words, begin, opening === 'between')
  return range && { dates: range.dates, used: begin - at + range.used }
}

/** Two dates, of which one may leave its month to the other. */
function rangeAt(
  today: Date,
  words: readonly string[],
  at: number,
  isBetween: boolean,
): Read<{ readonly dates: Required<Dates> }> {
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
  // "del 12 al 15", "the 12th to the 15th": of the next such days.
  const isOfDays = words[at - 1] === 'del' || (bare && dayAt(words, at, false))
  if (!first && !second && bare && bareLast && isOfDays) {
    const from = nextOfMonth(today, bare.day)
    const dates = { from: from.toString(), to: nextOfMonth(from, bareLast.day).toString() }
    return { dates, used: after + 1 + bareLast.used - at }
  }
  const known = first?.date ?? second?.date
  const [from, to] = [first?.date.day ?? bare?.day ?? 0, second?.date.day ?? bareLast?.day ?? 0]
  if (!known || from < 1 || to < from || to > known.daysInMonth) return null
  const dates = { from: known.with({ day: from }).toString(), to: known.with({ day: to }).toString() }
  return { dates, used: after + 1 + (second?.used ?? bareLast?.used ?? 0) - at }
}

/** A month by itself, what is left of it: the next that there is. A weekday that is called the same is not one. */
export function monthAt(today: Date, words: readonly string[], at: number): Read<{ readonly dates: Required<Dates> }> {
  const word = words[at] ?? ''
  const month = monthWords.get(word)
  if (month === undefined || weekdayWords.has(word)) return null
  const first = Temporal.PlainDate.from({ year: today.year + (month < today.month ? 1 : 0), month, day: 1 })
  return { dates: { from: first.toString(), to: first.with({ day: first.daysInMonth }).toString() }, used: 1 }
}
