import type { Body, feeds, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { newToken, tokenHash } from '../../platform/auth/tokens.ts'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Practice } from '../practice/index.ts'
import { mayDecide, MOST_FEEDS } from './policy.ts'
import { feedPath, presentFeed } from './present.ts'
import { countFeeds, insertFeed, updateToken } from './store.ts'

type Spec = typeof feeds.makeFeed

/** The token is stored nowhere, not even for a repeated request: that one gets a new token for the same feed. */
export async function makeFeed(
  ctx: Ctx,
  practice: Practice,
  input: Body<Spec>,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  if (!practice.resources.has(input.resourceId)) throw new Problem('not-found')
  const { actor } = ctx
  const decides = mayDecide(actor)
  if (input.withPatients && !decides) return refuse({ reason: 'patients-not-allowed' })
  if (input.shared && !decides) return refuse({ reason: 'sharing-not-allowed' })
  const id = ctx.newId()
  const token = newToken()
  const createdAt = ctx.now.toString()
  ctx.touch([], id)
  const made = await ctx.tx<{ id: string }, Refusal<Spec>>(async (db) => {
    if ((await countFeeds(db, actor.staffId)) >= MOST_FEEDS)
      return refuse({ reason: 'too-many-feeds', most: MOST_FEEDS })
    await insertFeed(db, {
      id,
      tokenHash: tokenHash(token),
      resourceId: input.resourceId,
      staffId: input.shared ? null : actor.staffId,
      name: input.name,
      withPatients: input.withPatients,
      createdAt,
      createdBy: actor.staffId,
    })
    return ok({ id })
  })
  if (!made.ok) return made
  if (made.value.id !== id) await updateToken(ctx.db, made.value.id, tokenHash(token))
  const row = {
    id: made.value.id,
    name: input.name,
    resource_id: input.resourceId,
    staff_id: input.shared ? null : actor.staffId,
    staff_name: input.shared ? null : actor.name,
    with_patients: input.withPatients,
    created_at: createdAt,
    last_read_at: null,
  }
  return ok({ ...presentFeed(actor, row), path: feedPath(ctx.organization.slug, token) })
}
