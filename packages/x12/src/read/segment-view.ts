import { packedAt } from './packed-codes.ts'
import type { Position } from '../position.ts'
import type { Segment } from '../segment.ts'
import { centsAt, centsOf } from './cents.ts'
import type { Marks } from './header.ts'
import { isMarkAt, type Mark } from './mark.ts'
import { needsDecoding, type Page } from './page.ts'
import { tagCodeAt, tagOf } from './tag.ts'

/** Where in the envelopes a segment stands; one object for all segments of a set. */
export interface Place {
  readonly interchange: number
  readonly group: number
  readonly set: number
  readonly marks: Marks
}

/** A segment as a window onto the page. Streaming moves one of them along; read at once, there is one for each. */
export class SegmentView implements Segment {
  page: Page
  place: Place
  /** Where its offsets begin in the page. */
  first: number
  size: number
  known: number
  /** Number of the segment, see Position. */
  number: number
  code: number
  /** Where `#locate` found it; fields, since a pair for every question would be made for every segment. */
  #from = 0
  #to = 0

  constructor(page: Page, place: Place) {
    this.page = page
    this.place = place
    this.first = 0
    this.size = 0
    this.known = 0
    this.number = 0
    this.code = 0
  }

  copy(): SegmentView {
    const copied = new SegmentView(this.page, this.place)
    copied.first = this.first
    copied.size = this.size
    copied.known = this.known
    copied.number = this.number
    copied.code = this.code
    return copied
  }

  /** To be called when it has moved. */
  readTag(): void {
    const { bytes, offsets } = this.page
    this.code =
      (this.known & needsDecoding) === 0
        ? tagCodeAt(bytes, offsets[this.first] ?? 0, offsets[this.first + 1] ?? 0)
        : codeOf(this.#tagText())
  }

  /** Whether the tag is written in small letters, which readers take for the large ones. */
  get isLowerCase(): boolean {
    const byte = this.page.bytes[this.page.offsets[this.first] ?? 0] ?? 0
    return byte >= 0x61 && byte <= 0x7a
  }

  get tag(): string {
    return this.code === 0 ? this.#tagText() : tagOf(this.code)
  }

  get position(): Position {
    const { interchange, group, set } = this.place
    return {
      interchange,
      group,
      set,
      segment: this.number,
      offset: this.offset,
    }
  }

  /** Bytes of the file before it. */
  get offset(): number {
    return this.page.base + (this.page.offsets[this.first] ?? 0)
  }

  text(element: number): string {
    if (element < 1 || element > this.size) return ''
    return this.page.text(this.#start(element), this.#end(element), this.known)
  }

  repetitions(element: number): number {
    if (element < 1 || element > this.size) return 0
    const [start, end] = [this.#start(element), this.#end(element)]
    if (start >= end) return 0
    const mark = this.place.marks.repetition
    let count = 1
    if (mark)
      for (
        let at = find(mark, this.page.bytes, start, end);
        at < end;
        at = find(mark, this.page.bytes, at + mark.length, end)
      )
        count++
    return count
  }

  part(element: number, component: number, repetition = 1): string {
    if (element < 1 || element > this.size || component < 1 || repetition < 1) return ''
    const { bytes } = this.page
    const marks = this.place.marks
    let start = this.#start(element)
    let end = this.#end(element)
    if (marks.repetition) {
      start = nth(marks.repetition, bytes, start, end, repetition)
      if (start < 0) return ''
      end = find(marks.repetition, bytes, start, end)
    } else if (repetition > 1) return ''
    if (marks.component) {
      start = nth(marks.component, bytes, start, end, component)
      if (start < 0) return ''
      end = find(marks.component, bytes, start, end)
    } else if (component > 1) return ''
    return this.page.text(start, end, this.known)
  }

  /** The first byte of an element or a component (from 1; 0: the whole element); 0 where there is none, or only the text tells. */
  firstByte(element: number, component: number): number {
    return this.#locate(element, component) && this.#from < this.#to ? (this.page.bytes[this.#from] ?? 0) : 0
  }

  /** An element or a component (from 1; 0: the whole element) as a number, see packed-codes.ts; 0 where it has none. */
  packed(element: number, component: number): number {
    return this.#locate(element, component) ? packedAt(this.page.bytes, this.#from, this.#to) : 0
  }

  /** Sets where it begins and ends in the page; false where there is none, or only the text tells. */
  #locate(element: number, component: number): boolean {
    if (this.known !== 0 || element > this.size) return false
    const { bytes } = this.page
    this.#from = this.#start(element)
    this.#to = this.#end(element)
    if (component === 0) return true
    const mark = this.place.marks.component
    if (!mark) return component === 1
    this.#from = nth(mark, bytes, this.#from, this.#to, component)
    if (this.#from < 0) return false
    this.#to = find(mark, bytes, this.#from, this.#to)
    return true
  }

  cents(element: number): number | null {
    if (element < 1 || element > this.size) return null
    if ((this.known & needsDecoding) !== 0) return centsOf(this.text(element))
    return centsAt(this.page.bytes, this.#start(element), this.#end(element))
  }

  components(element: number, repetition = 1): string[] {
    if (element < 1 || element > this.size || repetition < 1) return []
    const { bytes } = this.page
    const marks = this.place.marks
    let start = this.#start(element)
    let end = this.#end(element)
    if (marks.repetition) {
      start = nth(marks.repetition, bytes, start, end, repetition)
      if (start < 0) return []
      end = find(marks.repetition, bytes, start, end)
    } else if (repetition > 1) return []
    if (start >= end) return []
    const components: string[] = []
    if (!marks.component) return [this.page.text(start, end, this.known)]
    for (let at = start; at <= end; ) {
      const cut = find(marks.component, bytes, at, end)
      components.push(this.page.text(at, cut, this.known))
      at = cut + marks.component.length
      if (cut >= end) break
    }
    return components
  }

  /** Bytes of the file before an element; null for one that the segment does not have. */
  offsetOf(element: number): number | null {
    return element < 1 || element > this.size ? null : this.page.base + this.#start(element)
  }

  #start(element: number): number {
    return (this.page.offsets[this.first + element] ?? 0) + this.place.marks.element.length
  }

  #end(element: number): number {
    return this.page.offsets[this.first + element + 1] ?? 0
  }

  #tagText(): string {
    const { offsets } = this.page
    return this.page.text(offsets[this.first] ?? 0, offsets[this.first + 1] ?? 0, this.known).toUpperCase()
  }
}

function codeOf(tag: string): number {
  // A letter beyond Latin-1 would be taken for the one that its last byte is.
  if (tag.length > 3 || /[^\0-\xff]/.test(tag)) return 0
  const bytes = Uint8Array.from(tag, (letter) => letter.charCodeAt(0))
  return tagCodeAt(bytes, 0, bytes.length)
}

function find(mark: Mark, bytes: Uint8Array, start: number, end: number): number {
  const { first, length } = mark
  for (let at = start; at < end; at++) {
    if (bytes[at] === first && (length === 1 || isMarkAt(mark, bytes, at))) return at
  }
  return end
}

/** Where the n-th part begins; -1 where there are fewer. */
function nth(mark: Mark, bytes: Uint8Array, start: number, end: number, n: number): number {
  let at = start
  for (let count = 1; count < n; count++) {
    const cut = find(mark, bytes, at, end)
    if (cut >= end) return -1
    at = cut + mark.length
  }
  return at
}
