import type { Body, practice, Refusal, Reply } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import type { WeeklyHours } from '@foyer/scheduling'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import { widenBlocks } from './blocks/store.ts'
import type { PracticeBook } from './book.ts'
import { practiceChanged } from './events.ts'
import { laneCount } from './practice.ts'
import { presentResource } from './present.ts'
import { checkHours } from './rules.ts'
import { saveResource, selectResource, siteExists } from './store.ts'

type ResourceBody = Body<typeof practice.addResource>
type Saved = Result<Reply<typeof practice.addResource>, Refusal<typeof practice.addResource>>

async function save(ctx: Ctx, practices: PracticeBook, id: string, body: ResourceBody, known: boolean): Promise<Saved> {
  ctx.touch([], id)
  const saved = await ctx.tx(async (db): Promise<Saved> => {
    if (known && !(await selectResource(db, id))) throw new Problem('not-found')
    if (!(await siteExists(db, body.siteId))) throw new Problem('not-found')
    const checked = checkHours(body.hours)
    if (!checked.ok) return checked
    const { hours, ...fields } = body
    const resource = { id, ...fields }
    // The contract lets 1 to 7 through.
    await saveResource(db, resource, hours as WeeklyHours[])
    const lanes = laneCount({ lanes: resource.lanes, hours: hours as WeeklyHours[] })
    if (known && lanes > 1) await widenBlocks(db, id, lanes)
    await ctx.tell(db, practiceChanged(id, { siteId: body.siteId }))
    return ok(presentResource({ ...resource, hours: hours as WeeklyHours[] }))
  })
  practices.forget(ctx.organization.slug)
  return saved
}

export function addResource(ctx: Ctx, practices: PracticeBook, body: ResourceBody): Promise<Saved> {
  return save(ctx, practices, ctx.newId(), body, false)
}

export function changeResource(ctx: Ctx, practices: PracticeBook, id: string, body: ResourceBody): Promise<Saved> {
  return save(ctx, practices, id, body, true)
}
