import type { Body, practice, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import type { Db } from '../../platform/database/organization-db.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { PracticeBook } from './book.ts'
import { practiceChanged } from './events.ts'
import { presentSite } from './present.ts'
import { isTimeZone } from './rules.ts'
import { saveSite, selectSites } from './store.ts'

type SiteBody = Body<typeof practice.addSite>
type Change = Body<typeof practice.changeSite>
type Saved = Result<Reply<typeof practice.addSite>, Refusal<typeof practice.addSite>>

async function save(
  ctx: Ctx,
  practices: PracticeBook,
  id: string,
  fieldsOf: (db: Db) => Promise<SiteBody>,
): Promise<Saved> {
  ctx.touch([], id)
  const saved = await ctx.tx(async (db): Promise<Saved> => {
    const site = { ...(await fieldsOf(db)), id }
    if (!isTimeZone(site.timeZone)) return refuse({ reason: 'unknown-time-zone' })
    await saveSite(db, site)
    await ctx.tell(db, practiceChanged(id, { siteId: id }))
    return ok(presentSite(site))
  })
  practices.forget(ctx.organization.slug)
  return saved
}

export function addSite(ctx: Ctx, practices: PracticeBook, body: SiteBody): Promise<Saved> {
  return save(ctx, practices, ctx.newId(), async () => body)
}

export function changeSite(ctx: Ctx, practices: PracticeBook, siteId: string, change: Change): Promise<Saved> {
  return save(ctx, practices, siteId, async (db) => {
    const before = (await selectSites(db)).find(({ id }) => id === siteId)
    if (!before) throw new Problem('not-found')
    return { ...before, ...change }
  })
}
