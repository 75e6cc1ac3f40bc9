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
/** "after 3" at a desk is three in the afternoon. */
const firstMorningHour = 7

/** "after 15:00", "before 10", "after 3 pm", "después de las 15:00", "antes de las 10". Minutes of the wall clock. */
export const readClock: Reader = (words, at) => {
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
