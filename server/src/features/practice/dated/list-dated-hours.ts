import { practice, type Query, type Reply, roleMay } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { selectBlocksFrom, selectExceptionsFrom } from './store.ts'

/**
 * Minimum necessary (45 CFR 164.514(d), and no less for staff): why somebody is away, such as an illness, is for those who
 * edit schedules. For all others, people and systems, they are away.
 */
export async function listDatedHours(
  { db, actor }: Ctx,
  { from, resourceId }: Query<typeof practice.listDatedHours>,
): Promise<Result<Reply<typeof practice.listDatedHours>, never>> {
  const exceptions = await selectExceptionsFrom(db, from, resourceId)
  const blocks = await selectBlocksFrom(db, from, resourceId)
  if (roleMay(actor.role, 'schedule.block') || roleMay(actor.role, 'practice.change')) return ok({ exceptions, blocks })
  const away = { reason: practice.awayReason }
  return ok({
    exceptions: exceptions.map((one) => (one.kind === 'closed' ? { ...one, ...away } : one)),
    blocks: blocks.map((one) => ({ ...one, ...away })),
  })
}
