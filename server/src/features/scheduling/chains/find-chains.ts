import type { Body, Refusal, Reply, scheduling } from '@foyer/contract'
import { daysBetween, ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Practice } from '../../practice/index.ts'
import type { AvailabilityBook } from '../availability/availability-book.ts'
import { openingReply } from '../present.ts'
import { patientExists } from '../store.ts'
import { chainReply } from './present-chain.ts'
import { searchChains } from './search-chains.ts'

type Spec = typeof scheduling.findChains

const mostDays = 92

export async function findChains(
  ctx: Ctx,
  practice: Practice,
  wish: Body<Spec>,
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
  const days = daysBetween(wish.from, wish.to)
  if (days < 0) return refuse({ reason: 'dates-backwards' })
  if (days > mostDays) return refuse({ reason: 'too-many-days', most: mostDays })
  const { chains, failed, usual } = await searchChains(ctx, practice, wish, availability)
  return ok({
    timeZone: site.timeZone,
    chains: chains.map((chain) => chainReply(chain, usual)),
    failing: failed ? { leg: failed.leg, nearest: failed.nearest && openingReply(failed.nearest) } : null,
  })
}
