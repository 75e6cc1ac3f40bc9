import type { eligibility, Query, Reply } from '@foyer/contract'
import { type PolicyVerification, visitVerification } from '@foyer/coverage'
import { payingOn } from '@foyer/readiness'
import type { Ctx } from '../../../../platform/context.ts'
import { presentLine, viewerOf } from '../../../patients/index.ts'
import { keptOf } from '../../restriction/kept-from-plan.ts'
import { byPolicy } from '../asking/newest.ts'
import { selectNewest, selectPolicies } from '../asking/store.ts'
import { policyLine } from './policy-line.ts'
import {
  findLastSweep,
  selectAnswersOf,
  selectNotCovered,
  selectPayerLines,
  selectPinsOf,
  selectVisitsToShow,
} from './store.ts'

type Spec = typeof eligibility.readVerification
type Visit = Reply<Spec>['visits'][number]

function stateOf(policies: Visit['policies']): Visit['state'] {
  const states = policies.flatMap(({ state }): PolicyVerification[] => (state === 'restricted' ? [] : [state]))
  return policies.length > states.length ? 'restricted' : visitVerification(states)
}

export async function readVerification(ctx: Ctx, { from, to, siteId, language }: Query<Spec>): Promise<Reply<Spec>> {
  const { db } = ctx
  const rows = await selectVisitsToShow(db, { from, to, siteId: siteId ?? null }, viewerOf(ctx))
  const people = [...new Set(rows.map(({ id }) => id))]
  ctx.touch(people)
  const policies = await selectPolicies(db, people)
  const [newest, lines, sweep, kept, pins, notCovered] = await Promise.all([
    selectNewest(
      db,
      policies.map(({ id }) => id),
    ),
    selectPayerLines(db, [...new Set(policies.map((policy) => policy.payer_id))]),
    findLastSweep(db),
    keptOf(db, people),
    selectPinsOf(
      db,
      rows.map((row) => row.appointment_id),
    ),
    selectNotCovered(
      db,
      policies.map(({ id }) => id),
    ),
  ])
  const asked = byPolicy(newest)
  const withoutAnswer = [...asked].flatMap(([id, of]) => (of.every(({ outcome }) => outcome === 'active') ? [] : [id]))
  const toRead = [...new Set([...withoutAnswer, ...notCovered])]
  const answers = Map.groupBy(await selectAnswersOf(db, toRead, { from, to }), (row) => row.coverage_id)
  const policiesOf = Map.groupBy(policies, (policy) => policy.patient_id)
  const pinsOf = Map.groupBy(pins, (one) => one.appointment_id)
  const visits = rows.map((row): Visit => {
    const pinned = new Map((pinsOf.get(row.appointment_id) ?? []).map((one) => [one.coverage_id, one.coverage_order]))
    const own = (policiesOf.get(row.id) ?? []).map((policy) => ({
      policy,
      periodStart: policy.period_start,
      periodEnd: policy.period_end,
      order: policy.coverage_order,
      pinned: pinned.get(policy.id) ?? null,
    }))
    const { appointment_id: appointmentId, visit_type_id: visitTypeId, date, time_zone: timeZone } = row
    const goesTo = payingOn(own, date).map(({ policy }) =>
      policyLine(policy, {
        visit: { appointmentId, visitTypeId, date, timeZone },
        newest: asked.get(policy.id) ?? [],
        answers: answers.get(policy.id) ?? [],
        isKept: kept(row.id, appointmentId) !== null,
        language,
      }),
    )
    return {
      appointmentId,
      patient: presentLine(row),
      siteId: row.site_id,
      start: row.starts_at,
      date,
      visitTypeName: row.visit_type_name,
      state: stateOf(goesTo),
      policies: goesTo,
    }
  })
  const counts = {
    verified: 0,
    'not-covered': 0,
    changed: 0,
    failed: 0,
    asking: 0,
    'never-asked': 0,
    'no-coverage': 0,
    restricted: 0,
  }
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
