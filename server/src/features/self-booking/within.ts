import type { Result } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import { type Db, runIn } from '../../platform/database/organization-db.ts'
import { withSavepoint } from '../../platform/database/savepoint.ts'

/**
 * The same request inside a transaction that the caller has opened: what a use case of scheduling saves is one with what
 * the caller writes. A fault takes back the use case's part alone, so that it may try again; a refusal is handed on, for
 * the caller to refuse as well, which takes back everything.
 */
export function within(ctx: Ctx, db: Db): Ctx {
  return {
    ...ctx,
    db,
    save: (value, statements, events) =>
      withSavepoint(db, async () => {
        for (const statement of statements) await runIn(db, statement)
        for (const event of events) await ctx.tell(db, event)
        return value
      }),
    tx: <T, E>(work: (inner: Db) => Promise<Result<T, E>>) => withSavepoint(db, () => work(db)),
  }
}
