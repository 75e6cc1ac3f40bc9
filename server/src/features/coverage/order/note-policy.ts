import type { Body, coverageOrder, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { staffOf } from '../../../platform/auth/sessions.ts'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Input } from '../../../platform/http/route.ts'
import { holdRecord, recordChanges } from '../../patients/index.ts'
import type { PracticeBook } from '../../practice/index.ts'
import { orderChanged } from './events.ts'
import { settle } from './pin.ts'
import { type PolicyFacts, type PolicyRow, savePolicyFacts, selectPolicies } from './store.ts'
import { todayAt } from '../practice-day.ts'

type Spec = typeof coverageOrder.noteCoverageFacts

function given(body: Body<Spec>): PolicyFacts {
  return {
    ...(body.employment === undefined ? {} : { employment: body.employment }),
    ...(body.employerSize === undefined ? {} : { employer_size: body.employerSize }),
    ...(body.isContinuation === undefined ? {} : { is_continuation: body.isContinuation }),
    ...(body.subscriberBirthDate === undefined ? {} : { subscriber_birth_date: body.subscriberBirthDate }),
    ...(body.periodStart === undefined ? {} : { period_start: body.periodStart }),
  }
}

/** As the person's history names them. */
export function told(row: PolicyFacts | PolicyRow): Readonly<Record<string, unknown>> {
  return {
    'coverage.employment': row.employment,
    'coverage.employerSize': row.employer_size,
    'coverage.isContinuation': row.is_continuation,
    'coverage.subscriberBirthDate': row.subscriber_birth_date,
    'coverage.periodStart': row.period_start,
  }
}

export async function noteCoverageFacts(
  ctx: Ctx,
  practices: PracticeBook,
  { params: { patientId, coverageId }, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  ctx.touch(patientId, coverageId)
  const today = await todayAt(ctx, practices)
  return ctx.tx(async (db): Promise<Result<Reply<Spec>, Refusal<Spec>>> => {
    await holdRecord(db, patientId)
    const before = (await selectPolicies(db, patientId)).find(({ id }) => id === coverageId)
    if (!before) throw new Problem('not-found')
    if (before.version !== body.version) return refuse({ reason: 'changed-meanwhile', version: before.version })
    const after = { ...before, ...given(body) }
    if ((after.period_start ?? '') > (after.period_end ?? '9999')) return refuse({ reason: 'period-backwards' })
    const version = await savePolicyFacts(db, coverageId, given(body))
    await recordChanges(ctx, db, patientId, told(before), told(after))
    await settle(db, patientId, today, { at: ctx.now.toString(), staffId: staffOf(ctx.actor) })
    await ctx.tell(db, orderChanged(patientId))
    return ok({ version })
  })
}
