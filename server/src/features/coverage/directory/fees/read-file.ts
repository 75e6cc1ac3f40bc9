import { payers, type Refusal, type Reply } from '@foyer/contract'
import { type Fee, readFeeFile as read } from '@foyer/coverage'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../../platform/context.ts'
import { Problem } from '../../../../platform/http/problem.ts'
import type { Input } from '../../../../platform/http/route.ts'
import type { PracticeBook } from '../../../practice/index.ts'
import { todayAt } from '../../practice-day.ts'
import { payerExists, selectFeesOn } from './store.ts'

type Spec = typeof payers.readFeeFile
type Changes = Reply<Spec>['changes']

const SAMPLE = 8

/** Looks and takes nothing in. */
export async function readFeeFile(
  ctx: Ctx,
  practices: PracticeBook,
  { body }: Pick<Input<Spec>, 'body'>,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  const { kind, payerId, planId, content } = body
  if (payerId !== null && !(await payerExists(ctx.db, payerId))) throw new Problem('not-found')
  const file = read(content)
  if (!file.ok) return refuse({ reason: 'columns-missing', columns: [...file.missing] })
  const now = await selectFeesOn(ctx.db, { kind, payerId, planId }, await todayAt(ctx, practices))
  return ok({
    fees: file.fees.length,
    sample: file.fees.slice(0, SAMPLE),
    bad: file.faults.length,
    faults: file.faults.slice(0, payers.mostFaultsShown),
    changes: changesOf(now, file.fees),
  })
}

export function changesOf(before: readonly Fee[], after: readonly Fee[]): Changes {
  const old = new Map(before.map((fee) => [keyOf(fee), fee.amountCents]))
  const isKept = new Set(after.map(keyOf))
  const changes = { added: 0, changed: 0, gone: before.filter((fee) => !isKept.has(keyOf(fee))).length, same: 0 }
  for (const fee of after) {
    const known = old.get(keyOf(fee))
    changes[known === undefined ? 'added' : known === fee.amountCents ? 'same' : 'changed'] += 1
  }
  return changes
}

function keyOf({ code, modifier }: Fee): string {
  return `${code} ${modifier}`
}
