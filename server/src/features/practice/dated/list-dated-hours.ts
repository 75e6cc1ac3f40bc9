import { practice, type Query, type Reply } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { mayKnowWhyClosed } from '../why-closed.ts'
import { selectBlocksFrom, selectExceptionsFrom } from './store.ts'

/** Exceptions, leave and blocks; why somebody is away only for whom it concerns. */
export async function listDatedHours(
  { db, actor }: Ctx,
  { from, resourceId }: Query<typeof practice.listDatedHours>,
): Promise<Result<Reply<typeof practice.listDatedHours>, never>> {
  const exceptions = await selectExceptionsFrom(db, from, resourceId)
  const blocks = await selectBlocksFrom(db, from, resourceId)
  if (mayKnowWhyClosed(actor)) return ok({ exceptions, blocks })
  const away = { reason: practice.awayReason }
  return ok({
    exceptions: exceptions.map((one) => (one.kind === 'closed' ? { ...one, ...away } : one)),
    blocks: blocks.map((one) => ({ ...one, ...away })),
  })
}
