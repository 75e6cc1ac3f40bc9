import type { Delimiters } from '../delimiters.ts'
import { isBreak, isFiller, isLetterOrDigit, isMarkAt, type Mark, markAt, markText } from './mark.ts'

export interface Marks {
  readonly element: Mark
  readonly component: Mark | null
  readonly repetition: Mark | null
  readonly segment: Mark
}

/** An ISA is 106 characters; one whose elements have other lengths is looked for in as many. */
export const longestHeader = 600

const elementsOfIsa = 16
/** Two characters of any length. */
const enoughForMarks = 8
const letters = [0x69, 0x73, 0x61]
const followers = ['GS', 'TA1', 'IEA', 'ISB', 'ISE']

/** Whether an ISA begins here: the letters and a delimiter. */
export function isHeaderAt(bytes: Uint8Array, at: number, end: number): boolean {
  if (at + 3 >= end) return false
  const [i, s, a] = [bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0]
  if ((i | 0x20) !== 0x69 || (s | 0x20) !== 0x73 || (a | 0x20) !== 0x61) return false
  const next = bytes[at + 3] ?? 0
  return !isLetterOrDigit(next) && next !== 0x20 && !isBreak(next)
}

/** Whether the bytes end in the middle of the letters of an ISA. */
export function isHeaderStart(bytes: Uint8Array, at: number, end: number): boolean {
  if (end - at > 3) return false
  for (let index = at; index < end; index++) if (((bytes[index] ?? 0) | 0x20) !== letters[index - at]) return false
  return true
}

/**
 * Finds the delimiters of the ISA that begins at `at`. The rule (X12.5): the byte after `ISA` cuts elements, ISA16 cuts
 * components, and what follows ISA16 ends segments. Counted by elements, so that lengths other than the standard's do no
 * harm; where the count of elements is wrong too, what stands before the next known segment ends the ISA.
 *
 * @param isLast whether nothing comes after `end`
 * @returns 'more' where more bytes are needed to tell, null where they cannot be found
 */
export function findMarks(bytes: Uint8Array, at: number, end: number, isLast: boolean): Marks | 'more' | null {
  const limit = Math.min(end, at + longestHeader)
  const isCut = !isLast && limit === end
  const element = markAt(bytes, at + 3, limit)
  if (isCut && limit - at < enoughForMarks) return 'more'
  if (!element) return null
  const seen: number[] = []
  for (let index = at + 3; index < limit && seen.length < elementsOfIsa; index++) {
    if (!isMarkAt(element, bytes, index)) continue
    if (followerBefore(bytes, at, index, element) !== null) break
    seen.push(index)
  }
  const repetition = repetitionOf(bytes, seen, element)
  const sixteenth = seen[elementsOfIsa - 1]
  const counted = sixteenth === undefined ? null : afterLast(bytes, sixteenth + element.length, limit, isCut)
  if (counted === 'more') return 'more'
  const found = counted ?? beforeFollower(bytes, at, limit, element)
  if (!found) return isCut ? 'more' : null
  return { element, ...found, repetition: distinct(repetition, [element, found.component, found.segment]) }
}

export function delimitersOf({ element, component, repetition, segment }: Marks): Delimiters {
  return {
    element: markText(element),
    component: markText(component),
    repetition: markText(repetition),
    segment: markText(segment),
  }
}

type Ends = Pick<Marks, 'component' | 'segment'>

/** ISA16 and the terminator, counted from the sixteenth delimiter. */
function afterLast(bytes: Uint8Array, at: number, limit: number, isCut: boolean): Ends | 'more' | null {
  if (isCut && limit - at < enoughForMarks) return 'more'
  const last = markAt(bytes, at, limit)
  const next = last && markAt(bytes, at + last.length, limit)
  if (!last || !next) return null
  if (isLetterOrDigit(last.first) || last.first === 0x20) return null
  // ISA16 is missing: what should be it ends the segment.
  if (isBreak(last.first) || isLetterOrDigit(next.first)) return { component: null, segment: last }
  if (!isBreak(next.first)) return { component: last, segment: next }
  const line = endOfLine(bytes, at + last.length, limit)
  if (line === null) return isCut ? 'more' : { component: last, segment: next }
  return isMarkAt(last, bytes, line - last.length)
    ? { component: null, segment: last }
    : { component: last, segment: next }
}

/** Where the next line ends that has something in it. */
function endOfLine(bytes: Uint8Array, at: number, limit: number): number | null {
  let index = at
  while (index < limit && isBreak(bytes[index])) index++
  while (index < limit && !isBreak(bytes[index])) index++
  return index < limit ? index : null
}

/** The terminator is what stands before the first segment that may follow an ISA. */
function beforeFollower(bytes: Uint8Array, at: number, limit: number, element: Mark): Ends | null {
  for (let index = at + 4; index < limit; index++) {
    if (!isMarkAt(element, bytes, index)) continue
    const start = followerBefore(bytes, at, index, element)
    if (start === null) continue
    let before = start - 1
    while (isFiller(bytes[before]) && before > at) before--
    const isByBreak = isLetterOrDigit(bytes[before]) || isMarkAt(element, bytes, before)
    const segment = markAt(bytes, isByBreak ? before + 1 : characterStart(bytes, before), limit)
    if (!segment) return null
    const component = isByBreak ? null : markAt(bytes, before - segment.length, limit)
    return { segment, component: component && distinct(component, [element, segment]) }
  }
  return null
}

/** Where the tag begins that ends at `end`, when it is one that may follow an ISA and does not look like an element. */
function followerBefore(bytes: Uint8Array, at: number, end: number, element: Mark): number | null {
  for (const tag of followers) {
    const start = end - tag.length
    const before = bytes[start - 1]
    if (start <= at + 3 || isLetterOrDigit(before) || before === 0x20 || isMarkAt(element, bytes, start - 1)) continue
    const isTag = [...tag].every(
      (letter, index) => ((bytes[start + index] ?? 0) & 0xdf) === (letter.charCodeAt(0) & 0xdf),
    )
    if (isTag) return start
  }
  return null
}

function characterStart(bytes: Uint8Array, at: number): number {
  let start = at
  while (at - start < 3 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start--
  return (bytes[start] ?? 0) >= 0xc2 ? start : at
}

/** ISA11: a delimiter from 5010 on, a letter before. */
function repetitionOf(bytes: Uint8Array, seen: readonly number[], element: Mark): Mark | null {
  const [start, end] = [seen[10], seen[11]]
  if (start === undefined || end === undefined) return null
  const mark = markAt(bytes, start + element.length, end)
  return mark && mark.length === end - start - element.length ? distinct(mark, []) : null
}

/** A mark that can cut: no letter, no blank, none of the others. */
function distinct(mark: Mark | null, others: readonly (Mark | null)[]): Mark | null {
  if (!mark || isLetterOrDigit(mark.first) || isFiller(mark.first)) return null
  return others.some((other) => other !== null && other.first === mark.first) ? null : mark
}
