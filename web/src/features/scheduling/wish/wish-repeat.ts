import type { MonthDay, Repeat } from './repeat.ts'
import { mostCount } from './repeat.ts'
import { alike, longestAt, type Reader } from './wish-reader.ts'
import { weekdaysAt } from './wish-weekdays.ts'
import { numberAt, ordinalWords, unitWords, weekdayWords } from './wish-vocabulary.ts'

type Unit = Repeat['unit']
type Read<T> = { readonly used: number; readonly meaning: T } | null

const adverbs = new Map<string, Unit>(
  (
    [
      ['day', 'daily diario diariamente'],
      ['week', 'weekly semanal semanalmente'],
      ['month', 'monthly mensual mensualmente'],
    ] as const
  ).flatMap(([unit, names]) => names.split(' ').map((name) => [name, unit] as const)),
)
const longer: ReadonlyMap<string, Repeat> = new Map([
  ...alike<Repeat>('biweekly | fortnightly | quincenal', { unit: 'week', every: 2 }),
  ...alike<Repeat>('quarterly | trimestral', { unit: 'month', every: 3 }),
])
const starts = ['every', 'cada', 'todos los', 'todas las'].map((phrase) => [phrase, true] as const)
const onWords: ReadonlySet<string> = new Set(['on', 'the', 'el', 'los', 'en', 'dia', 'day'])
const andWords: ReadonlySet<string> = new Set(['and', 'y', 'on', 'los', 'el'])
const orWords: ReadonlySet<string> = new Set(['or', 'o'])
const sameWeekday = [
  'same weekday',
  'the same weekday',
  'on the same weekday',
  'el mismo dia de la semana',
  'mismo dia de la semana',
].map((phrase) => [phrase, 'weekday'] as const)

/**
 * "every 2 weeks, 6 times", "weekly on Mon and Wed", "every Tuesday", "monthly on the 15th", "cada mes el segundo martes",
 * "monthly on the last Friday". How long it goes on may be said anywhere in the line, and is read by itself.
 */
export const readRepeat: Reader = (words, at) => {
  const begun = startAt(words, at)
  if (!begun) return null
  let repeat = begun.meaning
  let used = begun.used
  const days = repeat.unit === 'week' && !repeat.weekdays ? daysOfSeriesAt(words, at + used, onWords) : null
  if (days) repeat = { ...repeat, weekdays: days.meaning }
  const on = repeat.unit === 'month' ? monthDayAt(words, at + used) : null
  if (on) repeat = { ...repeat, on: on.meaning }
  used += (days ?? on)?.used ?? 0
  return { used, meaning: { repeat } }
}

/** "6 times", "for 6 times", "x6", "seis veces": of the series that was said, else of a weekly one. */
export const readTimes: Reader = (words, at) => {
  const short = Number(
    /^(?:x(\d{1,2})|(\d{1,2})x)$/
      .exec(words[at] ?? '')
      ?.slice(1)
      .find(Boolean) ?? 0,
  )
  if (short > 0) return { used: 1, meaning: {}, joint: { times: Math.min(mostCount, short) } }
  const apart = words[at] === 'x' ? numberAt(words, at + 1) : 0
  if (apart > 0) return { used: 2, meaning: {}, joint: { times: Math.min(mostCount, apart) } }
  const link = ['for', 'por'].includes(words[at] ?? '') ? 1 : 0
  const times = numberAt(words, at + link)
  if (times < 1 || !isTimesWord(words[at + link + 1])) return null
  return { used: link + 2, meaning: {}, joint: { times: Math.min(mostCount, times) } }
}

const often: ReadonlyArray<readonly [string, number]> = [
  ...alike('once | una vez', 1),
  ...alike('twice | dos veces', 2),
  ...alike('thrice | tres veces', 3),
]
const perWords = alike('a | an | per | each | every | por | a la | al | cada', true)

