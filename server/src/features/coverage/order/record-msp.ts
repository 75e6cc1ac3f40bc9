import type { coverageOrder, Refusal, Reply } from '@foyer/contract'
import { type JobFact, mspDueOn, mspFacts, type MspFacts, walkMsp } from '@foyer/coverage'
import { ok, refuse, type Result } from '@foyer/kernel'
import { staffOf } from '../../../platform/auth/sessions.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Input } from '../../../platform/http/route.ts'
import { holdRecord, recordChanges } from '../../patients/index.ts'
import type { PracticeBook } from '../../practice/index.ts'
import { orderChanged } from './events.ts'
import { addFacts } from './note-facts.ts'
import { told } from './note-policy.ts'
import { settle } from './pin.ts'
import { isMedicare, payerKindOf } from './policies.ts'
import { type OrderState, orderState } from './state.ts'
import { findVisit, insertMsp, type PolicyRow, saveCause, savePolicyFacts } from './store.ts'
import { todayAt } from '../practice-day.ts'

type Spec = typeof coverageOrder.recordMsp

/** Keeps the answers with what comes of them, and notes what they tell of the jobs behind the policies. */
export async function recordMsp(
  ctx: Ctx,
  practices: PracticeBook,
  { params: { patientId }, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  const id = ctx.newId()
  ctx.touch(patientId, id)
  const today = await todayAt(ctx, practices)
  return ctx.tx(async (db): Promise<Result<Reply<Spec>, Refusal<Spec>>> => {
    await holdRecord(db, patientId)
    const visit = body.appointmentId === null ? null : await findVisit(db, body.appointmentId)
    if (visit === undefined || (visit && visit.patient_id !== patientId)) throw new Problem('not-found')
    const state = await orderState(db, patientId, { on: visit?.date ?? today })
    if (!state.inForce.some(isMedicare)) return refuse({ reason: 'no-medicare' })
    const { answers, next, verdict } = walkMsp(body.answers, { birthDate: state.birthDate, on: today })
    if (next || !verdict) return refuse({ reason: 'unfinished', question: next?.id ?? 'because' })
    const dueAgainOn = mspDueOn(today)
    const [at, staffId] = [ctx.now.toString(), staffOf(ctx.actor)]
    await insertMsp(db, {
      id,
      patient_id: patientId,
      answered_on: today,
      answers: JSON.stringify(answers),
      medicare: verdict.medicare,
      rule: verdict.rule,
      due_again_on: dueAgainOn,
      recorded_by: staffId,
    })
    const facts = mspFacts(answers)
    await noteFacts(ctx, db, patientId, state, facts)
    if (visit) await saveCause(db, { appointment_id: visit.id, cause: facts.cause, noted_at: at, noted_by: staffId })
    await settle(db, patientId, today, { at, staffId })
    await ctx.tell(db, orderChanged(patientId))
    return ok({ medicare: verdict.medicare, rule: verdict.rule, dueAgainOn })
  })
}

async function noteFacts(ctx: Ctx, db: Db, patientId: string, state: OrderState, facts: MspFacts): Promise<void> {
  const { medicareBecause, kidneyFailureSince } = facts
  if (medicareBecause !== null)
    await addFacts(ctx, db, patientId, {
      medicareBecause,
      ...(kidneyFailureSince === null ? {} : { kidneyFailureSince }),
    })
  for (const [row, job] of jobsOf(state.inForce, facts)) {
    const after = { employment: job.employment, employer_size: job.size ?? row.employer_size }
    if (after.employment === row.employment && after.employer_size === row.employer_size) continue
    await savePolicyFacts(db, row.id, after)
    await recordChanges(ctx, db, patientId, told(row), told({ ...row, ...after }))
  }
}

/** Which policy an answer is about can only be told where there is one that it may be about. */
function jobsOf(rows: readonly PolicyRow[], facts: MspFacts): readonly (readonly [PolicyRow, JobFact])[] {
  const ofJobs = rows.filter((row) => ['commercial', 'other'].includes(payerKindOf(row)))
  const about = (job: JobFact | null, ...relationships: readonly string[]) => {
    const those = ofJobs.filter(({ relationship }) => relationships.includes(relationship))
    const [only] = those
    return job && only && (those.length === 1 || job.employment !== 'current')
      ? those.map((row) => [row, job] as const)
      : []
  }
  return [...about(facts.own, 'self'), ...about(facts.spouse, 'spouse'), ...about(facts.family, 'child', 'other')]
}
