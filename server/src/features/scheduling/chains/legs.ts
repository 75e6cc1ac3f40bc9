import { type Body, roleMay, type scheduling } from '@foyer/contract'
import { chainGapRule, type RuleEvaluation } from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import type { Practice } from '../../practice/index.ts'
import type { AvailabilityBook } from '../availability/availability-book.ts'
import type { Booking } from '../booking/plan.ts'
import { msOf } from '../instants.ts'
import { openPlaceOf } from '../place.ts'
import { dayAround } from '../site-days.ts'
import type { Why } from '../several/book-part.ts'
import { type ChainReply, chainReply } from './present-chain.ts'
import { searchChains } from './search-chains.ts'

export type Wanted = Pick<Body<typeof scheduling.bookChain>, 'legs' | 'overrides'>

export interface LegNot extends Why {
  readonly leg: number
}

export interface LegRefusal extends LegNot {
  readonly reason: 'leg-not-possible'
  readonly next: ChainReply[]
}

export function bookingsOf<P extends string | null>(
  practice: Practice,
  { legs, overrides }: Wanted,
  patientId: P,
): (Booking & { readonly patientId: P })[] {
  return legs.map((leg) => {
    const place = openPlaceOf(practice, leg.visitTypeId, leg.siteId)
    return { practice, place, wanted: leg, patientId, overrides }
  })
}

/** What the gaps say, leg by leg; the first that says no and is not overridden ends it. */
export function gapsHold(ctx: Ctx, { legs, overrides }: Wanted, bookings: readonly Booking[]): Gaps {
  const rules: (RuleEvaluation | null)[] = []
  const mayOverride = roleMay(ctx.actor.role, 'appointment.override')
  for (const [at, leg] of legs.entries()) {
    const [before, now] = [bookings[at - 1], bookings[at]]
    const said = before && now ? chainGapRule(timeOf(before), timeOf(now), leg.gap, now.place.zone) : null
    const isOverridden = mayOverride && overrides?.rules.includes('gap') === true
    if (said?.verdict === 'not-met' && !isOverridden)
      return { rules, not: { leg: at, why: 'gap', rules: [{ ...said, mayOverride }] } }
    rules.push(said?.verdict === 'not-met' && overrides ? { ...said, overriddenBecause: overrides.reason } : said)
  }
  return { rules, not: null }
}

interface Gaps {
  readonly rules: readonly (RuleEvaluation | null)[]
  readonly not: LegNot | null
}

function timeOf({ place, wanted }: Booking): { readonly start: number; readonly end: number } {
  const start = msOf(wanted.start)
  return { start, end: start + place.rule.durationMinutes * 60_000 }
}

/** The leg that is not possible, with the next best three chains from the day that was wished for on. */
export async function legRefusal(
  ctx: Ctx,
  practice: Practice,
  { legs }: Wanted,
  patientId: string | null,
  not: LegNot,
  availability: AvailabilityBook,
): Promise<LegRefusal> {
  const [first] = legs
  const siteId = first?.siteId ?? ''
  const zone = practice.sites.get(siteId)?.timeZone ?? 'UTC'
  const from = dayAround(msOf(first?.start ?? ''), zone).date
  const to = dayAround(msOf(first?.start ?? '') + 13 * 86_400_000, zone).date
  const wished = legs.map(({ visitTypeId, gap }) => ({
    visitTypeId,
    ...(gap ? { gap } : {}),
    clinicianIds: [],
    attributes: [],
    dayParts: [],
    weekdays: [],
  }))
  const wish = { siteId, patientId, legs: wished, from, to, limit: 3 }
  const { chains, usual } = await searchChains(ctx, practice, wish, availability)
  return { reason: 'leg-not-possible', ...not, next: chains.map((chain) => chainReply(chain, usual)) }
}
