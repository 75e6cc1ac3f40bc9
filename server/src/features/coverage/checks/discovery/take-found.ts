import type { eligibility, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../../platform/context.ts'
import { Problem } from '../../../../platform/http/problem.ts'
import { addFoundCoverage, dropCovered, holdRecord } from '../../../patients/index.ts'
import { checkChanged } from '../events.ts'
import { storedAnswer } from '../stored-answer.ts'
import { countPolicies, giveToCoverage, lockFound } from './store.ts'

type Spec = typeof eligibility.takeFoundCoverage

/** What a payer knows of is only added when a person says so: it may be of somebody who is called the same. */
export async function takeFoundCoverage(
  ctx: Ctx,
  { patientId, checkId }: { readonly patientId: string; readonly checkId: string },
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  ctx.touch(patientId, checkId)
  return ctx.tx(async (db): Promise<Result<Reply<Spec>, Refusal<Spec>>> => {
    await holdRecord(db, patientId)
    const check = await lockFound(db, patientId, checkId)
    if (!check || check.reason !== 'discovery') throw new Problem('not-found')
    if (check.coverage_id !== null) return refuse({ reason: 'taken-already', coverageId: check.coverage_id })
    if (check.outcome !== 'active' || check.result === null) return refuse({ reason: 'nothing-found' })
    const { state, patient, subscriber } = storedAnswer(check)
    const holder = subscriber ?? patient
    const coverageId = await addFoundCoverage(ctx, db, patientId, {
      payerId: check.payer_id,
      planName: state.plan,
      memberId: holder.memberId,
      groupNumber: holder.groupNumber,
      relationship: subscriber === null ? 'self' : 'other',
      subscriberName: subscriber === null ? null : [subscriber.given, subscriber.name].filter(Boolean).join(' '),
      periodStart: state.from,
      periodEnd: state.until,
      on: check.service_date,
      order: (await countPolicies(db, patientId)) + 1,
    })
    await dropCovered(db, patientId)
    await giveToCoverage(db, checkId, coverageId)
    await ctx.tell(db, checkChanged(checkId, patientId))
    return ok({ coverageId })
  })
}
