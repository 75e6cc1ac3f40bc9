import type { feeds, Reply } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import { findFeed } from './list-feeds.ts'
import { presentFeed } from './present.ts'
import { updateWithPatients } from './store.ts'

export function changeFeed(
  ctx: Ctx,
  feedId: string,
  withPatients: boolean,
): Promise<Result<Reply<typeof feeds.changeFeed>, never>> {
  return ctx.tx(async (db) => {
    const feed = await findFeed(ctx, db, feedId)
    await updateWithPatients(db, feedId, withPatients)
    return ok(presentFeed(ctx.actor, { ...feed, with_patients: withPatients }))
  })
}
