import type { LoopUse, Part } from '../grammar/guide.ts'
import type { Position } from '../position.ts'
import { SegmentView } from '../read/segment-view.ts'
import type { Segment } from '../segment.ts'

type SetPlace = Pick<Position, 'interchange' | 'group' | 'set'>

/** A loop that is open while a set is followed. Used again for the next loop at its depth. */
export interface Frame {
  loop: LoopUse
  /** The set it is in. */
  place: SetPlace
  /** Number and offset of its first segment, see Position: a position is made only of what is told of. */
  start: number
  startOffset: number
  /** Up to where its places have been passed. */
  passed: number
  /** How often each part has been seen, by its slot. */
  readonly counts: number[]
  /** Values that situations ask for, by the number of the capture. */
  readonly values: (string | undefined)[]
  /** Numbers and offsets of the segments in which they stand, or would: those of values that are absent are here too. 0: of none. */
  readonly takenFrom: number[]
  readonly takenOffsets: number[]
  /** Numbers of what was captured, which is what the next loop at this depth has to forget. */
  readonly captured: number[]
  /** Whether something was by which a situation may arise. */
  hasTrigger: boolean
  /** Required parts that were passed by without having been seen; they may still come, in the wrong order. */
  missing: { readonly part: Part; readonly position: Position }[] | null
}

export function openFrame(frame: Frame | undefined, loop: LoopUse, first: Segment): Frame {
  const place = first instanceof SegmentView ? first.place : first.position
  const [start, startOffset] = [numberOf(first), offsetOf(first)]
  const size = loop.parts.length
  if (!frame) {
    const counts = new Array<number>(size).fill(0)
    return {
      loop,
      place,
      start,
      startOffset,
      passed: 0,
      counts,
      values: [],
      takenFrom: [],
      takenOffsets: [],
      captured: [],
      hasTrigger: false,
      missing: null,
    }
  }
  frame.loop = loop
  frame.place = place
  frame.start = start
  frame.startOffset = startOffset
  frame.passed = 0
  frame.missing = null
  frame.hasTrigger = false
  const { counts, values, takenFrom, captured } = frame
  for (let number = captured.pop(); number !== undefined; number = captured.pop()) {
    values[number] = undefined
    takenFrom[number] = 0
  }
  while (counts.length < size) counts.push(0)
  for (let slot = 0; slot < size; slot++) counts[slot] = 0
  return frame
}

/** Keeps a value and the segment it is taken from; of a segment without it ('') only that one, until there is one with it. */
export function keepIn(frame: Frame, number: number, value: string, segment: Segment): void {
  const { values, takenFrom, takenOffsets } = frame
  // No holes: engines read an array without them faster.
  while (takenFrom.length <= number) {
    takenFrom.push(0)
    takenOffsets.push(0)
    values.push(undefined)
  }
  const isFirst = takenFrom[number] === 0
  if (isFirst) frame.captured.push(number)
  if (value === '' && !isFirst) return
  takenFrom[number] = numberOf(segment)
  takenOffsets[number] = offsetOf(segment)
  if (value !== '') values[number] = value
}

/** Where the value stands, or would; null where there is no segment for it. */
export function takenAt(frame: Frame, number: number): Position | null {
  const segment = frame.takenFrom[number] ?? 0
  return segment === 0 ? null : positionIn(frame, segment, frame.takenOffsets[number] ?? 0)
}

/** Of the first segment of the loop. */
export function startOf(frame: Frame): Position {
  return positionIn(frame, frame.start, frame.startOffset)
}

function positionIn({ place }: Frame, segment: number, offset: number): Position {
  const { interchange, group, set } = place
  return { interchange, group, set, segment, offset }
}

function numberOf(segment: Segment): number {
  return segment instanceof SegmentView ? segment.number : segment.position.segment
}

function offsetOf(segment: Segment): number {
  return segment instanceof SegmentView ? segment.offset : segment.position.offset
}

/** The outermost open loop with this id; null where there is none. */
export function frameOf(frames: readonly Frame[], depth: number, id: string): Frame | null {
  for (let index = 0; index <= depth; index++) {
    const frame = frames[index]
    if (frame?.loop.id === id) return frame
  }
  return null
}
