import type { Marks } from './header.ts'
import { isMarkAt } from './mark.ts'
import { hasBreaks, hasControls, hasRepetitions, hasWide, type Page } from './page.ts'

const plain = 0
const elementEnds = 0x100
const segmentEnds = 0x200

/** Finds where a segment and its elements end. One pass, one look at each byte, no text made. */
export class Scanner {
  /** Elements of the segment scanned last, its tag not counted. */
  size = 0
  /** What is known of its bytes, see page.ts. */
  known = 0
  /** By a byte: what it ends, or what it makes known of the segment. */
  readonly #kinds = new Uint16Array(256)
  #marks: Marks | null = null

  use(marks: Marks): void {
    this.#marks = marks
    this.#kinds.fill(plain)
    this.#kinds.fill(hasControls, 0, 0x20)
    this.#kinds.fill(hasWide, 0x80)
    this.#kinds[0x0a] = hasBreaks
    this.#kinds[0x0d] = hasBreaks
    const repetition = marks.repetition?.first
    if (repetition !== undefined) this.#kinds[repetition] = (this.#kinds[repetition] ?? 0) | hasRepetitions
    this.#kinds[marks.element.first] = elementEnds
    this.#kinds[marks.segment.first] = segmentEnds
  }

  /** Takes a segment whose delimiters are known: one with binary data, in which there may be anything. */
  place(page: Page, first: number, at: number, cuts: readonly number[], end: number): void {
    let offsets = page.offsets
    while (first + cuts.length + 1 >= offsets.length) offsets = grown(page)
    offsets[first] = at
    for (const [index, cut] of cuts.entries()) offsets[first + 1 + index] = cut
    offsets[first + 1 + cuts.length] = end
    this.size = cuts.length
    this.known = hasWide | hasControls | hasRepetitions
  }

  /**
   * Writes the segment's offsets into the page, from `first` on.
   *
   * @returns where the terminator stands; -1 where there is none before `end`
   */
  scan(page: Page, first: number, at: number, end: number): number {
    const marks = this.#marks
    if (!marks) return -1
    const kinds = this.#kinds
    const bytes = page.bytes
    const elementIsOne = marks.element.length === 1
    const segmentIsOne = marks.segment.length === 1
    let offsets = page.offsets
    let next = first
    let known = 0
    if (next + 1 >= offsets.length) offsets = grown(page)
    offsets[next++] = at
    for (let index = at; index < end; index++) {
      const kind = kinds[bytes[index] ?? 0] ?? plain
      if (kind === plain) continue
      if (kind === elementEnds && (elementIsOne || isMarkAt(marks.element, bytes, index))) {
        if (next + 1 >= offsets.length) offsets = grown(page)
        offsets[next++] = index
      } else if (kind === segmentEnds && (segmentIsOne || isMarkAt(marks.segment, bytes, index))) {
        offsets[next] = index
        this.size = next - first - 1
        this.known = known
        return index
      } else known |= kind < elementEnds ? kind : hasWide
    }
    offsets[next] = end
    this.size = next - first - 1
    this.known = known
    return -1
  }
}

function grown(page: Page): Uint32Array {
  const larger = new Uint32Array(page.offsets.length * 2)
  larger.set(page.offsets)
  page.offsets = larger
  return larger
}
