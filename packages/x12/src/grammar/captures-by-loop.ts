import { segmentShape } from './dictionary.ts'
import type { LoopUse } from './guide.ts'
import { packed } from '../read/packed-codes.ts'
import type { Capture } from './situations.ts'

/** A value to keep, with its number and with what tells segments of its tag apart. */
export interface NumberedCapture extends Omit<Capture, 'loop'> {
  readonly number: number
  readonly by: { readonly element: number; readonly component: number }
  /** Its qualifier as a number, see packed-codes.ts. */
  readonly packed: number
}

/** By the number of the loop, then by that of the tag. */
export type CapturesByLoop = readonly (readonly (readonly NumberedCapture[] | undefined)[])[]

/** What to keep while each loop of a guide is followed. */
export function capturesByLoop(
  captures: readonly Capture[],
  loops: readonly LoopUse[],
  tags: ReadonlyMap<string, number>,
): CapturesByLoop {
  const all = loops.map(() => new Array<NumberedCapture[] | undefined>(tags.size).fill(undefined))
  for (const [number, { loop, ...capture }] of captures.entries()) {
    const { element, component } = segmentShape(capture.tag).qualifier ?? { element: 1, component: 0 }
    const by = { element, component: Math.max(1, component) }
    const tag = tags.get(capture.tag)
    if (tag === undefined) continue
    for (const { id, index } of loops) {
      const ofLoop = id === loop.id ? all[index] : undefined
      if (ofLoop) ofLoop[tag] = [...(ofLoop[tag] ?? []), { ...capture, number, by, packed: packed(capture.qualifier) }]
    }
  }
  return all
}
