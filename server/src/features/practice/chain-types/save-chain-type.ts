import type { Body, practice, Refusal, Reply } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { PracticeBook } from '../book.ts'
import { practiceChanged } from '../events.ts'
import { presentChainType } from '../present.ts'
import { selectVisitTypes } from '../store.ts'
import { checkLegs } from './check-legs.ts'
import { chainTypeExists, saveChainType } from './store.ts'

type ChainBody = Body<typeof practice.addChainType>
type Saved = Result<Reply<typeof practice.addChainType>, Refusal<typeof practice.addChainType>>

async function save(ctx: Ctx, practices: PracticeBook, id: string, body: ChainBody, known: boolean): Promise<Saved> {
  ctx.touch([], id)
  const saved = await ctx.tx(async (db): Promise<Saved> => {
    if (known && !(await chainTypeExists(db, id))) throw new Problem('not-found')
    // There is nothing before the first leg from which a gap could count.
    const legs = body.legs.map(({ visitTypeId, gap }, index) => ({ visitTypeId, ...(index > 0 && gap && { gap }) }))
    const checked = checkLegs(legs, new Set((await selectVisitTypes(db)).map((one) => one.id)))
    if (!checked.ok) return checked
    const chainType = { ...body, id, legs }
    await saveChainType(db, chainType)
    await ctx.tell(db, practiceChanged(id))
    return ok(presentChainType(chainType))
  })
  practices.forget(ctx.organization.slug)
  return saved
}

export function addChainType(ctx: Ctx, practices: PracticeBook, body: ChainBody): Promise<Saved> {
  return save(ctx, practices, ctx.newId(), body, false)
}

export function changeChainType(ctx: Ctx, practices: PracticeBook, id: string, body: ChainBody): Promise<Saved> {
  return save(ctx, practices, id, body, true)
}
