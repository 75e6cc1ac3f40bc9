import type { Times } from './wish.ts'
import { alike, longestAt, type Reader } from './wish-reader.ts'
import { monthWords, numberAt, unitWords } from './wish-vocabulary.ts'

type Word = 'after' | 'before' | 'at' | 'around'

const openings: ReadonlyArray<readonly [string, Word]> = [
  ...alike(
    'after | from | not before | no earlier than | starting at | despues de las | despues de la | despues del | a partir de las | a partir de la | a partir del | desde las | desde la',
    'after',
  ),
  ...alike(
    'before | until | by | no later than | antes de las | antes de la | antes del | antes de | hasta las | hasta la | hasta el',
    'before',
  ),
  ...alike('at | at exactly | a las | a la | exactly at', 'at'),
  ...alike(
    'around | about | at around | at about | close to | near | a eso de las | a eso de la | alrededor de las | alrededor de la | como a las | como a la | cerca de las',
    'around',
  ),
]
const day = 1440
const noon = 720
/** "around 10" is nine to eleven. */
const slack = 60
const between = ['between', 'entre', 'entre las', 'entre la'].map((phrase) => [phrase, true] as const)
const ranges = ['from', 'de', 'de las', 'desde las', 'a partir de las'].map((phrase) => [phrase, true] as const)
const joins = ['and', 'to', 'until', 'till', 'y', 'y las', 'y la', 'a', 'a las', 'a la', 'hasta las', 'hasta la'].map(
  (phrase) => [phrase, true] as const,
)
const hours = (from: number, until: number): Times => ({ fromMinute: from * 60, untilMinute: until * 60 })
/** School is out by three, work by five; who works comes before nine or around noon. */
const said = [
  ...alike('after school | despues de la escuela | despues del colegio | despues de clases', hours(15, 24)),
  ...alike('after work | despues del trabajo', hours(17, 24)),
  ...alike('before work | antes del trabajo', hours(0, 9)),
  ...alike('before school | antes de la escuela | antes de clases', hours(0, 8)),
  ...alike('before lunch | antes del almuerzo | antes de almuerzo | antes de comer', hours(0, 12)),
  ...alike('after lunch | despues del almuerzo | despues de almuerzo | despues de comer', hours(13, 24)),
  ...alike(
    'over lunch | at lunch | at lunchtime | lunchtime | lunch time | during lunch | lunch break',
    hours(11.5, 13.5),
  ),
  ...alike('a mediodia | al mediodia | mediodia | a la hora del almuerzo | hora del almuerzo', hours(11.5, 13.5)),
  ...alike(
    'first thing | first thing in the morning | early morning | early in the morning | early mornings',
    hours(0, 9),
  ),
  ...alike(
    'early | temprano | por la manana temprano | temprano por la manana | a primera hora | primera hora',
    hours(0, 9),
  ),
  ...alike('mid morning | midmorning | media manana | a media manana', hours(9.5, 11)),
  ...alike('late morning | late mornings | late in the morning', hours(10.5, 12)),
  ...alike('early afternoon | early in the afternoon | primeras horas de la tarde', hours(12, 14)),
  ...alike('mid afternoon | midafternoon | media tarde | a media tarde', hours(14, 15.5)),
  ...alike('late afternoon | late afternoons | late in the afternoon', hours(15, 17)),
  ...alike('end of day | end of the day | late in the day | late | last thing | as late as possible', hours(15.5, 24)),
  ...alike('a ultima hora | ultima hora | al final del dia | lo mas tarde posible', hours(15.5, 24)),
]
/** Hours that are called by what else somebody does then. */
export function isSaidOfDay(words: readonly string[], at: number): boolean {
  return longestAt(words, at, said) !== null
}

/** "after 3" at a desk is three in the afternoon, and so is "3:30"; "03:30" is not. */
const firstMorningHour = 7

/**
 * "after 15:00", "before noon", "at 10:30", "8am", "around 3", "después de las 15:00", "a las 3 de la tarde". Minutes of the
 * wall clock; who says when exactly means that minute alone.
 */
export const readClock: Reader = (words, at) => {
  const hit = timesAt(words, at)
  // Nothing begins after midnight at the end of the day, or before the one at its beginning.
  return hit && hit.times.fromMinute < hit.times.untilMinute ? { used: hit.used, meaning: { times: hit.times } } : null
}

type Read = { readonly times: Times; readonly used: number } | null

