import { longestAt, type Reader } from './wish-reader.ts'

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

/** "then", "luego": the visit named next follows the one before. "después de las 15" is a time and is read before. */
export const readNext: Reader = (words, at) => {
  const hit = longestAt(words, at, nextPhrases)
  return hit && { used: hit.used, meaning: {}, joint: { isNext: true } }
}
