import type { Body, registration, Reply } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { registrationRulesChanged } from '../events.ts'
import { readRules } from './read-rules.ts'
import type { RulesBook } from './rules-book.ts'
import { replaceRules, visitTypeExists } from './store.ts'

type Spec = typeof registration.setRegistrationRules

export async function setRules(
  ctx: Ctx,
  book: RulesBook,
  { visitTypeId, rules }: Body<Spec>,
): Promise<Result<Reply<Spec>, never>> {
  const subject = visitTypeId ?? ctx.newId()
  ctx.touch([], subject)
  const saved = await ctx.tx<Reply<Spec>, never>(async (db) => {
    if (visitTypeId !== null && !(await visitTypeExists(db, visitTypeId))) throw new Problem('not-found')
    await replaceRules(
      db,
      visitTypeId,
      rules.map((rule) => ({ ...rule, id: ctx.newId() })),
    )
    await ctx.tell(db, registrationRulesChanged(subject))
    return ok(await readRules(db))
  })
  book.forget(ctx.organization.slug)
  return saved
}
