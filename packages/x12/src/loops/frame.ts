import type { LoopUse, Part } from '../grammar/guide.ts'
import type { Position } from '../position.ts'

/** A loop that is open while a set is followed. Used again for the next loop at its depth. */
export interface Frame {
  loop: LoopUse
  /** Its first segment, where there are situations to judge at its end. */
  start: Position | null
  /** Up to where its places have been passed. */
  place: number
  /** How often each part has been seen, by its slot. */
  readonly counts: number[]
  /** Values that situations ask for, by the number of the capture. */
  readonly values: (string | undefined)[]
  /** Where the segments are in which they stand, or would: those of values that are absent are here too. */
  readonly takenFrom: (Position | undefined)[]
  /** Numbers of what was captured, which is what the next loop at this depth has to forget. */
  readonly captured: number[]
  /** Whether something was by which a situation may arise. */
  hasTrigger: boolean
  /** Required parts that were passed by without having been seen; they may still come, in the wrong order. */
  missing: { readonly part: Part; readonly position: Position }[] | null
}

export function openFrame(frame: Frame | undefined, loop: LoopUse, start: Position | null): Frame {
  const size = loop.parts.length
  if (!frame) {
    const counts = new Array<number>(size).fill(0)
    return {
      loop,
      start,
      place: 0,
      counts,
      values: [],
      takenFrom: [],
      captured: [],
      hasTrigger: false,
      missing: null,
    }
  }
  frame.loop = loop
  frame.start = start
  frame.place = 0
  frame.missing = null
  frame.hasTrigger = false
  const { counts, values, takenFrom, captured } = frame
  for (let number = captured.pop(); number !== undefined; number = captured.pop()) {
    // No holes: engines read an array without them faster.
    if (number < values.length) values[number] = undefined
    takenFrom[number] = undefined
  }
  while (counts.length < size) counts.push(0)
  for (let slot = 0; slot < size; slot++) counts[slot] = 0
  return frame
}

/** The outermost open loop with this id; null where there is none. */
export function frameOf(frames: readonly Frame[], depth: number, id: string): Frame | null {
  for (let index = 0; index <= depth; index++) {
    const frame = frames[index]
    if (frame?.loop.id === id) return frame
  }
  return null
}
