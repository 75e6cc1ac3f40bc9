import { payers, type Refusal, type Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Input } from '../../../platform/http/route.ts'
import { practiceChanged, type PracticeBook } from '../../practice/index.ts'
import { directoryChanged } from './events.ts'
import { lockPayer, selectPayers, updatePayer } from './store.ts'

type Spec = typeof payers.savePayerDetails
type Saved = Result<Reply<Spec>, Refusal<Spec>>

export async function savePayerDetails(
  ctx: Ctx,
  practices: PracticeBook,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Saved> {
  const id = params.payerId
  ctx.touch([], id)
  const saved = await ctx.tx(async (db): Promise<Saved> => {
    if (!(await lockPayer(db, id))) throw new Problem('not-found')
    const others = (await selectPayers(db)).filter((one) => one.id !== id)
    if (others.some(({ name }) => name.toLowerCase() === body.name.toLowerCase()))
      return refuse({ reason: 'payer-known' })
    const payer = { id, ...body }
    await updatePayer(db, payer)
    await ctx.tell(db, practiceChanged(id))
    await ctx.tell(db, directoryChanged(id))
    return ok(payer)
  })
  practices.forget(ctx.organization.slug)
  return saved
}
