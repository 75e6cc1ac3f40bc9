import type { Body, practice, Refusal, Reply } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { PracticeBook } from '../book.ts'
import { practiceChanged } from '../events.ts'
import { presentChainType } from '../present.ts'
import { selectVisitTypes } from '../store.ts'
import { checkLegs } from './check-legs.ts'
import { saveChainType, selectChainTypes } from './store.ts'

type ChainBody = Body<typeof practice.addChainType>
type Change = Body<typeof practice.changeChainType>
type Saved = Result<Reply<typeof practice.addChainType>, Refusal<typeof practice.addChainType>>

async function save(
  ctx: Ctx,
  practices: PracticeBook,
  id: string,
  bodyOf: (db: Db) => Promise<ChainBody>,
): Promise<Saved> {
  ctx.touch([], id)
  const saved = await ctx.tx(async (db): Promise<Saved> => {
    const body = await bodyOf(db)
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
  return save(ctx, practices, ctx.newId(), async () => body)
}

export function changeChainType(ctx: Ctx, practices: PracticeBook, id: string, change: Change): Promise<Saved> {
  return save(ctx, practices, id, async (db) => {
    const before = (await selectChainTypes(db)).find((one) => one.id === id)
    if (!before) throw new Problem('not-found')
    return { active: before.active, ...change }
  })
}
