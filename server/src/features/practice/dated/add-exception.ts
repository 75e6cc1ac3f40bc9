import type { Body, practice, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { PracticeBook } from '../book.ts'
import { practiceChanged } from '../events.ts'
import { selectResource } from '../store.ts'
import { insertExceptions } from './store.ts'

type Added = Result<Reply<typeof practice.addException>, Refusal<typeof practice.addException>>

/** Opens or closes time on one date. What is booked there stays, to be moved by whoever looks after it. */
export async function addException(
  ctx: Ctx,
  practices: PracticeBook,
  wish: Body<typeof practice.addException>,
): Promise<Added> {
  ctx.because(wish.reason)
  ctx.touch([], wish.resourceId)
  if (wish.endMinute <= wish.startMinute) return refuse({ reason: 'backwards' })
  const added = await ctx.tx(async (db): Promise<Added> => {
    const resource = await selectResource(db, wish.resourceId)
    if (!resource) throw new Problem('not-found')
    const exception = { id: ctx.newId(), ...wish }
    await insertExceptions(db, [exception])
    await ctx.tell(db, practiceChanged(exception.id, { siteId: resource.siteId }))
    return ok(exception)
  })
  practices.forget(ctx.organization.slug)
  return added
}
