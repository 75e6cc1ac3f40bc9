import { foldName } from '@foyer/patients'
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

function dateText(month: number, day: number, year: string | undefined): string | null {
  const name = monthNames[month - 1]
  if (name === undefined || day < 1 || day > 31) return null
  const whole = year?.length === 2 ? `20${year}` : year
  return whole === undefined ? `${name} ${day}` : `${name} ${day} ${whole}`
}

/** The month comes first, as it does where the practices are, unless it cannot be one. */
function slashed(all: string, first: string, second: string, year: string | undefined): string {
  const [month, day] = [Number(first), Number(second)]
  return dateText(month, day, year) ?? dateText(day, month, year) ?? all
}

/** Of what is written in signs the words. */
function spelled(text: string): string {
  return text
    .replaceAll(
      /\b(20\d\d)-(\d{1,2})-(\d{1,2})\b/g,
      (all, year: string, month: string, day: string) => dateText(Number(month), Number(day), year) ?? all,
    )
    .replaceAll(/\b(\d{1,2})\/(\d{1,2})(?:\/(20\d\d|\d\d))?\b(?!\/)/g, slashed)
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

export function tokensOf(typed: string): Tokens {
  const text = spelled(typed)
  const matches = [...text.matchAll(word)]
  const given = matches.map(([each]) => each)
  return {
    given,
    words: given.map((each) => (each.includes(':') ? each : foldName(each))),
    breaks: new Set(matches.flatMap(({ index }, at) => (/[,;]\s*$/.test(text.slice(0, index)) ? [at] : []))),
  }
}
