import type { Body, practice, Refusal, Reply } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import { replaceFrom, type WeeklyHours } from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { widenBlocks } from '../blocks/store.ts'
import type { PracticeBook } from '../book.ts'
import { practiceChanged } from '../events.ts'
import { saveHours, selectHoursOf } from '../hours/store.ts'
import { laneCount } from '../practice.ts'
import { presentHours, presentResource } from '../present.ts'
import { checkHours } from '../rules.ts'
import { resourcesById } from '../store.ts'

type Saved = Result<Reply<typeof practice.changeTemplate>, Refusal<typeof practice.changeTemplate>>

/** From a date on other hours hold. Those until then stay as a record of what held. What is booked stays too. */
export async function changeTemplate(
  ctx: Ctx,
  practices: PracticeBook,
  resourceId: string,
  { from, hours: given }: Body<typeof practice.changeTemplate>,
): Promise<Saved> {
  ctx.touch([], resourceId)
  const saved = await ctx.tx(async (db): Promise<Saved> => {
    const resource = (await resourcesById(db)).get(resourceId)
    if (!resource) throw new Problem('not-found')
    // The contract lets 1 to 7 through.
    const wanted = given as WeeklyHours[]
    const checked = checkHours(wanted)
    if (!checked.ok) return checked
    const before = await selectHoursOf(db, resourceId)
    const hours = replaceFrom(from, before, wanted)
    await saveHours(db, resourceId, hours)
    const lanes = laneCount({ lanes: resource.lanes, hours })
    if (lanes > 1) await widenBlocks(db, resourceId, lanes)
    await ctx.tell(db, practiceChanged(resourceId, { siteId: resource.siteId }))
    const after = await selectHoursOf(db, resourceId)
    return ok({
      ...presentResource({ ...resource, hours }),
      before: before.map(presentHours),
      after: after.map(presentHours),
    })
  })
  practices.forget(ctx.organization.slug)
  return saved
}
