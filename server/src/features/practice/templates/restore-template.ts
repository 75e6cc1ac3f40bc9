import type { Body, practice, Refusal, Reply } from '@foyer/contract'
import { dateAt, ok, refuse, type Result } from '@foyer/kernel'
import {
  datesBetween,
  dependsOn,
  isSameWeeks,
  type KeptTime,
  localDays,
  sessionTimes,
  type WeeklyHours,
} from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { PracticeBook } from '../book.ts'
import { practiceChanged } from '../events.ts'
import { saveHours, selectHoursOf } from '../hours/store.ts'
import { closedDates } from '../practice.ts'
import { presentResource } from '../present.ts'
import { checkHours } from '../rules.ts'
import { resourcesById } from '../store.ts'
import { lastDateOf } from './preview-days.ts'
import { selectKeptFrom } from './store.ts'

type Spec = typeof practice.restoreTemplate
type Restored = Result<Reply<Spec>, Refusal<Spec>>

/**
 * The weekly hours as they were before a change: only while they are what the change made of them, and nothing that is
 * booked needs them since. What fell outside both is where it was.
 */
export async function restoreTemplate(
  ctx: Ctx,
  practices: PracticeBook,
  resourceId: string,
  { before: given, after }: Body<Spec>,
): Promise<Restored> {
  ctx.touch([], resourceId)
  const known = await practices.read(ctx.organization)
  const exceptions = known.resources.get(resourceId)?.exceptions ?? []
  const restored = await ctx.tx(async (db): Promise<Restored> => {
    const resource = (await resourcesById(db)).get(resourceId)
    const zone = resource && known.sites.get(resource.siteId)?.timeZone
    if (!resource || !zone) throw new Problem('not-found')
    // The contract lets 1 to 7 through.
    const before = given as WeeklyHours[]
    const checked = checkHours(before)
    if (!checked.ok) return checked
    const present = await selectHoursOf(db, resourceId)
    if (!isSameWeeks(present, after as WeeklyHours[])) return refuse({ reason: 'hours-changed' })

    const now = ctx.now.toString()
    const rows = await selectKeptFrom(db, resourceId, now, now)
    const kept = rows.map(({ from, until, ...row }): KeptTime => {
      return { ...row, start: Date.parse(from), end: Date.parse(until) }
    })
    const today = dateAt(ctx.now, zone)
    const last = lastDateOf(
      rows.map(({ until }) => until),
      zone,
    )
    const days = localDays(datesBetween(today, last ?? today), zone)
    const closed = closedDates(known, resource.siteId)
    const timesOf = (weekly: readonly WeeklyHours[]) => sessionTimes(days, weekly, exceptions, closed)
    const hours = { before: timesOf(before), after: timesOf(present), lanes: resource.lanes }
    const count = dependsOn(kept, hours, ctx.now.epochMilliseconds).length
    if (count > 0) return refuse({ reason: 'visits-booked', count })

    await saveHours(db, resourceId, before)
    await ctx.tell(db, practiceChanged(resourceId, { siteId: resource.siteId }))
    return ok(presentResource({ ...resource, hours: before }))
  })
  practices.forget(ctx.organization.slug)
  return restored
}