/** "once a week" is a series; of "twice a week" nobody knows the days, and a series has to have them. */
export const readFrequency: Reader = (words, at) => {
  const said = longestAt(words, at, often)
  const short = Number(/^(\d{1,2})x$/.exec(words[at] ?? '')?.[1] ?? 0)
  const counted = said === null && short === 0 && isTimesWord(words[at + 1]) ? numberAt(words, at) : 0
  const count = said?.meaning ?? (short || counted)
  if (count < 1) return null
  const begin = said?.used ?? (short > 0 ? 1 : 2)
  const per = longestAt(words, at + begin, perWords)?.used ?? 0
  const unit = unitWords.get(words[at + begin + per] ?? '')
  if (unit === undefined) return null
  const used = begin + per + 1
  return count === 1 && unit !== 'year'
    ? { used, meaning: { repeat: { unit, every: 1 } } }
    : { used, meaning: {}, isUnread: true }
}

/** As orders have it: "q2w", "q3mo". */
function orderedAt(word: string): Repeat | null {
  const [, digits, letters = ''] = /^q(\d{0,2})([a-z]+)$/.exec(word) ?? []
  const unit = letters === 'm' ? 'month' : unitWords.get(letters)
  return unit === undefined || unit === 'year' ? null : { unit, every: Math.max(1, Number(digits)) }
}

function isTimesWord(word: string | undefined): boolean {
  return ['times', 'veces', 'visits', 'visitas'].includes(word ?? '')
}

function startAt(words: readonly string[], at: number): Read<Repeat> {
  const adverb = adverbs.get(words[at] ?? '')
  if (adverb) return { used: 1, meaning: { unit: adverb, every: 1 } }
  const other = longer.get(words[at] ?? '') ?? orderedAt(words[at] ?? '')
  if (other) return { used: 1, meaning: other }
  const start = longestAt(words, at, starts)
  if (!start) return null
  let next = at + start.used
  const isOther = words[next] === 'other'
  const counted = numberAt(words, next)
  const every = isOther ? 2 : Math.max(1, counted)
  next += isOther || counted > 0 ? 1 : 0
  const unit = unitWords.get(words[next] ?? '')
  if (unit && unit !== 'year') return { used: next + 1 - at, meaning: { unit, every } }
  const days = daysOfSeriesAt(words, next, new Set())
  return days && { used: next + days.used - at, meaning: { unit: 'week', every, weekdays: days.meaning } }
}

/** "on Mon and Wed", "mon to fri". "Mon or Wed" leaves a choice and names no days of the series. */
function daysOfSeriesAt(words: readonly string[], at: number, before: ReadonlySet<string>): Read<readonly number[]> {
  let next = at
  while (before.has(words[next] ?? '')) next += 1
  const found: number[] = []
  let used = 0
  while (next < words.length) {
    const days = weekdaysAt(words, next)
    if (!days && (found.length === 0 || !andWords.has(words[next] ?? ''))) break
    found.push(...(days?.meaning ?? []))
    next += days?.used ?? 1
    if (days) used = next - at
  }
  const leavesChoice = orWords.has(words[at + used] ?? '') && weekdayWords.has(words[at + used + 1] ?? '')
  if (found.length === 0 || leavesChoice) return null
  return { used, meaning: [...new Set(found)].sort((a, b) => a - b) }
}

/** "on the 15th", "el día 15", "on the second Tuesday", "on the same weekday". */
function monthDayAt(words: readonly string[], at: number): Read<MonthDay> {
  const same = longestAt(words, at, sameWeekday)
  if (same) return same
  let next = at
  while (onWords.has(words[next] ?? '')) next += 1
  const word = words[next] ?? ''
  const week = ordinalWords.get(word)
  const weekday = weekdayWords.get(words[next + 1] ?? '')
  if (week !== undefined && weekday !== undefined) return { used: next + 2 - at, meaning: { week, weekday } }
  const [, digits, suffix] = /^(\d{1,2})(st|nd|rd|th)?$/.exec(word) ?? []
  const day = Number(digits ?? 0)
  const isCount = suffix === undefined && (next === at || isTimesWord(words[next + 1]))
  return day < 1 || day > 31 || isCount ? null : { used: next + 1 - at, meaning: { day } }
}
