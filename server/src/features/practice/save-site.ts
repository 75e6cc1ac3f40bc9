import type { Body, practice, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { PracticeBook } from './book.ts'
import { practiceChanged } from './events.ts'
import { presentSite } from './present.ts'
import { isTimeZone } from './rules.ts'
import { saveSite, siteExists } from './store.ts'

type SiteBody = Body<typeof practice.addSite>
type Saved = Result<Reply<typeof practice.addSite>, Refusal<typeof practice.addSite>>

async function save(ctx: Ctx, practices: PracticeBook, id: string, body: SiteBody, known: boolean): Promise<Saved> {
  ctx.touch([], id)
  const saved = await ctx.tx(async (db): Promise<Saved> => {
    if (known && !(await siteExists(db, id))) throw new Problem('not-found')
    if (!isTimeZone(body.timeZone)) return refuse({ reason: 'unknown-time-zone' })
    const site = { id, ...body }
    await saveSite(db, site)
    await ctx.tell(db, practiceChanged(id, { siteId: id }))
    return ok(presentSite(site))
  })
  practices.forget(ctx.organization.slug)
  return saved
}

export function addSite(ctx: Ctx, practices: PracticeBook, body: SiteBody): Promise<Saved> {
  return save(ctx, practices, ctx.newId(), body, false)
}

export function changeSite(ctx: Ctx, practices: PracticeBook, siteId: string, body: SiteBody): Promise<Saved> {
  return save(ctx, practices, siteId, body, true)
}
