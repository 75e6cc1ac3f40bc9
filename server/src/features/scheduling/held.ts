import type { Ctx } from '../../platform/context.ts'
import { type Db, runIn } from '../../platform/database/organization-db.ts'
import type { TakenRange } from '../../platform/events/event.ts'
import type { Practice } from '../practice/index.ts'
import { holdChanged } from './events.ts'
import { msOf } from './instants.ts'
import { dayAround } from './site-days.ts'
import { deleteHoldsOf, type HeldRow, holderOf, selectHoldsOf } from './time/store.ts'

/** Civil date at its site on which a visit or a hold begins. */
export function dateOf(practice: Practice, { site_id, starts_at }: { site_id: string; starts_at: string }): string {
  return dayAround(msOf(starts_at), practice.sites.get(site_id)?.timeZone ?? 'UTC').date
}

/** The time that a hold keeps. */
export function heldTimes({ times }: Pick<HeldRow, 'times'>): TakenRange[] {
  return times.map(({ resource_id, from, until }) => [resource_id, msOf(from), msOf(until)])
}

/** Lets go all that the caller holds, within a transaction. */
export async function letGoHolds(ctx: Ctx, db: Db, practice: Practice): Promise<void> {
  const holder = holderOf(ctx.actor)
  const before = await selectHoldsOf(db, holder)
  if (before.length === 0) return
  await runIn(db, deleteHoldsOf(db, holder))
  for (const old of before)
    await ctx.tell(db, holdChanged({ id: old.id, siteId: old.site_id, date: dateOf(practice, old) }, heldTimes(old)))
}
