import { type Body, roleMay, type scheduling } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { bringsInterpreter, chainGapRule, type Interval, type RuleEvaluation } from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Practice } from '../../practice/index.ts'
import type { AvailabilityBook } from '../availability/availability-book.ts'
import type { Booking } from '../booking/plan.ts'
import { type GroupSession, lockGroups } from '../groups/store.ts'
import { msOf } from '../instants.ts'
import { type Overtaken, overtakenBy } from '../openings/overtaken.ts'
import { openPlaceOf } from '../place.ts'
import { dayAround } from '../site-days.ts'
import { takeTurns, type Why } from '../several/book-part.ts'
import { type ChainReply, chainReply } from './present-chain.ts'
import { searchChains } from './search-chains.ts'

export type Wanted = Pick<Body<typeof scheduling.bookChain>, 'legs' | 'overrides'>

export interface LegNot extends Why {
  readonly leg: number
}

export interface LegRefusal extends LegNot {
  readonly reason: 'leg-not-possible'
  readonly overtaken?: Overtaken
  readonly next: ChainReply[]
}

export interface Leg<P extends string | null = string | null> {
  readonly booking: Booking & { readonly patientId: P }
  /** Where the leg is a seat in a group. */
  readonly groupId: string | null
}

/** A leg whose turn has come. */
export interface TurnLeg<P extends string | null = string | null> extends Leg<P> {
  /** Locked. */
  readonly group: GroupSession | null
  /** Of the visit, without buffers. */
  readonly time: Interval
}

export function legsOf<P extends string | null>(
  practice: Practice,
  { legs, overrides }: Wanted,
  patientId: P,
): Leg<P>[] {
  return legs.map(({ groupSessionId = null, ...wanted }) => {
    const place = openPlaceOf(practice, wanted.visitTypeId, wanted.siteId, bringsInterpreter(wanted.assignments))
    return { booking: { practice, place, wanted, patientId, overrides }, groupId: groupSessionId }
  })
}

/**
 * The turns of all legs are taken together, those of groups last: nobody gets between, and nobody waits in a circle. A
 * group that begins at another time by now is no opening any more.
 *
 * @throws Problem `not-found` where a leg names a group of another kind or site, or none
 */
export async function inTurn<P extends string | null>(
  db: Db,
  legs: readonly Leg<P>[],
): Promise<Result<TurnLeg<P>[], LegNot>> {
  await takeTurns(
    db,
    legs.flatMap(({ booking, groupId }) => (groupId === null ? [booking] : [])),
  )
  const groups = await lockGroups(
    db,
    legs.flatMap(({ groupId }) => groupId ?? []),
  )
  const found: TurnLeg<P>[] = []
  for (const [at, leg] of legs.entries()) {
    const { place, wanted } = leg.booking
    const group = leg.groupId === null ? null : groups.get(leg.groupId)
    const isOfKind = group?.visit_type_id === place.rule.id && group.site_id === place.siteId
    if (group === undefined || (group && !isOfKind)) throw new Problem('not-found')
    const start = msOf(wanted.start)
    if (group && msOf(group.starts_at) !== start) return refuse({ leg: at, why: 'opening-taken', rules: [] })
    const end = group ? msOf(group.ends_at) : start + place.rule.durationMinutes * 60_000
    found.push({ ...leg, group, time: { start, end } })
  }
  return ok(found)
}

/** What the gaps say, leg by leg; the first that says no and is not overridden ends it. */
export function gapsHold(ctx: Ctx, { legs, overrides }: Wanted, turns: readonly TurnLeg[]): Gaps {
  const rules: (RuleEvaluation | null)[] = []
  const mayOverride = roleMay(ctx.actor.role, 'appointment.override')
  for (const [at, leg] of legs.entries()) {
    const [before, now] = [turns[at - 1], turns[at]]
    const said = before && now ? chainGapRule(before.time, now.time, leg.gap, now.booking.place.zone) : null
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

/** The leg that is not possible, what took its time, and the next best three chains from the day that was wished for on. */
export async function legRefusal(
  ctx: Ctx,
  practice: Practice,
  { legs, overrides }: Wanted,
  patientId: string | null,
  not: LegNot,
  availability: AvailabilityBook,
): Promise<LegRefusal> {
  const [first] = legs
  const siteId = first?.siteId ?? ''
  const zone = practice.sites.get(siteId)?.timeZone ?? 'UTC'
  const from = dayAround(msOf(first?.start ?? ''), zone).date
  const to = dayAround(msOf(first?.start ?? '') + 13 * 86_400_000, zone).date
  const wished = legs.map(({ visitTypeId, gap, assignments }) => ({
    visitTypeId,
    interpreter: bringsInterpreter(assignments),
    ...(gap ? { gap } : {}),
    clinicianIds: [],
    withoutIds: [],
    attributes: [],
    dayParts: [],
    weekdays: [],
    not: [],
  }))
  const wish = { siteId, patientId, legs: wished, from, to, limit: 3 }
  const asked = legsOf(practice, { legs, overrides }, patientId)[not.leg]
  const isTaken = not.why === 'opening-taken' && asked?.groupId === null
  const [{ chains, usual }, overtaken] = await Promise.all([
    searchChains(ctx, practice, wish, availability),
    isTaken ? overtakenBy(ctx, { ...asked.booking.wanted, place: asked.booking.place }) : null,
  ])
  const next = chains.map((chain) => chainReply(chain, usual))
  return { reason: 'leg-not-possible', ...not, ...(overtaken ? { overtaken } : {}), next }
}
