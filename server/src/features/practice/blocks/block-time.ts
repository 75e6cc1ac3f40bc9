import type { Body, practice, Refusal, Reply } from '@foyer/contract'
import { instantAt, ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { databaseFault, type Db } from '../../../platform/database/organization-db.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { type BlockTime, countTaken, freeExpiredHolds, insertBlock } from './store.ts'
import { practiceChanged } from '../events.ts'
import { selectResource } from '../store.ts'

type Wish = Body<typeof practice.blockTime>
type Blocked = Result<Reply<typeof practice.blockTime>, Refusal<typeof practice.blockTime>>

async function wanted(db: Db, wish: Wish): Promise<{ siteId: string; time: BlockTime }> {
  const resource = await selectResource(db, wish.resourceId)
  if (!resource) throw new Problem('not-found')
  const at = (minute: number): string => instantAt(wish.date, minute, resource.timeZone).toString()
  const time = { resourceId: wish.resourceId, start: at(wish.startMinute), end: at(wish.endMinute) }
  return { siteId: resource.siteId, time }
}

async function refused(db: Db, time: BlockTime): Promise<Blocked> {
  return refuse({ reason: 'visits-booked', count: (await countTaken(db, time)).visits })
}

/**
 * Closes time of a resource; minutes are wall time at its site. Refuses while anything is there: `count` says how many
 * visits and kept openings, 0 where the time is closed already.
 */
export async function blockTime(ctx: Ctx, wish: Wish): Promise<Blocked> {
  ctx.because(wish.reason)
  ctx.touch([], wish.resourceId)
  const { siteId, time } = await wanted(ctx.db, wish)
  // Both may fall into the hour that the spring change skips.
  if (wish.endMinute <= wish.startMinute || time.end <= time.start) return refuse({ reason: 'backwards' })
  try {
    return await ctx.tx(async (db): Promise<Blocked> => {
      await freeExpiredHolds(db, time, ctx.now.toString())
      if ((await countTaken(db, time)).taken) return refused(db, time)
      const id = ctx.newId()
      await insertBlock(db, id, time, wish.reason)
      await ctx.tell(db, practiceChanged(id, { siteId, date: wish.date }))
      return ok({ id })
    })
  } catch (error) {
    if (databaseFault(error)?.code !== '23P01') throw error
    return refused(ctx.db, time)
  }
}
