import type { feeds, Reply } from '@foyer/contract'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import { mayDecide, maySee } from './policy.ts'
import { presentFeed } from './present.ts'
import { type FeedRow, selectFeed, selectFeeds } from './store.ts'

export async function listFeeds(ctx: Ctx): Promise<Reply<typeof feeds.listFeeds>> {
  const decides = mayDecide(ctx.actor)
  const rows = await selectFeeds(ctx.db, decides ? null : ctx.actor.staffId)
  return {
    feeds: rows.map((row) => presentFeed(ctx.actor, row)),
    can: { share: decides, allowPatients: decides },
  }
}

/** A feed that the caller may see. @throws Problem not-found for those of others too. */
export async function findFeed(ctx: Ctx, db: Ctx['db'], feedId: string): Promise<FeedRow> {
  ctx.touch([], feedId)
  const feed = await selectFeed(db, feedId)
  if (!feed || !maySee(ctx.actor, feed)) throw new Problem('not-found')
  return feed
}
