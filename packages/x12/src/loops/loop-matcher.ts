import type { NumberedCapture } from '../grammar/captures-by-loop.ts'
import type { CompiledGuide } from '../grammar/compile.ts'
import type { LoopUse, Part, SegmentUse } from '../grammar/guide.ts'
import type { Position } from '../position.ts'
import type { Segment } from '../segment.ts'
import { type Direction, type Found, findBelow, findPart } from './find-part.ts'
import { SegmentView } from '../read/segment-view.ts'
import { tagCode } from '../read/tag.ts'
import { type Frame, frameOf, keepIn, openFrame } from './frame.ts'

/** How a set departs from the structure of its guide. */
export type StructureFault =
  | { readonly kind: 'missing'; readonly part: Part }
  | { readonly kind: 'too-many'; readonly part: Part }
  | { readonly kind: 'wrong-order'; readonly part: Part }
  /** The guide has the tag, not here. */
  | { readonly kind: 'unexpected' }
  | { readonly kind: 'unknown' }

export interface LoopHandler {
  enter(loop: LoopUse, segment: Segment): void
  /** @param use null where the guide has no place for it; it is then told of in the loop that is open */
  segment(segment: Segment, use: SegmentUse | null, loop: LoopUse): void
  leave(frame: Frame): void
  fault?(fault: StructureFault, loop: LoopUse, position: Position, tag: string): void
}

/**
 * Whether it is one of those with the qualifier that is asked for.
 *
 * @param found what it has there as a number; 0 where that is not known
 */
function isCaptured({ qualifier, packed, by }: NumberedCapture, segment: Segment, found: number): boolean {
  return found === 0 || packed === 0 ? segment.part(by.element, by.component) === qualifier : found === packed
}

/** Nothing but some codes of it is asked for, and it begins with none of them or is not there. */
function isBeside({ firsts, element, component }: NumberedCapture, segment: Segment): boolean {
  if (firsts === null || element === 0 || !(segment instanceof SegmentView)) return false
  const byte = segment.firstByte(element, component)
  return byte === 0 ? segment.known === 0 : firsts[byte] === 0
}

/** Of a value of which nothing is asked but whether it is there, or some codes that it is none of. */
const anything = ' '

/** What there is of a value to judge a situation by; '' where it is absent. */
function valueOf({ tag, element, component, words }: NumberedCapture, segment: Segment): string {
  if (element === 0) return tag
  if (words !== null && segment instanceof SegmentView && segment.known === 0) {
    if (segment.firstByte(element, component) === 0) return ''
    return words.get(segment.packed(element, component)) ?? anything
  }
  return component > 0 ? segment.part(element, component) : segment.text(element)
}

/** Follows the segments of one set along its guide, from ST to SE. */
export class LoopMatcher {
  readonly #handler: LoopHandler
  readonly #guide: CompiledGuide
  readonly #frames: Frame[] = []
  #top = -1
  #last: Position | null = null
  /** Of the segment that is taken now: the number of its tag, and its qualifier as a number. */
  #tag: number | undefined
  /** Where its place is; one object for all of them. */
  readonly #found: Found
  #qualifier = 0

  constructor(guide: CompiledGuide, handler: LoopHandler) {
    this.#guide = guide
    this.#handler = handler
    this.#found = { depth: 0, place: 0, part: guide.root }
  }

  /** Frames that are open, root first; up to `depth`. */
  get frames(): readonly Frame[] {
    return this.#frames
  }

  get depth(): number {
    return this.#top
  }

