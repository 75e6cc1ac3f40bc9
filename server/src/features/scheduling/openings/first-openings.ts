import type { Opening } from '@foyer/scheduling'
import { Temporal } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import type { Practice } from '../../practice/index.ts'
import type { AvailabilityBook } from '../availability/availability-book.ts'
import { siteRule } from '../site-rule.ts'
import { searchOpenings } from './search-openings.ts'

export interface FirstOpenings {
  readonly siteId: string
  readonly visitTypeId: string
  /** First and last civil date of the site. */
  readonly from: string
  readonly days: number
  /** Any of these; empty means whoever the visit type allows. */
  readonly clinicianIds: readonly string[]
  /** Whether what was found so far is enough. */
  isEnough(openings: readonly Opening[]): boolean
}

/** Most openings lie near: a few days are looked at before many. */
const steps = [3, 7, 14, 28, 56]

/** Openings of a visit type from a date on, soonest first, until the caller has enough or the days are over. */
export async function firstOpenings(
  ctx: Ctx,
  practice: Practice,
  wish: FirstOpenings,
  availability: AvailabilityBook,
): Promise<readonly Opening[]> {
  const { siteId, visitTypeId, clinicianIds } = wish
  const zone = practice.sites.get(siteId)?.timeZone
  const rule = siteRule(practice, visitTypeId, siteId)
  if (zone === undefined || !rule) return []
  const openings: Opening[] = []
  const first = Temporal.PlainDate.from(wish.from)
  for (let done = 0, step = 0; done < wish.days; step += 1) {
    const until = Math.min(wish.days, done + (steps[step] ?? wish.days))
    const [from, to] = [done, until - 1].map((days) => first.add({ days }).toString()) as [string, string]
    const search = { rule, siteId, zone, from, to, clinicianIds, patientId: null, limit: Infinity }
    const found = await searchOpenings(ctx, practice, search, availability)
    openings.push(...found.openings.toSorted((a, b) => a.start - b.start))
    if (wish.isEnough(openings)) break
    done = until
  }
  return openings
}
