import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { PracticeBook } from '../book.ts'
import { practiceChanged } from '../events.ts'
import { selectResource } from '../store.ts'
import { deleteExceptions } from './store.ts'

/** All of them or, where one is gone already, none. */
export async function removeExceptions(
  ctx: Ctx,
  practices: PracticeBook,
  resourceId: string,
  ids: readonly string[],
): Promise<Result<Record<string, never>, never>> {
  ctx.touch([], resourceId)
  const wanted = new Set(ids)
  const removed = await ctx.tx(async (db): Promise<Result<Record<string, never>, never>> => {
    const resource = await selectResource(db, resourceId)
    const gone = resource ? await deleteExceptions(db, resourceId, [...wanted]) : 0
    if (!resource || gone < wanted.size) throw new Problem('not-found')
    await ctx.tell(db, practiceChanged(resourceId, { siteId: resource.siteId }))
    return ok({})
  })
  practices.forget(ctx.organization.slug)
  return removed
}
