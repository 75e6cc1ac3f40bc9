import type { Body, practice, Refusal, Reply } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import type { WeeklyHours } from '@foyer/scheduling'
import type { Ctx } from '../../platform/context.ts'
import type { Db } from '../../platform/database/organization-db.ts'
import { Problem } from '../../platform/http/problem.ts'
import { widenBlocks } from './blocks/store.ts'
import type { PracticeBook } from './book.ts'
import { practiceChanged } from './events.ts'
import { saveHours, selectHoursOf } from './hours/store.ts'
import { laneCount } from './practice.ts'
import { presentResource } from './present.ts'
import { checkHours } from './rules.ts'
import { type ResourceFields, resourcesById, saveResource, siteExists } from './store.ts'

type Change = Body<typeof practice.changeResource>
/** Without hours the week stays as it is. */
type Wanted = Omit<ResourceFields, 'id'> & Pick<Change, 'hours'>
type Saved = Result<Reply<typeof practice.addResource>, Refusal<typeof practice.addResource>>

async function save(
  ctx: Ctx,
  practices: PracticeBook,
  id: string,
  wantedOf: (db: Db) => Promise<Wanted>,
): Promise<Saved> {
  ctx.touch([], id)
  const saved = await ctx.tx(async (db): Promise<Saved> => {
    const { hours: given, ...fields } = await wantedOf(db)
    if (!(await siteExists(db, fields.siteId))) throw new Problem('not-found')
    // The contract lets 1 to 7 through.
    const hours = given as WeeklyHours[] | undefined
    const checked = checkHours(hours ?? [])
    if (!checked.ok) return checked
    const resource = { ...fields, id }
    await saveResource(db, resource)
    if (hours) await saveHours(db, id, hours)
    const all = hours ?? (await selectHoursOf(db, id))
    const lanes = laneCount({ lanes: resource.lanes, hours: all })
    if (lanes > 1) await widenBlocks(db, id, lanes)
    await ctx.tell(db, practiceChanged(id, { siteId: fields.siteId }))
    return ok(presentResource({ ...resource, hours: all }))
  })
  practices.forget(ctx.organization.slug)
  return saved
}

export function addResource(
  ctx: Ctx,
  practices: PracticeBook,
  body: Body<typeof practice.addResource>,
): Promise<Saved> {
  return save(ctx, practices, ctx.newId(), async () => body)
}

export function changeResource(ctx: Ctx, practices: PracticeBook, id: string, change: Change): Promise<Saved> {
  return save(ctx, practices, id, async (db) => {
    const before = (await resourcesById(db)).get(id)
    if (!before) throw new Problem('not-found')
    return { ...before, ...change }
  })
}
