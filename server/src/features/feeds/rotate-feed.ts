import type { feeds, Reply } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import { newToken, tokenHash } from '../../platform/auth/tokens.ts'
import type { Ctx } from '../../platform/context.ts'
import { findFeed } from './list-feeds.ts'
import { feedPath, presentFeed } from './present.ts'
import { updateToken } from './store.ts'

/** A repeated request gets another new address: what was answered before is kept nowhere. */
export async function rotateFeed(ctx: Ctx, feedId: string): Promise<Result<Reply<typeof feeds.rotateFeed>, never>> {
  const token = newToken()
  const feed = await findFeed(ctx, ctx.db, feedId)
  const turned = await ctx.tx<object, never>(async (db) => {
    await updateToken(db, feedId, tokenHash(token))
    return ok({})
  })
  if (!turned.ok) return turned
  await updateToken(ctx.db, feedId, tokenHash(token))
  return ok({ ...presentFeed(ctx.actor, feed), path: feedPath(ctx.organization.slug, token) })
}
