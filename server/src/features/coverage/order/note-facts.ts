import type { Body, coverageOrder, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import { staffOf } from '../../../platform/auth/sessions.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import type { Input } from '../../../platform/http/route.ts'
import { holdRecord } from '../../patients/index.ts'
import type { PracticeBook } from '../../practice/index.ts'
import { orderChanged } from './events.ts'
import { settle } from './pin.ts'
import { findFacts, insertFacts, selectPolicies } from './store.ts'
import { todayAt } from '../practice-day.ts'

type Spec = typeof coverageOrder.noteOrderFacts

/** What is told anew is noted beside what was noted before, of which the rest still holds. */
export async function addFacts(ctx: Ctx, db: Db, patientId: string, told: Body<Spec>): Promise<void> {
  const before = await findFacts(db, patientId)
  const or = <T>(said: T | undefined, was: T | undefined, none: T): T => (said === undefined ? (was ?? none) : said)
  await insertFacts(db, {
    id: ctx.newId(),
    patient_id: patientId,
    noted_at: ctx.now.toString(),
    noted_by: staffOf(ctx.actor),
    medicare_because: or<string | null>(told.medicareBecause, before?.medicare_because, null),
    kidney_failure_since: or(told.kidneyFailureSince, before?.kidney_failure_since, null),
    parents_live: or<string | null>(told.parentsLive, before?.parents_live, null),
    ordered_coverage_id: or(told.orderedCoverageId, before?.ordered_coverage_id, null),
    custodial_coverage_ids: or(told.custodialCoverageIds, before?.custodial_coverage_ids, []),
    other_parent_coverage_ids: or(told.otherParentCoverageIds, before?.other_parent_coverage_ids, []),
  })
}

export async function noteOrderFacts(
  ctx: Ctx,
  practices: PracticeBook,
  { params: { patientId }, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  ctx.touch(patientId)
  const today = await todayAt(ctx, practices)
  return ctx.tx(async (db): Promise<Result<Reply<Spec>, Refusal<Spec>>> => {
    await holdRecord(db, patientId)
    const known = new Set((await selectPolicies(db, patientId)).map(({ id }) => id))
    const ordered = body.orderedCoverageId ? [body.orderedCoverageId] : []
    const named = [...(body.custodialCoverageIds ?? []), ...(body.otherParentCoverageIds ?? []), ...ordered]
    if (named.some((id) => !known.has(id))) return refuse({ reason: 'unknown-coverage' })
    await addFacts(ctx, db, patientId, body)
    await settle(db, patientId, today, { at: ctx.now.toString(), staffId: staffOf(ctx.actor) })
    await ctx.tell(db, orderChanged(patientId))
    return ok({})
  })
}