function timesAt(words: readonly string[], at: number): Read {
  const phrase = longestAt(words, at, said)
  if (phrase) return { used: phrase.used, times: phrase.meaning }
  const range = rangeAt(words, at)
  if (range) return range
  const opening = longestAt(words, at, openings)
  const clock = opening && clockAt(words, at + opening.used)
  if (clock) {
    const used = opening.used + clock.used
    const choice = opening.meaning === 'at' ? choiceAt(words, at + used, clock.minute) : null
    return choice ? { ...choice, used: used + choice.used } : { used, times: timesOf(opening.meaning, clock.minute) }
  }
  const [, about] = /^(\d{1,2}(?::[0-5]\d)?|noon)ish$/.exec(words[at] ?? '') ?? []
  const near = about === undefined ? null : clockAt([about], 0)
  if (near) return { used: 1, times: timesOf('around', near.minute) }
  // A number alone is a time where it is written as one: "10:30", "8am", "noon".
  const bare = clockAt(words, at)
  return bare?.isPlain ? { used: bare.used, times: timesOf('at', bare.minute) } : null
}

/** "at 9 or 10": from the one to the other. */
function choiceAt(words: readonly string[], at: number, minute: number): Read {
  const other = ['or', 'o'].includes(words[at] ?? '') ? clockAt(words, at + 1) : null
  if (!other) return null
  const [first, last] = [Math.min(minute, other.minute), Math.max(minute, other.minute)]
  return { used: other.used + 1, times: { fromMinute: first, untilMinute: last + 1 } }
}

function timesOf(word: Word, minute: number): Times {
  switch (word) {
    case 'after':
      return { fromMinute: minute, untilMinute: day }
    case 'before':
      return { fromMinute: 0, untilMinute: minute }
    case 'at':
      return { fromMinute: minute, untilMinute: Math.min(minute + 1, day) }
    case 'around':
      return { fromMinute: Math.max(0, minute - slack), untilMinute: Math.min(day, minute + slack) }
  }
}

/** "between 9 and 11", "from 9 to 11", "9 to 11am", "entre las 9 y las 11", "de 9 a 11". */
function rangeAt(words: readonly string[], at: number): Read {
  const start = longestAt(words, at, [...between, ...ranges])
  const begin = start?.used ?? 0
  const from = clockAt(words, at + begin)
  const join = from && longestAt(words, at + begin + from.used, joins)
  if (!join) return null
  const used = begin + from.used + join.used
  const until = clockAt(words, at + used)
  if (!until || from.minute >= until.minute) return null
  return { used: used + until.used, times: { fromMinute: from.minute, untilMinute: until.minute } }
}

type Clock = {
  readonly minute: number
  readonly used: number
  /** Written as a time and nothing else. */
  readonly isPlain: boolean
}

const halves: ReadonlyArray<readonly [string, 'am' | 'pm']> = [
  ...alike('am | de la manana | in the morning', 'am'),
  ...alike('pm | de la tarde | de la noche | in the afternoon | in the evening', 'pm'),
]
const noons: ReadonlySet<string> = new Set(['noon', 'midday', 'mediodia'])

function clockAt(words: readonly string[], at: number): Clock | null {
  const word = words[at] ?? ''
  if (noons.has(word)) return { minute: noon, used: 1, isPlain: word === 'noon' }
  const [, digits, colon, glued] = /^(\d{1,2})(?::([0-5]\d))?(am|pm|a|p)?$/.exec(word) ?? []
  const hour = digits === undefined ? numberAt(words, at) : Number(digits)
  if (digits === undefined && (hour < 1 || hour > 12)) return null
  const isApart = colon === undefined && glued === undefined && /^[0-5]\d$/.test(words[at + 1] ?? '')
  const minutes = Number(colon ?? (isApart ? words[at + 1] : 0))
  let used = isApart ? 2 : 1
  const half =
    glued === undefined
      ? longestAt(words, at + used, halves)
      : { used: 0, meaning: glued.startsWith('a') ? 'am' : 'pm' }
  used += half?.used ?? 0
  if (hour > 24 || hour * 60 + minutes > day || (half && (hour < 1 || hour > 12))) return null
  // "after 2 weeks", "from 1 Dec" and "3 times" are no times of the day.
  const after = words[at + used] ?? ''
  if (!half && colon === undefined && (unitWords.has(after) || monthWords.has(after) || after === 'times')) return null
  const isGuessed = !half && !digits?.startsWith('0') && hour > 0 && hour < firstMorningHour
  const isAfternoon = half?.meaning === 'pm' || isGuessed
  const turned = half?.meaning === 'am' && hour === 12 ? 0 : isAfternoon && hour < 12 ? hour + 12 : hour
  return { minute: turned * 60 + minutes, used, isPlain: colon !== undefined || half !== null }
}