  /** Segments outside of any place of the guide are told with use null. */
  take(segment: Segment): void {
    const view = segment instanceof SegmentView ? segment : null
    const tag = this.#guide.tagsByCode.get(view ? view.code : tagCode(segment.tag))
    const by = tag === undefined ? null : this.#guide.qualifiers[tag]
    this.#tag = tag
    this.#qualifier = view && by ? view.packed(by.element, by.component) : 0
    if (this.#top < 0) {
      this.#open(this.#guide.root, segment)
      if (segment.tag === this.#guide.root.first.tag) return this.#tell(this.#guide.root.first, segment)
    }
    if (tag !== undefined && this.#place(segment, tag)) return
    const loop = this.#frame(this.#top).loop
    const kind = tag === undefined ? 'unknown' : 'unexpected'
    this.#handler.fault?.({ kind }, loop, segment.position, segment.tag)
    this.#handler.segment(segment, null, loop)
  }

  /** @returns whether the guide has a place for it */
  #place(segment: Segment, tag: number): boolean {
    const found = this.#found
    if (this.#find(segment, tag, 'onward', false)) this.#advance(found.depth, found.place, found.part, segment)
    else if (this.#find(segment, tag, 'back', false)) this.#goBack(found.depth, found.part, segment)
    else if (!this.#descend(segment)) {
      if (!this.#find(segment, tag, 'onward', true) && !this.#find(segment, tag, 'back', true)) return false
      if (found.part.kind === 'loop' && found.place < (this.#frames[found.depth]?.passed ?? 0)) return false
      this.#advance(found.depth, found.place, found.part, segment)
    }
    return true
  }

  #find(segment: Segment, tag: number, direction: Direction, isLoose: boolean): boolean {
    return findPart(this.#found, this.#frames, this.#top, segment, tag, this.#qualifier, direction, isLoose)
  }

  /** @param position where the set ends: its SE, or what came instead */
  end(position: Position): void {
    this.#last = position
    this.#leaveTo(-1, null)
  }

  /** Opens levels that were left out, so that what stands below them is followed; each is told of as missing. */
  #descend(segment: Segment): boolean {
    for (let depth = this.#top; depth >= 0; depth--) {
      const path = findBelow(this.#frame(depth), segment)
      if (!path) continue
      this.#leaveTo(depth, segment)
      for (const loop of path) {
        const frame = this.#frame(this.#top)
        const place = frame.loop.places.findIndex(({ parts }) => parts.includes(loop))
        if (place > frame.passed) this.#pass(frame, frame.passed, place, segment)
        frame.passed = Math.max(place, frame.passed)
        this.#count(frame, loop, segment)
        this.#open(loop, segment)
        if (loop !== path.at(-1)) this.#frame(this.#top).counts[0] = 0
      }
      this.#tell(this.#frame(this.#top).loop.first, segment)
      return true
    }
    return false
  }

  #advance(depth: number, place: number, part: Part, segment: Segment): void {
    this.#leaveTo(depth, segment)
    const frame = this.#frame(depth)
    if (place > frame.passed) {
      this.#pass(frame, frame.passed, place, segment)
      frame.passed = place
    }
    this.#count(frame, part, segment)
    if (part.kind === 'segment') this.#tell(part, segment)
    else {
      this.#open(part, segment)
      this.#tell(part.first, segment)
    }
  }

  /** A segment that comes late stays where it belongs and closes nothing; a loop that does ends those within. */
  #goBack(depth: number, part: Part, segment: Segment): void {
    const frame = this.#frame(depth)
    const isFull = part.max > 0 && (frame.counts[part.slot] ?? 0) >= part.max
    if (!isFull) this.#handler.fault?.({ kind: 'wrong-order', part }, frame.loop, segment.position, segment.tag)
    if (frame.missing) frame.missing = frame.missing.filter((missing) => missing.part !== part)
    if (part.kind === 'segment') {
      this.#count(frame, part, segment)
      this.#capture(frame.loop, segment)
      this.#handler.segment(segment, part, frame.loop)
      return
    }
    this.#leaveTo(depth, segment)
    this.#count(frame, part, segment)
    this.#open(part, segment)
    this.#tell(part.first, segment)
  }

  #count(frame: Frame, part: Part, segment: Segment): void {
    const count = (frame.counts[part.slot] ?? 0) + 1
    frame.counts[part.slot] = count
    if (part.max > 0 && count > part.max) {
      this.#handler.fault?.({ kind: 'too-many', part }, frame.loop, segment.position, segment.tag)
    }
  }

  #open(loop: LoopUse, segment: Segment): void {
    this.#top++
    const frame = openFrame(this.#frames[this.#top], loop, segment)
    this.#frames[this.#top] = frame
    frame.counts[0] = 1
    this.#handler.enter(loop, segment)
  }

  #tell(use: SegmentUse, segment: Segment): void {
    const { loop } = this.#frame(this.#top)
    this.#capture(loop, segment)
    this.#handler.segment(segment, use, loop)
  }

  #capture(loop: LoopUse, segment: Segment): void {
    const captures = this.#tag === undefined ? undefined : this.#guide.capturesByLoop[loop.index]?.[this.#tag]
    if (!captures) return
    // Of all captures of a tag the qualifier stands in one place.
    let qualifier = -1
    // Indexed: this is asked for every segment.
    for (let index = 0; index < captures.length; index++) {
      const capture = captures[index]
      if (!capture) continue
      if (capture.qualifier !== '') {
        const { element, component } = capture.by
        if (qualifier < 0) qualifier = segment instanceof SegmentView ? segment.packed(element, component) : 0
        if (!isCaptured(capture, segment, qualifier)) continue
      }
      if (isBeside(capture, segment)) continue
      const { number, owner, isTrigger } = capture
      const frame = frameOf(this.#frames, this.#top, owner.id)
      if (!frame || frame.values[number] !== undefined) continue
      const value = valueOf(capture, segment)
      keepIn(frame, number, value, segment)
      if (isTrigger && value !== '') frame.hasTrigger = true
    }
  }

  #leaveTo(depth: number, segment: Segment | null): void {
    for (; this.#top > depth; this.#top--) {
      const frame = this.#frame(this.#top)
      this.#pass(frame, frame.passed, frame.loop.places.length, segment)
      if (frame.missing) this.#tellMissing(frame, frame.missing)
      this.#handler.leave(frame)
    }
  }

  #tellMissing(frame: Frame, missing: NonNullable<Frame['missing']>): void {
    for (const { part, position } of missing) {
      const tag = part.kind === 'loop' ? part.first.tag : part.tag
      this.#handler.fault?.({ kind: 'missing', part }, frame.loop, position, tag)
    }
  }

  #pass(frame: Frame, from: number, to: number, segment: Segment | null): void {
    const { required } = frame.loop
    for (let index = 0; index < required.length; index++) {
      const one = required[index]
      if (!one || one.place < from) continue
      if (one.place >= to) return
      if ((frame.counts[one.part.slot] ?? 0) > 0) continue
      const position = segment?.position ?? this.#last
      if (!position) continue
      frame.missing ??= []
      frame.missing.push({ part: one.part, position })
    }
  }

  #frame(depth: number): Frame {
    const frame = this.#frames[depth]
    if (!frame) throw new Error('no loop is open')
    return frame
  }
}
