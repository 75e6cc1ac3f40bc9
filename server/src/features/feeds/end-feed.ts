import type { feeds, Reply } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import { findFeed } from './list-feeds.ts'
import { updateEnded } from './store.ts'

export function endFeed(ctx: Ctx, feedId: string): Promise<Result<Reply<typeof feeds.endFeed>, never>> {
  return ctx.tx(async (db) => {
    await findFeed(ctx, db, feedId)
    await updateEnded(db, feedId, ctx.now.toString())
    return ok({})
  })
}
