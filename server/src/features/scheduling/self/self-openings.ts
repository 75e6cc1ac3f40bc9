import type { Ctx } from '../../../platform/context.ts'
import type { Practice } from '../../practice/index.ts'
import type { AvailabilityBook } from '../availability/availability-book.ts'
import { searchOpenings } from '../openings/search-openings.ts'
import { type OpeningReply, openingReply } from '../present.ts'
import { siteRule } from '../site-rule.ts'

interface SelfWish {
  readonly visitTypeId: string
  readonly siteId: string
  /** Civil dates of the site, both included. */
  readonly from: string
  readonly to: string
  /** Whoever is booking is in two places at no time. */
  readonly patientId: string | null
  /** Null is whoever is free. */
  readonly clinicianId: string | null
  /** With an interpreter, whether the visit type has one or not. */
  readonly isInterpreted: boolean
}

/**
 * What is free for somebody who books for themselves: exactly what the rules offer, nothing over them. The best opening of
 * each start, soonest first, and none is left out: a day that is cut short would look full.
 */
export async function selfOpenings(
  ctx: Ctx,
  practice: Practice,
  wish: SelfWish,
  availability: AvailabilityBook,
): Promise<readonly OpeningReply[]> {
  const rule = siteRule(practice, wish.visitTypeId, wish.siteId, wish.isInterpreted)
  const zone = practice.sites.get(wish.siteId)?.timeZone
  if (!rule || zone === undefined) return []
  const { siteId, from, to, patientId, clinicianId } = wish
  const clinicianIds = clinicianId === null ? [] : [clinicianId]
  const search = { rule, siteId, zone, from, to, patientId, clinicianIds, limit: Infinity, eachStart: true }
  const answer = await searchOpenings(ctx, practice, search, availability)
  return answer.openings.map(openingReply)
}
