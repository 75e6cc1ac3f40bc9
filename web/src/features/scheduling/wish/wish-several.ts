import { longestAt, type Reader } from './wish-reader.ts'
import type { Gap } from './wish.ts'
import { numberAt } from './wish-vocabulary.ts'

const nextPhrases = [
  'then',
  'and then',
  'followed by',
  'luego',
  'y luego',
  'despues',
  'y despues',
  'seguido de',
  'mas tarde',
].map((phrase) => [phrase, true] as const)

const gapPhrases: ReadonlyArray<readonly [string, Gap]> = [
  ['same day', { sameDay: true }],
  ['the same day', { sameDay: true }],
  ['mismo dia', { sameDay: true }],
  ['el mismo dia', { sameDay: true }],
  ['next day', { minDays: 1, maxDays: 1 }],
  ['the next day', { minDays: 1, maxDays: 1 }],
  ['dia siguiente', { minDays: 1, maxDays: 1 }],
  ['al dia siguiente', { minDays: 1, maxDays: 1 }],
]

/** "then", "luego": the visit named next follows the one before. "después de las 15" is a time and is read before. */
export const readNext: Reader = (words, at) => {
  const hit = longestAt(words, at, nextPhrases)
  return hit && { used: hit.used, meaning: {}, joint: { isNext: true } }
}

/** How far from the one before: "same day", "within 7 days", "1 to 7 days later", "en 7 días", "de 1 a 7 días después". */
export const readGap: Reader = (words, at) => {
  const said = longestAt(words, at, gapPhrases)
  if (said) return { used: said.used, meaning: {}, joint: { gap: said.meaning } }
  const starts = ['within', 'in', 'en', 'dentro', 'de', 'after', 'from', 'between', 'entre'].includes(words[at] ?? '')
    ? 1
    : 0
  const of = starts === 1 && words[at] === 'dentro' && words[at + 1] === 'de' ? 1 : 0
  let next = at + starts + of
  const first = numberAt(words, next)
  if (first < 1) return null
  next += 1
  const isRange = ['to', 'a', 'and', 'y'].includes(words[next] ?? '') && numberAt(words, next + 1) > 0
  const last = isRange ? numberAt(words, next + 1) : first
  if (isRange) next += 2
  if (!/^(days?|dias?)$/.test(words[next] ?? '')) return null
  next += 1
  const isLater = ['later', 'after', 'despues'].includes(words[next] ?? '')
  if (isLater) next += 1
  if (!isRange && !isLater && starts === 0) return null
  const least = isRange || isLater || words[at] === 'after' ? first : undefined
  const gap = { ...(least === undefined ? {} : { minDays: least }), maxDays: last }
  return { used: next - at, meaning: {}, joint: { gap } }
}
