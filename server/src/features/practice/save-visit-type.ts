import type { Body, practice, Refusal, Reply } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { PracticeBook } from './book.ts'
import { practiceChanged } from './events.ts'
import { presentVisitType } from './present.ts'
import { checkVisitType } from './rules.ts'
import { resourcesById, saveVisitType, visitTypeExists } from './store.ts'

type VisitTypeBody = Body<typeof practice.addVisitType>
type Saved = Result<Reply<typeof practice.addVisitType>, Refusal<typeof practice.addVisitType>>

async function save(
  ctx: Ctx,
  practices: PracticeBook,
  id: string,
  body: VisitTypeBody,
  known: boolean,
): Promise<Saved> {
  ctx.touch([], id)
  const saved = await ctx.tx(async (db): Promise<Saved> => {
    if (known && !(await visitTypeExists(db, id))) throw new Problem('not-found')
    const checked = checkVisitType(body, await resourcesById(db))
    if (!checked.ok) return checked
    const visitType = { id, ...body }
    await saveVisitType(db, visitType)
    await ctx.tell(db, practiceChanged(id))
    return ok(presentVisitType(visitType))
  })
  practices.forget(ctx.organization.slug)
  return saved
}

export function addVisitType(ctx: Ctx, practices: PracticeBook, body: VisitTypeBody): Promise<Saved> {
  return save(ctx, practices, ctx.newId(), body, false)
}

export function changeVisitType(ctx: Ctx, practices: PracticeBook, id: string, body: VisitTypeBody): Promise<Saved> {
  return save(ctx, practices, id, body, true)
}
