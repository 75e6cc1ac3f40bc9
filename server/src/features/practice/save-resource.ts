import type { Body, practice, Refusal, Reply } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import type { WeeklyHours } from '@foyer/scheduling'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import { widenBlocks } from './blocks/store.ts'
import type { PracticeBook } from './book.ts'
import { practiceChanged } from './events.ts'
import { saveHours, selectHoursOf } from './hours/store.ts'
import { laneCount } from './practice.ts'
import { presentResource } from './present.ts'
import { checkHours } from './rules.ts'
import { saveResource, selectResource, siteExists } from './store.ts'

type Wish = Body<typeof practice.changeResource>
type Saved = Result<Reply<typeof practice.addResource>, Refusal<typeof practice.addResource>>

async function save(ctx: Ctx, practices: PracticeBook, id: string, body: Wish, known: boolean): Promise<Saved> {
  ctx.touch([], id)
  const saved = await ctx.tx(async (db): Promise<Saved> => {
    if (known && !(await selectResource(db, id))) throw new Problem('not-found')
    if (!(await siteExists(db, body.siteId))) throw new Problem('not-found')
    const { hours: given, ...fields } = body
    // The contract lets 1 to 7 through.
    const hours = given as WeeklyHours[] | undefined
    const checked = checkHours(hours ?? [])
    if (!checked.ok) return checked
    const resource = { id, ...fields }
    await saveResource(db, resource)
    if (hours) await saveHours(db, id, hours)
    const all = hours ?? (await selectHoursOf(db, id))
    const lanes = laneCount({ lanes: resource.lanes, hours: all })
    if (known && lanes > 1) await widenBlocks(db, id, lanes)
    await ctx.tell(db, practiceChanged(id, { siteId: body.siteId }))
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
  return save(ctx, practices, ctx.newId(), body, false)
}

export function changeResource(ctx: Ctx, practices: PracticeBook, id: string, body: Wish): Promise<Saved> {
  return save(ctx, practices, id, body, true)
}
