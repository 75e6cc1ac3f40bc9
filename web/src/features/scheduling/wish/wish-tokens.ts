import { foldName } from '@foyer/patients'
import { mostYears } from './wish-dates.ts'
import { monthWords, weekdayWords } from './wish-vocabulary.ts'

export type Tokens = {
  /** As they were typed. */
  readonly given: readonly string[]
  /** Folded: lower case, no accents. */
  readonly words: readonly string[]
  /** Places of words before which there is a comma. */
  readonly breaks: ReadonlySet<number>
}

const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const dash = '\\s*[-–—]\\s*'
const anyOf = (words: Iterable<string>): string => [...words].toSorted((a, b) => b.length - a.length).join('|')

/** Of two digits those that can be ahead; the others say when somebody was born. */
function wholeYear(year: string, today: string): string {
  if (year.length === 4) return year
  const ahead = Number(today.slice(2, 4)) + mostYears
  return `${Number(year) <= ahead ? 20 : 19}${year}`
}

function dateText(month: number, day: number, year: string | undefined): string | null {
  const name = monthNames[month - 1]
  if (name === undefined || day < 1 || day > 31) return null
  return year === undefined ? `${name} ${day}` : `${name} ${day} ${year}`
}

/** The month comes first, as it does where the practices are, unless it cannot be one. */
function slashed(today: string, [all, first, second, said]: readonly (string | undefined)[]): string {
  const [month, day] = [Number(first), Number(second)]
  const year = said === undefined ? undefined : wholeYear(said, today)
  return dateText(month, day, year) ?? dateText(day, month, year) ?? all ?? ''
}

/** Of what is written in signs the words. */
function spelled(text: string, today: string): string {
  return text
    .replaceAll(
      /\b((?:19|20)\d\d)-(\d{1,2})-(\d{1,2})\b/g,
      (all, year: string, month: string, day: string) => dateText(Number(month), Number(day), year) ?? all,
    )
    .replaceAll(/\b(\d{1,2})\/(\d{1,2})(?:\/((?:19|20)\d\d|\d\d))?\b(?!\/)/g, (...match: string[]) =>
      slashed(today, match.slice(0, 4)),
    )
    .replaceAll(/\bf\/u\b/gi, 'follow up')
    .replaceAll(/\bw\/(?!o\b)/gi, 'with ')
    .replaceAll(/\b([ap])\.\s?m\b\.?/gi, '$1m')
    .replaceAll(/\b(\d{1,2})(d|days?|w|wks?|weeks?|mos?|months?|yrs?|years?)\b/gi, '$1 $2')
    .replaceAll(between, '$1 to ')
}

/** "9-11", "dec 12-15", "dec 14 - jan 3", "mon-fri". */
const between = new RegExp(
  `(\\d(?:[ap]m?)?|\\b(?:${anyOf(weekdayWords.keys())}))${dash}(?=\\d{1,2}(?!\\d)|(?:${anyOf([...monthWords.keys(), ...weekdayWords.keys()])})\\b)`,
  'gi',
)

/** A clock keeps its colon and is one word. */
const word = /\d{1,2}:\d{2}|[\p{L}\p{M}\p{N}]+/gu

/** @param today civil date, by which years of two digits are read */
export function tokensOf(typed: string, today: string): Tokens {
  const text = spelled(typed, today)
  const matches = [...text.matchAll(word)]
  const given = matches.map(([each]) => each)
  return {
    given,
    words: given.map((each) => (each.includes(':') ? each : foldName(each))),
    breaks: new Set(matches.flatMap(({ index }, at) => (/[,;]\s*$/.test(text.slice(0, index)) ? [at] : []))),
  }
}
