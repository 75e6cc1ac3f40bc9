import type { CompiledGuide } from '../grammar/compile.ts'
import type { Trigger } from '../finding.ts'
import type { Condition, Situation, Term } from '../grammar/guide.ts'
import { type Frame, frameOf } from '../loops/frame.ts'

/** @param depth of the loop that ends, the last of the frames that are open */
export function isBroken(
  { when, then }: Situation,
  guide: CompiledGuide,
  frames: readonly Frame[],
  depth: number,
): boolean {
  return holds(when, guide, frames, depth) && !holds(then, guide, frames, depth)
}

function holds(condition: Condition, guide: CompiledGuide, frames: readonly Frame[], depth: number): boolean {
  for (const terms of condition) if (areSo(terms, guide, frames, depth)) return true
  return false
}

/** The first that a situation that is broken asks about and that is there. */
export function triggerOf(
  { when }: Situation,
  guide: CompiledGuide,
  frames: readonly Frame[],
  depth: number,
): Trigger | null {
  const terms = when.find((all) => areSo(all, guide, frames, depth)) ?? []
  for (const { capture: number } of terms) {
    const capture = guide.captures[number]
    const frame = capture && frameOf(frames, depth, capture.owner.id)
    const segment = frame?.values[number] === undefined ? undefined : frame.takenFrom[number]
    if (!capture || segment === undefined) continue
    const { tag, loop, element, component } = capture
    return {
      tag,
      segment,
      loop: loop.index === 0 ? null : loop.id,
      element: element || null,
      component: component || null,
    }
  }
  return null
}

function areSo(terms: readonly Term[], guide: CompiledGuide, frames: readonly Frame[], depth: number): boolean {
  for (const { capture, codes, isNegated } of terms) {
    const owner = guide.captures[capture]?.owner
    const value = owner && frameOf(frames, depth, owner.id)?.values[capture]
    const isSo = codes ? value !== undefined && codes.has(value) : value !== undefined
    if (isSo === isNegated) return false
  }
  return true
}
