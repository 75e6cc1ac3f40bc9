import { type coverageOrder, type Query, type Reply, roleMay } from '@foyer/contract'
import { type MspAnswers, mspQuestions } from '@foyer/coverage'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { PracticeBook } from '../../practice/index.ts'
import { causeOf } from './pin.ts'
import { holderBirthDate, isInForce, isMedicare, payerKindOf } from './policies.ts'
import { type OrderState, orderState } from './state.ts'
import { findMsp, findVisit } from './store.ts'
import { todayAt } from '../practice-day.ts'

type Spec = typeof coverageOrder.readCoverageOrder
type Shown = Reply<Spec>

export async function readCoverageOrder(
  ctx: Ctx,
  practices: PracticeBook,
  patientId: string,
  { date, appointmentId }: Query<Spec>,
): Promise<Shown> {
  ctx.touch(patientId, appointmentId)
  const { db, actor } = ctx
  const [visit, today] = await Promise.all([
    appointmentId === undefined ? null : findVisit(db, appointmentId),
    todayAt(ctx, practices),
  ])
  if (visit === undefined || (visit && visit.patient_id !== patientId)) throw new Problem('not-found')
  const on = visit?.date ?? date ?? today
  const state = await orderState(db, patientId, { on, cause: visit ? causeOf(visit) : 'illness' })
  return {
    ...present(state),
    msp: state.inForce.some(isMedicare) ? presentMsp(await findMsp(db, patientId), state, today) : null,
    can: { decide: roleMay(actor.role, 'coverage.change'), answer: roleMay(actor.role, 'visit.check-in') },
  }
}

function present(state: OrderState): Omit<Shown, 'msp' | 'can'> {
  const { on, cause, rows, ids, rules, asks, decision, facts } = state
  return {
    date: on,
    cause,
    policies: rows.map((row) => presentPolicy(row, on)),
    order: [...ids],
    decidedBy: decision?.holds ? 'person' : 'rules',
    rules: { order: [...rules.ids], because: [...rules.because] },
    asks: asks.map(({ question, coverageIds }) => ({ question, coverageIds: [...coverageIds] })),
    decision: decision && {
      id: decision.id,
      coverageIds: decision.coverage_ids,
      reason: decision.reason,
      decidedAt: decision.decided_at,
      decidedBy: decision.decided_by,
      holds: decision.holds,
    },
    facts: {
      // The columns' checks and the contract list the same words, here and below.
      medicareBecause: (facts?.medicare_because ?? null) as Shown['facts']['medicareBecause'],
      kidneyFailureSince: facts?.kidney_failure_since ?? null,
      parentsLive: (facts?.parents_live ?? null) as Shown['facts']['parentsLive'],
      orderedCoverageId: facts?.ordered_coverage_id ?? null,
      custodialCoverageIds: facts?.custodial_coverage_ids ?? [],
      otherParentCoverageIds: facts?.other_parent_coverage_ids ?? [],
    },
  }
}

function presentPolicy(row: OrderState['rows'][number], on: string): Shown['policies'][number] {
  type Policy = Shown['policies'][number]
  return {
    coverageId: row.id,
    payerName: row.payer_name,
    planName: row.plan_name,
    memberId: row.member_id,
    payerKind: payerKindOf(row),
    kind: row.kind as Policy['kind'],
    relationship: row.relationship as Policy['relationship'],
    subscriberName: row.subscriber_name,
    subscriberBirthDate: holderBirthDate(row),
    employment: row.employment as Policy['employment'],
    employerSize: row.employer_size as Policy['employerSize'],
    isContinuation: row.is_continuation,
    periodStart: row.period_start,
    periodEnd: row.period_end,
    endedBecause: row.ended_because as Policy['endedBecause'],
    isInForce: isInForce(row, on),
    version: row.version,
  }
}

function presentMsp(
  last: Awaited<ReturnType<typeof findMsp>>,
  { on, birthDate }: OrderState,
  today: string,
): Shown['msp'] {
  type Last = NonNullable<NonNullable<Shown['msp']>['last']>
  return {
    isDue: last === undefined || last.due_again_on <= on,
    last: last
      ? {
          answeredOn: last.answered_on,
          dueAgainOn: last.due_again_on,
          medicare: last.medicare as Last['medicare'],
          rule: last.rule as Last['rule'],
          answers: mspQuestions.flatMap(({ id }) => {
            const answer = (last.answers as MspAnswers)[id]
            return answer === undefined ? [] : [{ question: id, answer }]
          }),
          recordedBy: last.recorded_by,
        }
      : null,
    birthDate,
    on: today,
  }
}
