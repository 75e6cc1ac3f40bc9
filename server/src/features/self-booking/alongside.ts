import type { Ctx } from '../../platform/context.ts'
import { runIn, type Statement } from '../../platform/database/organization-db.ts'
import type { HappenedEvent } from '../../platform/events/event.ts'

export interface Also {
  readonly statements: readonly Statement[]
  readonly events?: readonly HappenedEvent[]
}

/** What every save of scheduling answers. */
interface Saved {
  readonly id: string
}

/**
 * The same request, whose save does something more in the same transaction. So a use case of scheduling stays as it is
 * for the desk, and what self-booking has to note is never without it.
 */
export function alongside(ctx: Ctx, also: (saved: Saved) => Also): Ctx {
  return {
    ...ctx,
    save: (value, statements, events) => {
      const more = also(value as unknown as Saved)
      return ctx.save(value, [...statements, ...more.statements], [...events, ...(more.events ?? [])])
    },
    tx: (work) =>
      ctx.tx(async (db) => {
        const result = await work(db)
        if (!result.ok) return result
        const more = also(result.value as unknown as Saved)
        for (const statement of more.statements) await runIn(db, statement)
        for (const event of more.events ?? []) await ctx.tell(db, event)
        return result
      }),
  }
}
