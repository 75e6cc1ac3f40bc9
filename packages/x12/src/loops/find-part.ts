import type { LoopUse, Part, SegmentUse } from '../grammar/guide.ts'
import { hasPacked } from '../read/packed-codes.ts'
import type { Segment } from '../segment.ts'
import type { Frame } from './frame.ts'

export interface Found {
  depth: number
  place: number
  part: Part
}

/** `onward`: from where the loop is on; `back`: what should have come earlier. */
export type Direction = 'onward' | 'back'

/**
 * Where the guide has a segment of this tag and with this qualifier.
 *
 * @param found is told where, so that nothing is made for each segment
 * @param tag the number of its tag in the guide
 * @param qualifier what tells its uses apart as a number; 0 where that is not known
 */
export function findPart(
  found: Found,
  frames: readonly Frame[],
  top: number,
  segment: Segment,
  tag: number,
  qualifier: number,
  direction: Direction,
  isLoose: boolean,
): boolean {
  for (let depth = top; depth >= 0; depth--) {
    const frame = frames[depth]
    const numbers = frame?.loop.placesOf[tag]
    if (!frame || !numbers) continue
    // Indexed: this is asked for every segment at every depth.
    for (let index = 0; index < numbers.length; index++) {
      const place = numbers[index] ?? 0
      if (direction === 'onward' ? place < frame.passed : place >= frame.passed) continue
      const part = choose(frame, place, segment, qualifier, isLoose)
      if (!part) continue
      found.depth = depth
      found.place = place
      found.part = part
      return true
    }
  }
  return false
}

/** The first that fits and has room; the first that fits where none has. */
function choose(frame: Frame, place: number, segment: Segment, qualifier: number, isLoose: boolean): Part | null {
  const { loop, counts } = frame
  const of = loop.places[place]
  if (!of) return null
  const isKnown = qualifier !== 0 && !isLoose && of.fitting !== null
  const parts = isKnown ? (of.fitting.get(qualifier) ?? of.fittingAny) : of.parts
  let full: Part | null = null
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index]
    if (!part || part === loop.first) continue
    if (!isLoose && !isKnown && !fits(part.kind === 'loop' ? part.first : part, segment, qualifier)) continue
    if (part.max === 0 || (counts[part.slot] ?? 0) < part.max) return part
    full ??= part
  }
  return full
}

export function fits(use: SegmentUse, segment: Segment, qualifier: number): boolean {
  const by = use.qualifier
  if (!by) return true
  if (qualifier !== 0) return hasPacked(by.packed, qualifier)
  const code = by.component > 0 ? segment.part(by.element, by.component) : segment.text(by.element)
  return by.codes.has(code)
}

/**
 * Loops from one that may come next down to one that begins with this segment, where those between were left out: a
 * subscriber (HL*22) whose receiver (HL*21) is not there. Outermost first; null where there is none.
 */
export function findBelow(frame: Frame, segment: Segment): LoopUse[] | null {
  for (let place = frame.passed; place < frame.loop.places.length; place++) {
    for (const part of frame.loop.places[place]?.parts ?? []) {
      const path = part.kind === 'loop' ? pathTo(part, segment) : null
      if (path && path.length > 1) return path
    }
  }
  return null
}

/** Only levels of a hierarchy: what else has its tag and code may belong anywhere. */
function pathTo(loop: LoopUse, segment: Segment): LoopUse[] | null {
  if (loop.first.tag !== 'HL' || segment.tag !== 'HL') return null
  if (fits(loop.first, segment, 0)) return [loop]
  for (const part of loop.parts) {
    const path = part.kind === 'loop' ? pathTo(part, segment) : null
    if (path) return [loop, ...path]
  }
  return null
}
