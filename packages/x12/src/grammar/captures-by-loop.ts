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
  /** A situation may arise by it, see `CompiledGuide.judgedByOwn`. */
  readonly isTrigger: boolean
}

/** By the number of the loop, then by that of the tag. */
export type CapturesByLoop = readonly (readonly (readonly NumberedCapture[] | undefined)[])[]

/**
 * What to keep while each loop of a guide is followed.
 *
 * @param triggers numbers of the captures without which no situation arises
 */
export function capturesByLoop(
  captures: readonly Capture[],
  triggers: ReadonlySet<number | null>,
  loops: readonly LoopUse[],
  tags: ReadonlyMap<string, number>,
): CapturesByLoop {
  const all = loops.map(() => new Array<NumberedCapture[] | undefined>(tags.size).fill(undefined))
  for (const [number, { loop, ...capture }] of captures.entries()) {
    const { element, component } = segmentShape(capture.tag).qualifier ?? { element: 1, component: 0 }
    const by = { element, component: Math.max(1, component) }
    const tag = tags.get(capture.tag)
    if (tag === undefined) continue
    const numbered = { ...capture, number, by, packed: packed(capture.qualifier), isTrigger: triggers.has(number) }
    for (const { id, index } of loops) {
      const ofLoop = id === loop.id ? all[index] : undefined
      if (ofLoop) ofLoop[tag] = [...(ofLoop[tag] ?? []), numbered]
    }
  }
  return all
}
