import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import { yieldToTheDesk } from '../../../platform/events/pace.ts'
import { sweepAsked } from './events.ts'
import { suspect } from './suspect.ts'
import { selectNextIds } from './store.ts'

const AT_ONCE = 200
const FIRST = '00000000-0000-0000-0000-000000000000'

/** Asks for a look at all records; a job does it. */
export async function askForSweep(ctx: Ctx): Promise<Result<object, never>> {
  return ctx.tx<object, never>(async (db) => {
    await ctx.tell(db, sweepAsked(ctx.newId()))
    return ok({})
  })
}

/** Compares every record with those that share a blocking key, some at a time, and lets the desk go first in between. */
export async function sweepAll(db: Db, at: string): Promise<number> {
  let found = 0
  for (let after = FIRST; ; ) {
    const ids = await selectNextIds(db, after, AT_ONCE)
    const last = ids.at(-1)
    if (last === undefined) return found
    found += await suspect(db, ids, at)
    after = last
    await yieldToTheDesk()
  }
}
