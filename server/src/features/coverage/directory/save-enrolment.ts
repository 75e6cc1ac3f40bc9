import { payers, type Reply } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Input } from '../../../platform/http/route.ts'
import { lockConnection } from './connections/store.ts'
import { directoryChanged } from './events.ts'
import type { EnrolmentKey } from './payer.ts'
import { deleteEnrolment, lockPayer, saveEnrolment as save } from './store.ts'

type Spec = typeof payers.saveEnrolment

export async function saveEnrolment(
  ctx: Ctx,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Reply<Spec>, never>> {
  ctx.touch([], params.payerId)
  return ctx.tx(async (db) => {
    if (!(await lockPayer(db, params.payerId))) throw new Problem('not-found')
    if (!(await lockConnection(db, params.connectionId))) throw new Problem('not-found')
    const enrolment = { ...params, ...body }
    await save(db, enrolment)
    await ctx.tell(db, directoryChanged(params.payerId))
    return ok(enrolment)
  })
}

export async function removeEnrolment(ctx: Ctx, key: EnrolmentKey): Promise<Result<object, never>> {
  ctx.touch([], key.payerId)
  return ctx.tx(async (db) => {
    if (!(await deleteEnrolment(db, key))) throw new Problem('not-found')
    await ctx.tell(db, directoryChanged(key.payerId))
    return ok({})
  })
}
