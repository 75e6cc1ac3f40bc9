import type { Times } from './wish.ts'
import { longestAt, type Reader } from './wish-reader.ts'

const after = [
  'after',
  'from',
  'not before',
  'despues de las',
  'despues de la',
  'a partir de las',
  'a partir de la',
  'desde las',
]
const before = ['before', 'until', 'by', 'antes de las', 'antes de la', 'hasta las', 'hasta la']
const limits = [
  ...after.map((phrase) => [phrase, 'after'] as const),
  ...before.map((phrase) => [phrase, 'before'] as const),
]
const day = 1440
const between = ['between', 'entre', 'entre las', 'entre la'].map((phrase) => [phrase, true] as const)
const ranges = ['from', 'de', 'de las', 'desde las', 'a partir de las'].map((phrase) => [phrase, true] as const)
const joins = ['and', 'to', 'until', 'till', 'y', 'y las', 'y la', 'a', 'a las', 'a la', 'hasta las', 'hasta la'].map(
  (phrase) => [phrase, true] as const,
)
/** School is out by three, work by five; who works comes before nine or around noon. */
const said: ReadonlyArray<readonly [string, Times]> = [
  ...['after school', 'despues de la escuela', 'despues del colegio', 'despues de clases'].map(
    (phrase) => [phrase, { fromMinute: 15 * 60, untilMinute: day }] as const,
  ),
  ...['after work', 'despues del trabajo'].map(
    (phrase) => [phrase, { fromMinute: 17 * 60, untilMinute: day }] as const,
  ),
  ...['before work', 'antes del trabajo'].map((phrase) => [phrase, { fromMinute: 0, untilMinute: 9 * 60 }] as const),
  ...['over lunch', 'at lunchtime', 'lunchtime', 'a mediodia', 'mediodia'].map(
    (phrase) => [phrase, { fromMinute: 11 * 60 + 30, untilMinute: 13 * 60 + 30 }] as const,
  ),
]
/** Hours that are called by what else somebody does then. */
export function isSaidOfDay(words: readonly string[], at: number): boolean {
  return longestAt(words, at, said) !== null
}

/** "after 3" at a desk is three in the afternoon. */
const firstMorningHour = 7

/** "after 15:00", "before 10", "after 3 pm", "después de las 15:00", "antes de las 10". Minutes of the wall clock. */
export const readClock: Reader = (words, at) => {
  const phrase = longestAt(words, at, said)
  if (phrase) return { used: phrase.used, meaning: { times: phrase.meaning } }
  const range = rangeAt(words, at)
  if (range) return range
  const limit = longestAt(words, at, limits)
  if (!limit) return null
  const clock = clockAt(words, at + limit.used)
  if (!clock) return null
  const times =
    limit.meaning === 'after'
      ? { fromMinute: clock.minute, untilMinute: day }
      : { fromMinute: 0, untilMinute: clock.minute }
  return { used: limit.used + clock.used, meaning: { times } }
}

/** "between 9 and 11", "from 9 to 11", "entre las 9 y las 11", "de 9 a 11". */
const rangeAt: Reader = (words, at) => {
  const start = longestAt(words, at, [...between, ...ranges])
  if (!start) return null
  const from = clockAt(words, at + start.used)
  const join = from && longestAt(words, at + start.used + from.used, joins)
  if (!join) return null
  const used = start.used + from.used + join.used
  const until = clockAt(words, at + used)
  if (!until || from.minute >= until.minute) return null
  // "from 1 to 7 days later" is a distance.
  if (/^(days?|dias?|weeks?|semanas?)$/.test(words[at + used + until.used] ?? '')) return null
  return { used: used + until.used, meaning: { times: { fromMinute: from.minute, untilMinute: until.minute } } }
}

function clockAt(words: readonly string[], at: number): { readonly minute: number; readonly used: number } | null {
  const [, digits = '', glued] = /^(\d{1,2})(am|pm)?$/.exec(words[at] ?? '') ?? []
  if (digits === '') return null
  const hasMinutes = glued === undefined && /^[0-5]\d$/.test(words[at + 1] ?? '')
  const minutes = hasMinutes ? Number(words[at + 1]) : 0
  let used = hasMinutes ? 2 : 1
  const half = glued ?? (['am', 'pm'].includes(words[at + used] ?? '') ? words[at + used++] : undefined)
  const hour = Number(digits)
  if (hour > 24 || hour * 60 + minutes > day || (half !== undefined && (hour < 1 || hour > 12))) return null
  const isAfternoon = half === 'pm' || (half === undefined && !hasMinutes && hour > 0 && hour < firstMorningHour)
  const turned = half === 'am' && hour === 12 ? 0 : isAfternoon && hour < 12 ? hour + 12 : hour
  return { minute: turned * 60 + minutes, used }
}
