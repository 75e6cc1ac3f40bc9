import type { eligibility, Query, Reply } from '@foyer/contract'
import { gapSentence, type Language, rejectionSentence, stateSentence, verificationOf } from '@foyer/coverage'
import type { Ctx } from '../../../../platform/context.ts'
import { presentLine, viewerOf } from '../../../patients/index.ts'
import { isInForce } from '../../order/policies.ts'
import { keptOf } from '../../restriction/kept-from-plan.ts'
import { presentCheck } from '../present.ts'
import { storedAnswer } from '../stored-answer.ts'
import { askedOfVisit, byPolicy } from '../asking/newest.ts'
import { type NewestRow, selectNewest, selectPolicies } from '../asking/store.ts'
import { findLastSweep, selectPayerLines, selectVisitsToShow } from './store.ts'

type Spec = typeof eligibility.readVerification
type Visit = Reply<Spec>['visits'][number]

/** What tells most: why it was not answered, else what the plan is, else what was left out. */
function mostTelling(row: NewestRow | undefined, language: Language): string | null {
  if (!row?.result) return null
  const { rejections, state, gaps } = storedAnswer(row)
  const [rejection] = rejections
  const [gap] = gaps
  if (state.is === 'unclear' && rejection) return rejectionSentence(rejection, language)
  if (state.is === 'unclear' && gap) return gapSentence(gap, language)
  return stateSentence(state, language)
}

export async function readVerification(ctx: Ctx, { from, to, siteId, language }: Query<Spec>): Promise<Reply<Spec>> {
  const { db } = ctx
  const rows = await selectVisitsToShow(db, { from, to, siteId: siteId ?? null }, viewerOf(ctx))
  const people = [...new Set(rows.map(({ id }) => id))]
  ctx.touch(people)
  const policies = await selectPolicies(db, people)
  const [newest, lines, sweep, kept] = await Promise.all([
    selectNewest(
      db,
      policies.map(({ id }) => id),
    ),
    selectPayerLines(db, [...new Set(policies.map((policy) => policy.payer_id))]),
    findLastSweep(db),
    keptOf(db, people),
  ])
  const policiesOf = Map.groupBy(policies, (policy) => policy.patient_id)
  const asked = byPolicy(newest)
  const visits = rows.map((row): Visit => {
    const policy = (policiesOf.get(row.id) ?? []).find((one) => isInForce(one, row.date))
    const [last, before] = policy ? (asked.get(policy.id) ?? []) : []
    return {
      appointmentId: row.appointment_id,
      patient: presentLine(row),
      siteId: row.site_id,
      start: row.starts_at,
      date: row.date,
      visitTypeName: row.visit_type_name,
      state: !policy
        ? 'no-coverage'
        : kept(row.id, row.appointment_id) !== null
          ? 'restricted'
          : verificationOf(row.date, askedOfVisit(last), askedOfVisit(before)),
      payerId: policy?.payer_id ?? null,
      payerName: policy?.payer_name ?? null,
      coverageId: policy?.id ?? null,
      check: last ? presentCheck(last) : null,
      text: mostTelling(last, language),
    }
  })
  const counts = { verified: 0, changed: 0, failed: 0, asking: 0, 'never-asked': 0, 'no-coverage': 0, restricted: 0 }
  for (const { state } of visits) counts[state] += 1
  return {
    visits,
    counts,
    payers: lines.map((line) => ({
      payerId: line.id,
      name: line.name,
      downSince: line.down_since,
      retryAt: line.retry_at,
      isSandbox: line.is_sandbox ?? false,
    })),
    sweep: sweep
      ? {
          id: sweep.id,
          begunAt: sweep.begun_at,
          endedAt: sweep.ended_at,
          visits: sweep.visits,
          asked: sweep.asked,
          answered: sweep.answered,
          failed: sweep.failed,
        }
      : null,
  }
}
