import type { Body, duplicates, Params, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { duplicateDecided } from './events.ts'
import { checkBothOpen } from './both-open.ts'
import { comparePairs, pairOf } from './pair.ts'
import { findPair, lockPatients, savePair } from './store.ts'

type Spec = typeof duplicates.decideDuplicate

/** "Not the same" is remembered with the evidence of today: only other evidence asks again. */
export async function decideDuplicate(
  ctx: Ctx,
  { firstId, secondId }: Params<Spec>,
  { decision }: Body<Spec>,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  ctx.touch([firstId, secondId])
  return ctx.tx(async (db): Promise<Result<Reply<Spec>, Refusal<Spec>>> => {
    const people = await lockPatients(db, [firstId, secondId])
    if (people.size !== 2) throw new Problem('not-found')
    await checkBothOpen(ctx, db, [firstId, secondId])
    if ([...people.values()].some(({ merged_into }) => merged_into !== null)) return refuse({ reason: 'merged' })
    const pair = pairOf(firstId, secondId)
    const known = await findPair(db, pair)
    const compared = (await comparePairs(db, [pair]))[0]
    const by = decision === 'suspected' ? null : ctx.actor.staffId
    await savePair(
      db,
      {
        first_id: pair[0],
        second_id: pair[1],
        log_odds: compared?.log_odds ?? known?.log_odds ?? 0,
        evidence: compared?.evidence ?? known?.evidence ?? [],
        state: decision,
      },
      ctx.now.toString(),
      by,
    )
    await ctx.tell(db, duplicateDecided(firstId))
    return ok({})
  })
}
