import type { CompiledGuide } from '../grammar/compile.ts'
import type { Trigger } from '../finding.ts'
import type { Condition, LoopUse, Situation, Term } from '../grammar/guide.ts'
import type { Position } from '../position.ts'
import { type Frame, frameOf, takenAt } from '../loops/frame.ts'

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

/** The first that a situation that is broken asks about and that is there, besides what is broken. */
export function triggerOf(
  { when, then }: Situation,
  guide: CompiledGuide,
  frames: readonly Frame[],
  depth: number,
): Trigger | null {
  const terms = when.find((all) => areSo(all, guide, frames, depth)) ?? []
  for (const { capture: number } of terms) {
    if (then[0]?.[0]?.capture === number) continue
    const capture = guide.captures[number]
    const frame = capture && frameOf(frames, depth, capture.owner.id)
    const position = frame?.values[number] === undefined ? null : takenAt(frame, number)
    if (!capture || position === null) continue
    const { segment } = position
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

/** What a broken situation asks for and is not there, or is there and should not be. */
export interface Broken {
  readonly tag: string
  /** The loop it belongs to. */
  readonly loop: LoopUse
  /** From 1; null where the whole segment is meant. */
  readonly element: number | null
  readonly component: number | null
  /** Of the segment; null where there is none. */
  readonly position: Position | null
  readonly report: readonly ['IK304' | 'IK403', string]
}

/**
 * The first that a broken situation asks for in vain. Codes of 005010X231A1: I6 and I9 of IK304 for a segment that is missing or
 * should be, I9 and I13 of IK403 for an element, I12 for one that says something else.
 */
export function brokenBy(
  { then }: Situation,
  guide: CompiledGuide,
  frames: readonly Frame[],
  depth: number,
): Broken | null {
  const term = then[0]?.find((one) => !areSo([one], guide, frames, depth))
  const capture = term && guide.captures[term.capture]
  if (!capture) return null
  const frame = frameOf(frames, depth, capture.owner.id)
  const position = frame && takenAt(frame, term.capture)
  const isThere = frame?.values[term.capture] !== undefined
  const { tag, loop, element, component } = capture
  const isOfElement = element > 0 && position !== null
  const code = term.isNegated ? 'I13' : isThere ? 'I12' : 'I9'
  return {
    tag,
    loop,
    element: isOfElement ? element : null,
    component: isOfElement && component > 0 ? component : null,
    position,
    report: isOfElement ? ['IK403', code] : ['IK304', term.isNegated ? 'I9' : 'I6'],
  }
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
