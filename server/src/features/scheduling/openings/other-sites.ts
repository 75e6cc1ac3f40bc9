import { addDays } from '@foyer/kernel'
import { hasInterpreter, type Opening } from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import type { Practice, Site } from '../../practice/index.ts'
import type { AvailabilityBook } from '../availability/availability-book.ts'
import { dayAround } from '../site-days.ts'
import { siteRule } from '../site-rule.ts'
import { type SearchWish, searchOpenings } from './search-openings.ts'

export interface Elsewhere {
  readonly siteId: string
  readonly opening: Opening
}

/** Nobody is sent to another town for a visit that can be here today, tomorrow or the day after. */
const soonDays = 2
/** A search at each costs about as much as the one that was asked for. */
const mostSites = 6
const mostOffered = 2
const looked = 9

/**
 * What other sites have on an earlier date than this one, of each the earliest of its best nine: where there is nothing
 * here, or nothing in the first days of the wish. The wish is the same but for who is named, since people work at one site. Sites in the same
 * zone are asked before others.
 *
 * @param found what there is at the site that was asked for
 */
export async function openingsElsewhere(
  ctx: Ctx,
  practice: Practice,
  visitTypeId: string,
  wish: SearchWish,
  found: readonly Opening[],
  availability: AvailabilityBook,
): Promise<readonly Elsewhere[]> {
  const here = soonest(found)
  const before = here && dayAround(here.start, wish.zone).date
  if (before !== undefined && before <= addDays(wish.from, soonDays)) return []
  const others = [...practice.sites.values()]
    .filter(
      ({ id, active }) =>
        active && id !== wish.siteId && isOfferedAt(practice, visitTypeId, id, hasInterpreter(wish.rule)),
    )
    .sort((a, b) => Number(a.timeZone !== wish.zone) - Number(b.timeZone !== wish.zone))
    .slice(0, mostSites)
  const offers = await Promise.all(
    others.map((site) => soonestAt(ctx, practice, visitTypeId, wish, site, availability)),
  )
  return offers
    .filter((offer) => offer !== null)
    .filter(({ date }) => before === undefined || date < before)
    .sort((a, b) => a.opening.start - b.opening.start)
    .slice(0, mostOffered)
    .map(({ siteId, opening }) => ({ siteId, opening }))
}

/** Somebody and something is there for each of its roles. */
function isOfferedAt(practice: Practice, visitTypeId: string, siteId: string, isInterpreted: boolean): boolean {
  return (
    siteRule(practice, visitTypeId, siteId, isInterpreted)?.roles.every(({ candidates }) => candidates.length > 0) ===
    true
  )
}

async function soonestAt(
  ctx: Ctx,
  practice: Practice,
  visitTypeId: string,
  wish: SearchWish,
  { id: siteId, timeZone: zone }: Site,
  availability: AvailabilityBook,
): Promise<(Elsewhere & { readonly date: string }) | null> {
  const rule = siteRule(practice, visitTypeId, siteId, hasInterpreter(wish.rule))
  if (!rule) return null
  const asked = { ...wish, rule, siteId, zone, clinicianIds: [], overbook: false, variety: false, limit: looked }
  const opening = soonest((await searchOpenings(ctx, practice, asked, availability)).openings)
  return opening ? { siteId, opening, date: dayAround(opening.start, zone).date } : null
}

function soonest(openings: readonly Opening[]): Opening | undefined {
  return openings.reduce<Opening | undefined>((best, one) => (best && best.start <= one.start ? best : one), undefined)
}
