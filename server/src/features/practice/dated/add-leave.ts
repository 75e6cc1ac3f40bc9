import type { Body, practice, Refusal, Reply } from '@foyer/contract'
import { daysBetween, instantAt, ok, refuse, type Result } from '@foyer/kernel'
import { leave } from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { PracticeBook } from '../book.ts'
import { practiceChanged } from '../events.ts'
import { selectResource } from '../store.ts'
import { countVisitsWithin, insertExceptions } from './store.ts'

type Added = Result<Reply<typeof practice.addLeave>, Refusal<typeof practice.addLeave>>

const mostDays = 366

/** Somebody is away. What is booked stays and is counted: those visits need another time or somebody else. */
export async function addLeave(
  ctx: Ctx,
  practices: PracticeBook,
  wish: Body<typeof practice.addLeave>,
): Promise<Added> {
  const { resourceId, from, to, fromMinute, toMinute, reason } = wish
  ctx.because(reason)
  ctx.touch([], resourceId)
  if (to >= from && daysBetween(from, to) >= mostDays) return refuse({ reason: 'too-long' })
  const days = leave(from, to, reason, { fromMinute, toMinute })
  if (days.length === 0) return refuse({ reason: 'backwards' })
  const added = await ctx.tx(async (db): Promise<Added> => {
    const resource = await selectResource(db, resourceId)
    if (!resource) throw new Problem('not-found')
    const exceptions = days.map((day) => ({ ...day, id: ctx.newId(), resourceId, reason }))
    await insertExceptions(db, exceptions)
    const at = (date: string, minute: number): string => instantAt(date, minute, resource.timeZone).toString()
    const visits = await countVisitsWithin(db, resourceId, at(from, fromMinute), at(to, toMinute))
    await ctx.tell(db, practiceChanged(resourceId, { siteId: resource.siteId }))
    return ok({ exceptions, visits })
  })
  practices.forget(ctx.organization.slug)
  return added
}
