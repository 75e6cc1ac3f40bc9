import { dayMs } from '../local-day.ts'

/** The index knows time in steps of five minutes: every offset of a zone in use today is a multiple of it. */
export const tickMinutes = 5
export const tickMs = tickMinutes * 60_000
export const dayTicks = 288
/** A day is 288 bits: nine words of 32. */
export const dayWords = 9

/** Number of the UTC day of an instant (epoch milliseconds). */
export function utcDay(instant: number): number {
  return Math.floor(instant / dayMs)
}

/** Sets the bits `from` (included) to `until` (not included), counted from the word `base`. */
export function setBits(words: Uint32Array, base: number, from: number, until: number): void {
  for (let bit = from; bit < until; ) {
    const word = bit >>> 5
    const end = Math.min(until, (word + 1) << 5)
    words[base + word]! |= bitsBetween(bit & 31, end - (word << 5))
    bit = end
  }
}

/** Clears the bits `from` (included) to `until` (not included), counted from the word `base`. */
export function clearBits(words: Uint32Array, base: number, from: number, until: number): void {
  for (let bit = from; bit < until; ) {
    const word = bit >>> 5
    const end = Math.min(until, (word + 1) << 5)
    words[base + word]! &= ~bitsBetween(bit & 31, end - (word << 5))
    bit = end
  }
}

/** How many bits are set from `from` (included) to `until` (not included), counted from the word `base`. */
export function countBits(words: Uint32Array, base: number, from: number, until: number): number {
  let count = 0
  for (let bit = from; bit < until; ) {
    const word = bit >>> 5
    const end = Math.min(until, (word + 1) << 5)
    count += ones(words[base + word]! & bitsBetween(bit & 31, end - (word << 5)))
    bit = end
  }
  return count
}

/** A word with the bits `from` to `until` (0 to 32, not included) set. */
export function bitsBetween(from: number, until: number): number {
  return until - from === 32 ? -1 : ((1 << (until - from)) - 1) << from
}

/** Number of set bits (Warren, "Hacker's Delight", 5-1). */
export function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55_55_55_55)
  const fours = (pairs & 0x33_33_33_33) + ((pairs >>> 2) & 0x33_33_33_33)
  return (((fours + (fours >>> 4)) & 0x0f_0f_0f_0f) * 0x01_01_01_01) >>> 24
}
