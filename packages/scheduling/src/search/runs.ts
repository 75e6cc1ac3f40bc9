import { dayTicks, dayWords } from '../availability/ticks.ts'

/**
 * Shifts by which a run of `length` bits is found: after ANDing words with themselves shifted by each of them, a bit says
 * that it and the `length - 1` after it were set. Each at most 31, so that it looks into one more word only.
 */
export function runSteps(length: number): number[] {
  const steps: number[] = []
  for (let have = 1; have < length; ) {
    const step = Math.min(have, length - have, 31)
    steps.push(step)
    have += step
  }
  return steps
}

/** Makes runs of words `from` to `until` (not included) in place; what comes after `until` is taken as not free. */
export function makeRuns(words: Uint32Array, from: number, until: number, steps: readonly number[]): void {
  const last = until - 1
  for (let index = 0; index < steps.length; index++) {
    const step = steps[index]!
    const back = 32 - step
    for (let word = from; word < last; word++) {
      const own = words[word]!
      if (own !== 0) words[word] = own & ((own >>> step) | (words[word + 1]! << back))
    }
    words[last]! &= words[last]! >>> step
  }
}

/** A run of so many bits that begins in one word ends in the next at the latest. */
export const longestInTwo = 32

/** Copies the 288 bits from bit `from` of `words` to `into`. */
export function copyDay(words: Uint32Array, from: number, into: Uint32Array): void {
  const first = from >>> 5
  const shift = from & 31
  for (let word = 0; word < dayWords; word++) {
    const own = words[first + word]!
    into[word] = shift === 0 ? own : (own >>> shift) | ((words[first + word + 1] ?? 0) << (32 - shift))
  }
}

/** Days around the day of the start into which a time reaches, both included. */
export function daysReached(from: number, length: number): { readonly first: number; readonly last: number } {
  return { first: Math.floor(from / dayTicks), last: Math.floor((dayTicks - 1 + from + length - 1) / dayTicks) }
}
