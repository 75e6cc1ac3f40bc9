import type { Body, practice, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { PracticeBook } from '../book.ts'
import { practiceChanged } from '../events.ts'
import { savePayer, selectPayers } from './store.ts'

type PayerBody = Body<typeof practice.changePayer>
type Saved = Result<Reply<typeof practice.addPayer>, Refusal<typeof practice.addPayer>>

/** Two payers of one name could not be told apart in a list. */
async function save(ctx: Ctx, practices: PracticeBook, id: string, body: PayerBody, known: boolean): Promise<Saved> {
  ctx.touch([], id)
  const saved = await ctx.tx(async (db): Promise<Saved> => {
    const payers = await selectPayers(db)
    const before = payers.find((one) => one.id === id)
    if (known && !before) throw new Problem('not-found')
    const isKnown = payers.some((one) => one.id !== id && one.name.toLowerCase() === body.name.toLowerCase())
    if (isKnown) return refuse({ reason: 'payer-known' })
    const payer = { id, name: body.name, payerId: body.number === undefined ? (before?.payerId ?? null) : body.number }
    await savePayer(db, payer)
    await ctx.tell(db, practiceChanged(id))
    return ok(payer)
  })
  practices.forget(ctx.organization.slug)
  return saved
}

export function addPayer(ctx: Ctx, practices: PracticeBook, body: PayerBody): Promise<Saved> {
  return save(ctx, practices, ctx.newId(), body, false)
}

export function changePayer(ctx: Ctx, practices: PracticeBook, id: string, body: PayerBody): Promise<Saved> {
  return save(ctx, practices, id, body, true)
}
