import type { Marks } from './header.ts'
import { isMarkAt } from './mark.ts'

/** Where binary data stands in the bytes. */
export interface Binary {
  /** Where the delimiters before the data stand, the last of them right before it. */
  readonly cuts: readonly number[]
  /** Behind the last byte of the data, by its length. */
  readonly end: number
}

const [b, i, n, d, s] = [0x62, 0x69, 0x6e, 0x64, 0x73]
const zero = 0x30
/** A length has up to fifteen digits (data element 784). */
const mostDigits = 15
/** `BDS`, a delimiter and a filter of up to three letters (data element 1570). */
const longestFilter = 10

/**
 * Segments that hold bytes, not text, say how many: BIN01, BDS02 (X12.6, binary segments). Delimiters among those are none.
 *
 * @returns null for any other segment, and where the length cannot be read
 */
export function binaryAt(bytes: Uint8Array, at: number, end: number, { element, segment }: Marks): Binary | null {
  if (((bytes[at] ?? 0) | 0x20) !== b) return null
  const [second, third] = [(bytes[at + 1] ?? 0) | 0x20, (bytes[at + 2] ?? 0) | 0x20]
  const isBin = second === i && third === n
  if (!isBin && !(second === d && third === s)) return null
  if (!isMarkAt(element, bytes, at + 3)) return null
  const cuts = [at + 3]
  let next = at + 3 + element.length
  if (!isBin) {
    while (next < end && next - at <= longestFilter && !isMarkAt(element, bytes, next)) next++
    if (!isMarkAt(element, bytes, next)) return null
    cuts.push(next)
    next += element.length
  }
  let length = 0
  const first = next
  for (; next < end && next - first <= mostDigits; next++) {
    const digit = (bytes[next] ?? 0) - zero
    if (digit < 0 || digit > 9) break
    length = length * 10 + digit
  }
  if (next === first || next >= end || !isMarkAt(element, bytes, next)) return null
  // Where a delimiter does for both, or is a letter, the segment has ended before its data.
  for (let index = at; index <= next; index++) if (isMarkAt(segment, bytes, index)) return null
  return { cuts: [...cuts, next], end: next + element.length + length }
}
