import { decodeBlock, decodeBytes } from './decode.ts'

/** What is known of a segment's bytes, as bits. */
export const hasBreaks = 1
export const hasWide = 2
export const hasControls = 4
export const hasRepetitions = 8

/** With one of these a byte is not a character of its text. */
export const needsDecoding = hasBreaks | hasWide

const blockBits = 12
const blockSize = 1 << blockBits

/** Longer ones would be views that keep 64 KB alive for a name. */
const longestCopied = 12
const longestJoined = 60

/** A stretch of bytes and where its segments are cut. Text is made of it by blocks, and only where somebody asks. */
export class Page {
  bytes: Uint8Array
  /** Bytes of the file before the page. */
  base: number
  /**
   * For each segment: where it begins, where its tag ends, where each element ends. What ends there is a delimiter, so an
   * element begins behind the delimiter that ends the one before.
   */
  offsets: Uint32Array
  readonly #blocks: (string | undefined)[] = []

  constructor(bytes: Uint8Array, base: number, offsets: number) {
    this.bytes = bytes
    this.base = base
    this.offsets = new Uint32Array(offsets)
  }

  turn(bytes: Uint8Array, base: number): void {
    this.bytes = bytes
    this.base = base
    this.#blocks.length = 0
  }

  text(start: number, end: number, known: number): string {
    const length = end - start
    if (length <= 0) return ''
    const block = start >> blockBits
    if ((known & needsDecoding) !== 0 || length > longestJoined || (end - 1) >> blockBits !== block) {
      return decodeBytes(this.bytes, start, end, (known & hasBreaks) !== 0)
    }
    const text = this.#blocks[block] ?? this.#decode(block)
    const from = start - (block << blockBits)
    if (length <= longestCopied) return text.substring(from, from + length)
    return copy(text, from, from + length)
  }

  #decode(block: number): string {
    const start = block << blockBits
    const text = decodeBlock(this.bytes.subarray(start, start + blockSize))
    this.#blocks[block] = text
    return text
  }
}

/** Engines copy short pieces and only point into the whole for longer ones. */
function copy(text: string, start: number, end: number): string {
  let copied = ''
  for (let at = start; at < end; at += longestCopied) copied += text.substring(at, Math.min(end, at + longestCopied))
  return copied
}
