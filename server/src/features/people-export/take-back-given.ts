import type { peopleExport, Reply } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import { accessRequested } from './events.ts'
import { presentRequest } from './present.ts'
import { clearGiven, lockRequest } from './store.ts'

/** A word that was wrong ends no duty: the request is due again on the day on which it was due before. */
export async function takeBackGiven(
  ctx: Ctx,
  { patientId, requestId }: { readonly patientId: string; readonly requestId: string },
): Promise<Result<Reply<typeof peopleExport.takeBackGiven>, never>> {
  ctx.touch(patientId, requestId)
  return ctx.tx(async (db) => {
    const row = await lockRequest(db, patientId, requestId)
    if (!row) throw new Problem('not-found')
    if (row.given_at === null) return ok(presentRequest(row))
    await clearGiven(db, requestId)
    await ctx.tell(db, accessRequested(requestId, patientId))
    return ok(presentRequest({ ...row, given_at: null, delivered: null }))
  })
}
