import type { practice, Reply } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import { newToken, tokenHash } from '../../../platform/auth/tokens.ts'
import type { Ctx } from '../../../platform/context.ts'
import { staffChanged } from '../events.ts'
import { insertKey, insertStaff, replaceToken } from './store.ts'

/**
 * A key is a member of staff of its own, so that the audit trail names it and closing the account ends it. The token
 * is stored nowhere, not even for a repeated request: that one gets a new token for the same key.
 */
export async function makeApiKey(ctx: Ctx, name: string): Promise<Result<Reply<typeof practice.makeApiKey>, never>> {
  const token = newToken()
  const id = ctx.newId()
  const createdAt = ctx.now.toString()
  ctx.touch([], id)
  const made = await ctx.tx(async (db): Promise<Result<{ id: string }, never>> => {
    const staffId = ctx.newId()
    await insertStaff(db, {
      id: staffId,
      name,
      email: `key-${id}@keys.invalid`,
      role: 'integrator',
      homeSiteId: null,
      passwordHash: null,
      createdAt,
    })
    await insertKey(db, { id, staffId, name, tokenHash: tokenHash(token), createdAt })
    await ctx.tell(db, staffChanged(staffId))
    return ok({ id })
  })
  if (!made.ok) return made
  if (made.value.id !== id) await replaceToken(ctx.db, made.value.id, tokenHash(token))
  return ok({ id: made.value.id, token: `foyer.${ctx.organization.slug}.${token}` })
}
