import { kinds } from '../grammar/element-check.ts'
import type { ElementCheck, SegmentUse } from '../grammar/guide.ts'
import { hasPacked, packed, packedAt } from '../read/packed-codes.ts'
import type { SyntaxNote } from '../grammar/syntax-note.ts'
import type { SegmentView } from '../read/segment-view.ts'
import { isDateAt, isNumberAt, isTimeAt } from './bytes-as.ts'

const [d8, rd8] = ['D8', 'RD8'].map(packed)
const dayLength = 8
const daysLength = 17
const dash = 0x2d
const blank = 0x20

/**
 * A look at the bytes of a segment that makes no text: true only where `checkSegment` would find nothing. What is rare
 * (repetitions, letters outside of ASCII, times with seconds, long codes) is left to that one, right or wrong.
 */
export function isSurelyRight(view: SegmentView, use: SegmentUse): boolean {
  const { size, first, page } = view
  const { checks, notes } = use
  if (view.known !== 0 || size < use.least || size > checks.length) return false
  const { bytes, offsets } = page
  const separator = view.place.marks.component?.first ?? -1
  let present = 0
  let before = 0
  // All delimiters are one byte: a longer one has bytes outside of ASCII, which would be known.
  let start = (offsets[first + 1] ?? 0) + 1
  for (let index = 0; index < size; index++) {
    const check = checks[index]
    const end = offsets[first + index + 2] ?? 0
    if (!check) return false
    if (start === end) {
      if (check.isRequired) return false
    } else {
      present |= 2 << index
      const isRight =
        check.kind === kinds.composite
          ? isCompositeRight(check, bytes, start, end, separator)
          : isValueRight(check, bytes, start, end, before)
      if (!isRight) return false
    }
    before = start
    start = end + 1
  }
  return notes.length === 0 || areKept(notes, present)
}

function isCompositeRight(
  { parts, least }: ElementCheck,
  bytes: Uint8Array,
  start: number,
  end: number,
  separator: number,
): boolean {
  let index = 0
  let before = 0
  for (let at = start; at <= end; index++) {
    let stop = at
    while (stop < end && bytes[stop] !== separator) stop++
    const check = parts[index]
    if (!check) return false
    if (at === stop) {
      if (check.isRequired) return false
    } else if (!isValueRight(check, bytes, at, stop, before)) return false
    before = at
    at = stop + 1
  }
  return index >= least
}

/** @param before where the element or component before it begins */
function isValueRight(check: ElementCheck, bytes: Uint8Array, start: number, end: number, before: number): boolean {
  const { kind, min, max } = check
  const length = end - start
  switch (kind) {
    case kinds.text:
      return length >= min && length <= max && bytes[start] !== blank
    case kinds.code:
      return check.codes !== null && hasPacked(check.codes, packedAt(bytes, start, end))
    case kinds.whole:
    case kinds.decimal:
      return isNumberAt(bytes, start, end, min, max, kind === kinds.decimal)
    case kinds.date:
      return length === dayLength && isDateAt(bytes, start)
    case kinds.time:
      return length === 4 && isTimeAt(bytes, start)
    case kinds.dated: {
      if (length < min || length > max || before === 0) return false
      const format = packedAt(bytes, before, start - 1)
      if (format === d8) return length === dayLength && isDateAt(bytes, start)
      if (format !== rd8 || length !== daysLength || bytes[start + dayLength] !== dash) return false
      const last = start + dayLength + 1
      return isDateAt(bytes, start) && isDateAt(bytes, last) && isInOrder(bytes, start, last)
    }
    default:
      return false
  }
}

function isInOrder(bytes: Uint8Array, first: number, last: number): boolean {
  for (let index = 0; index < dayLength; index++) {
    const [earlier, later] = [bytes[first + index] ?? 0, bytes[last + index] ?? 0]
    if (earlier !== later) return earlier < later
  }
  return true
}

function areKept(notes: readonly SyntaxNote[], present: number): boolean {
  for (let index = 0; index < notes.length; index++) {
    const note = notes[index]
    if (note && !isKept(note, present)) return false
  }
  return true
}

/** Relations of elements (X12.6, 3.7.3.2), by their bits; those of C and L begin with the one that asks for others. */
function isKept({ kind, mask, lead }: SyntaxNote, present: number): boolean {
  const those = present & mask
  switch (kind) {
    case 'P':
      return those === 0 || those === mask
    case 'R':
      return those !== 0
    case 'E':
      return (those & (those - 1)) === 0
    case 'C':
      return (those & lead) === 0 || those === mask
    case 'L':
      return (those & lead) === 0 || those !== lead
  }
}
