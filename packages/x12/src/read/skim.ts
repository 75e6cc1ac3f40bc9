import type { Marks } from './header.ts'
import { isLetterOrDigit } from './mark.ts'
import { tagCode } from './tag.ts'

/** Envelopes are followed whoever asks for what, and binary data is passed over by its length. */
const always = ['ISA', 'IEA', 'GS', 'GE', 'ST', 'SE', 'BIN', 'BDS']

const lettersAndDigits = Array.from({ length: 128 }, (_, byte) => byte).filter(isLetterOrDigit)

/** By the first two bytes of a segment: 1 where they are not those of a tag. */
const noTag = new Uint8Array(1 << 16).fill(1)
for (const first of lettersAndDigits) for (const second of lettersAndDigits) noTag[(first << 8) | second] = 0

/** Passes over segments that nobody asked for, looking only for their ends. */
export class Skimmer {
  /** Segments passed over. */
  count = 0
  readonly #wanted: ReadonlySet<number>
  readonly #stops: ReadonlySet<number>
  /** By the first two bytes: whether a tag that stops it begins so, or something that is no tag. */
  readonly #beginnings = noTag.slice()

  constructor(tags: readonly string[]) {
    const wanted = tags.map((tag) => tag.toUpperCase())
    const stops = [...wanted, ...always]
    this.#wanted = new Set(wanted.map(tagCode))
    this.#stops = new Set(stops.map(tagCode))
    for (const tag of stops) {
      const [first, second] = [tag.charCodeAt(0), tag.charCodeAt(1)]
      for (const one of [first, lower(first)])
        for (const two of [second, lower(second)]) this.#beginnings[(one << 8) | two] = 1
    }
  }

  wants(code: number): boolean {
    return this.#wanted.has(code)
  }

  /** @returns where the first segment begins that is wanted, may be, or does not end before `end` */
  skim(bytes: Uint8Array, start: number, end: number, marks: Marks, longest: number): number {
    this.count = 0
    if (marks.segment.length > 1) return start
    const beginnings = this.#beginnings
    const terminator = marks.segment.first
    const separator = marks.element.first
    let at = start
    for (;;) {
      let begin = at
      while (begin < end && (bytes[begin] ?? 0) <= 0x20 && bytes[begin] !== terminator) begin++
      const beginning = ((bytes[begin] ?? 0) << 8) | (bytes[begin + 1] ?? 0)
      if (begin >= end || (beginnings[beginning] === 1 && this.#mayBeWanted(bytes, begin, separator))) return begin
      let stop = begin
      while (stop < end && bytes[stop] !== terminator) stop++
      if (stop >= end || stop - begin > longest) return begin
      this.count++
      at = stop + 1
    }
  }

  /** The letters before the separator decide; anything else among them is left to who looks at all of it. */
  #mayBeWanted(bytes: Uint8Array, at: number, separator: number): boolean {
    let code = 0
    for (let index = 0; index <= 3; index++) {
      const byte = bytes[at + index]
      if (byte === separator) return index === 0 || this.#stops.has(code << (8 * (3 - index)))
      if (byte === undefined || !isLetterOrDigit(byte)) return true
      code = (code << 8) | (byte > 0x5a ? byte - 0x20 : byte)
    }
    return false
  }
}

function lower(letter: number): number {
  return letter >= 0x41 && letter <= 0x5a ? letter + 0x20 : letter
}
