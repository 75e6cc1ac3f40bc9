import { ok, type Result } from '@foyer/kernel'
import { tokenHash } from '../../platform/auth/tokens.ts'
import type { Ctx } from '../../platform/context.ts'
import { deleteHoldsOf } from '../scheduling/index.ts'

/** Lets the time go that is kept under this secret; where there is none, nothing has to be done. */
export async function letTimeGo(ctx: Ctx, token: string): Promise<Result<object, never>> {
  return ok(await ctx.save({}, [deleteHoldsOf(ctx.db, { staffId: null, tokenHash: tokenHash(token) })], []))
}
