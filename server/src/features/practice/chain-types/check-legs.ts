import { ok, refuse, type Result } from '@foyer/kernel'
import type { ChainLeg } from '../practice.ts'

export type LegRefusal = { reason: 'unknown-visit-type' | 'gap-backwards'; leg: number }

/** Every leg is a visit type of the practice, and no gap ends before it begins. */
export function checkLegs(legs: readonly ChainLeg[], visitTypeIds: ReadonlySet<string>): Result<null, LegRefusal> {
  for (const [leg, { visitTypeId, gap }] of legs.entries()) {
    if (!visitTypeIds.has(visitTypeId)) return refuse({ reason: 'unknown-visit-type', leg })
    if (gap && !('sameDay' in gap) && (gap.maxDays ?? Infinity) < (gap.minDays ?? 0))
      return refuse({ reason: 'gap-backwards', leg })
  }
  return ok(null)
}
