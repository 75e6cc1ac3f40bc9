import { type Body, type Refusal, type Reply, roleMay, type scheduling } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { isFew, type NearMiss } from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Practice } from '../../practice/index.ts'
import type { AvailabilityBook } from '../availability/availability-book.ts'
import { nearReply, openingReply } from '../present.ts'
import { asLongAs } from './as-long-as.ts'
import { hasInterpreterNow } from './interpreted.ts'
import { overbookAdvice } from './overbook-advice.ts'
import { openingsElsewhere } from './other-sites.ts'
import { searchLater, type SearchWish, searchOpenings } from './search-openings.ts'
import { lacking } from './wished.ts'
import { siteRule } from '../site-rule.ts'
import { patientExists } from '../store.ts'

type Spec = typeof scheduling.findOpenings
type Near = Pick<Reply<Spec>['near'][number], 'advice'>

const mostDays = 92
const dayMs = 86_400_000

export async function openings(
  ctx: Ctx,
  practice: Practice,
  wish: Body<Spec>,
  availability: AvailabilityBook,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  const site = practice.sites.get(wish.siteId)
  const visitType = practice.visitTypes.get(wish.visitTypeId)
  const isInterpreted = wish.interpreter ?? (await hasInterpreterNow(ctx.db, wish.movingId))
  const rule = siteRule(practice, wish.visitTypeId, wish.siteId, isInterpreted)
  if (!site || !visitType || !rule) throw new Problem('not-found')
  if (wish.patientId !== null) {
    ctx.touch(wish.patientId)
    if (!(await patientExists(ctx.db, wish.patientId))) throw new Problem('not-found')
  }
  if (!visitType.active) return refuse({ reason: 'visit-type-closed' })
  const days = (Date.parse(wish.to) - Date.parse(wish.from)) / dayMs
  if (days < 0) return refuse({ reason: 'dates-backwards' })
  if (days > mostDays) return refuse({ reason: 'too-many-days', most: mostDays })

  const search: SearchWish = {
    rule: await asLongAs(ctx, rule, wish.movingId),
    siteId: wish.siteId,
    zone: site.timeZone,
    patientId: wish.patientId,
    from: wish.from,
    to: wish.to,
    dayParts: wish.dayParts,
    weekdays: wish.weekdays,
    not: wish.not,
    clinicianIds: wish.clinicianIds,
    withoutIds: wish.withoutIds,
    attributes: wish.attributes,
    limit: wish.limit,
    variety: true,
    movingId: wish.movingId,
    ...(wish.times ? { times: wish.times } : {}),
    ...(wish.walkIn ? { walkIn: true } : {}),
    ...(wish.overbook && roleMay(ctx.actor.role, 'appointment.overbook') ? { overbook: true } : {}),
  }
  const answer = await searchOpenings(ctx, practice, search, availability)
  const isLookedOn = !wish.walkIn && isFew(search, answer.openings) && answer.near.every(({ code }) => code !== 'later')
  const later = isLookedOn ? await searchLater(ctx, practice, search, availability) : null
  // A visit that is moved stays at its site, and whoever is here is here.
  const isBound = wish.movingId !== null || wish.walkIn
  const elsewhere = isBound
    ? []
    : await openingsElsewhere(ctx, practice, wish.visitTypeId, search, answer.openings, availability)
  return ok({
    timeZone: site.timeZone,
    considered: answer.considered,
    openings: answer.openings.map(openingReply),
    near: [
      ...(await Promise.all(
        answer.near.map(async (one) => ({
          ...nearReply(one, (opening) => lacking(practice, { rule, attributes: wish.attributes }, opening)),
          ...(await advised(ctx, practice, one)),
        })),
      )),
      ...(later ? [{ code: 'later' as const, opening: openingReply(later) }] : []),
      ...elsewhere.map(({ siteId, opening }) => ({
        code: 'other-site' as const,
        siteId,
        opening: openingReply(opening),
      })),
    ],
  })
}

async function advised(ctx: Ctx, practice: Practice, { code, opening }: NearMiss): Promise<Near> {
  if (code !== 'overbook') return {}
  const advice = await overbookAdvice(ctx.db, practice, opening, ctx.now.epochMilliseconds)
  return advice ? { advice } : {}
}
