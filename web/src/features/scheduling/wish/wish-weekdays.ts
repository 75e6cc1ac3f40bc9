import { longestAt } from './wish-reader.ts'
import { dayLetters, weekdayWords, weekendPhrases, workdayPhrases } from './wish-vocabulary.ts'

/** ISO weekdays, and how many words it took to say them. */
type Weekdays = { readonly used: number; readonly meaning: readonly number[] } | null

const toWords: ReadonlySet<string> = new Set(['to', 'through', 'thru', 'till', 'until', 'a', 'al', 'hasta'])
const starts: ReadonlySet<string> = new Set(['from', 'de', 'del', 'desde'])
const articles: ReadonlySet<string> = new Set(['el', 'los'])

/** "Tuesdays", "weekends", "mon to fri". */
export function weekdaysAt(words: readonly string[], at: number): Weekdays {
  const hit = weekdaySpanAt(words, at) ?? longestAt(words, at, [...weekendPhrases, ...workdayPhrases, ...dayLetters])
  if (hit) return hit
  const weekday = weekdayWords.get(words[at] ?? '')
  return weekday === undefined ? null : { used: 1, meaning: [weekday] }
}

/** "mon to fri", "from Monday through Thursday", "de lunes a viernes". */
export function weekdaySpanAt(words: readonly string[], at: number): Weekdays {
  const begin = starts.has(words[at] ?? '') ? 1 : 0
  const first = weekdayWords.get(words[at + begin] ?? '')
  if (first === undefined || !toWords.has(words[at + begin + 1] ?? '')) return null
  const article = articles.has(words[at + begin + 2] ?? '') ? 1 : 0
  const last = weekdayWords.get(words[at + begin + 2 + article] ?? '')
  if (last === undefined || last <= first) return null
  const meaning = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  return { used: begin + 3 + article, meaning }
}
