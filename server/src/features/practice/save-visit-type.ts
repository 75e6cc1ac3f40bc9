import type { Body, practice, Refusal, Reply } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import type { Db } from '../../platform/database/organization-db.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { PracticeBook } from './book.ts'
import { practiceChanged } from './events.ts'
import { presentVisitType } from './present.ts'
import { checkVisitType } from './rules.ts'
import { resourcesById, saveVisitType, selectVisitTypes, type VisitTypeFields } from './store.ts'

type VisitTypeBody = Body<typeof practice.addVisitType>
type Change = Body<typeof practice.changeVisitType>
type Saved = Result<Reply<typeof practice.addVisitType>, Refusal<typeof practice.addVisitType>>

async function save(
  ctx: Ctx,
  practices: PracticeBook,
  id: string,
  fieldsOf: (db: Db) => Promise<VisitTypeBody | VisitTypeFields>,
): Promise<Saved> {
  ctx.touch([], id)
  const saved = await ctx.tx(async (db): Promise<Saved> => {
    const visitType = { ...(await fieldsOf(db)), id }
    const checked = checkVisitType(visitType, await resourcesById(db))
    if (!checked.ok) return checked
    await saveVisitType(db, visitType)
    await ctx.tell(db, practiceChanged(id))
    return ok(presentVisitType(visitType))
  })
  practices.forget(ctx.organization.slug)
  return saved
}

export function addVisitType(ctx: Ctx, practices: PracticeBook, body: VisitTypeBody): Promise<Saved> {
  return save(ctx, practices, ctx.newId(), async () => body)
}

export function changeVisitType(ctx: Ctx, practices: PracticeBook, id: string, change: Change): Promise<Saved> {
  return save(ctx, practices, id, async (db) => {
    const before = (await selectVisitTypes(db)).find((one) => one.id === id)
    if (!before) throw new Problem('not-found')
    return { ...before, ...change }
  })
}
