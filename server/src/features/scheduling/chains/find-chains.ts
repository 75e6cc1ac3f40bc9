import type { Body, Refusal, Reply, scheduling } from '@foyer/contract'
import { minuteAt, ok, refuse, type Result, Temporal } from '@foyer/kernel'
import { type LegsAnswer, type LegGap, type ChainOpening, chainOpenings } from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Practice } from '../../practice/index.ts'
import type { AvailabilityBook } from '../availability/availability-book.ts'
import { placeOf } from '../place.ts'
import { openingReply } from '../present.ts'
import { allOpenings } from '../several/search.ts'
import { patientExists } from '../store.ts'

type Spec = typeof scheduling.findChains
export type ChainWish = Body<Spec>
type Leg = ChainWish['legs'][number]
export type ChainReply = Reply<Spec>['chains'][number]

const mostDays = 92
/** How long after the leg before a leg is looked for where its gap does not say. */
const openEnd = 28

export async function findChains(
  ctx: Ctx,
  practice: Practice,
  wish: ChainWish,
  availability: AvailabilityBook,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  const site = practice.sites.get(wish.siteId)
  if (!site) throw new Problem('not-found')
  if (wish.patientId !== null) {
    ctx.touch(wish.patientId)
    if (!(await patientExists(ctx.db, wish.patientId))) throw new Problem('not-found')
  }
  for (const { visitTypeId } of wish.legs) {
    const visitType = practice.visitTypes.get(visitTypeId)
    if (!visitType) throw new Problem('not-found')
    if (!visitType.active) return refuse({ reason: 'visit-type-closed' })
  }
  const { days } = Temporal.PlainDate.from(wish.from).until(wish.to, { largestUnit: 'days' })
  if (days < 0) return refuse({ reason: 'dates-backwards' })
  if (days > mostDays) return refuse({ reason: 'too-many-days', most: mostDays })
  const { chains, failing } = await searchChains(ctx, practice, wish, availability)
  return ok({
    timeZone: site.timeZone,
    chains: chains.map(chainReply),
    failing: failing && { leg: failing.leg, nearest: failing.nearest && openingReply(failing.nearest) },
  })
}

/** The first leg begins on the dates of the wish, each other leg as its gap says; all are looked for at once. */
export async function searchChains(
  ctx: Ctx,
  practice: Practice,
  wish: ChainWish,
  availability: AvailabilityBook,
): Promise<LegsAnswer> {
  const { siteId, patientId, from, limit } = wish
  const zone = practice.sites.get(siteId)?.timeZone ?? 'UTC'
  let [earliest, latest] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(wish.to)]
  const windows = wish.legs.map(({ gap }, at) => {
    if (at > 0) {
      earliest = earliest.add({ days: gap && 'minDays' in gap ? (gap.minDays ?? 0) : 0 })
      latest = latest.add({ days: longest(gap) })
    }
    // What comes later is looked at for the nearest there would be, where the gap cannot be kept.
    const seen = at > 0 ? latest.add({ days: 7 }) : latest
    return { from: earliest.toString(), to: seen.toString() }
  })
  const legs = await Promise.all(
    wish.legs.map(async (leg, at) => {
      const window = windows[at] ?? { from, to: wish.to }
      const place = placeOf(practice, leg.visitTypeId, siteId)
      const { clinicianIds, dayParts, weekdays } = leg
      const asked = { ...window, patientId, clinicianIds, dayParts, weekdays }
      const openings = await allOpenings(ctx, practice, place, asked, availability)
      return { gap: leg.gap, openings: within(openings, leg, zone) }
    }),
  )
  return chainOpenings(legs, zone, limit)
}

function longest(gap: LegGap | undefined): number {
  if (!gap) return openEnd
  return 'sameDay' in gap ? 0 : (gap.maxDays ?? (gap.minDays ?? 0) + openEnd)
}

function within<O extends { readonly start: number }>(openings: readonly O[], { times }: Leg, zone: string) {
  if (!times) return openings
  return openings.filter(({ start }) => {
    const minute = minuteAt(Temporal.Instant.fromEpochMilliseconds(start), zone)
    return times.fromMinute <= minute && minute < times.untilMinute
  })
}

export function chainReply({ legs, waits }: ChainOpening): ChainReply {
  const shown = legs.map(openingReply)
  // What every leg says is said once.
  const codes = new Map(shown.flatMap(({ reasons }) => reasons).map((reason) => [reason.code, reason]))
  return { legs: shown, waits: [...waits], reasons: [...codes.values()] }
}
