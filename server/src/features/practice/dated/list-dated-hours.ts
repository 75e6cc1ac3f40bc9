import type { practice, Query, Reply } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { selectBlocksFrom, selectExceptionsFrom } from './store.ts'

export async function listDatedHours(
  { db }: Ctx,
  { from, resourceId }: Query<typeof practice.listDatedHours>,
): Promise<Result<Reply<typeof practice.listDatedHours>, never>> {
  const exceptions = await selectExceptionsFrom(db, from, resourceId)
  return ok({ exceptions, blocks: await selectBlocksFrom(db, from, resourceId) })
}
