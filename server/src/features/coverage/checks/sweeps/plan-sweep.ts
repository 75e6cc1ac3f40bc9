import { isToAsk } from '@foyer/coverage'
import { dateAt, Temporal } from '@foyer/kernel'
import type { Db } from '../../../../platform/database/organization-db.ts'
import { billingProviderOf, selectWays } from '../../directory/index.ts'
import { isInForce } from '../../order/policies.ts'
import { keptOf } from '../../restriction/kept-from-plan.ts'
import { askable, newCheck } from '../asking/new-check.ts'
import { askedOfVisit, byPolicy, daysSinceAnswer } from '../asking/newest.ts'
import { serviceTypesOf } from '../asking/service-types.ts'
import { type NewCheck, selectFacts, selectNewest, selectPolicies } from '../asking/store.ts'
import { selectVisitsToAsk, type VisitsAsked } from './store.ts'

export interface Sweep extends VisitsAsked {
  readonly id: string
  readonly at: string
  readonly by: string | null
  readonly payerId: string | null
  /** Also where an answer is good. */
  readonly again: boolean
  /** Of the practice. */
  readonly zone: string
  newId(): string
}

export interface PlannedSweep {
  readonly visits: number
  readonly checks: readonly NewCheck[]
  /** Questions that are not asked because the patient asked so. */
  readonly restricted: number
}

/**
 * Which questions a sweep asks: about each policy in force on the day of a visit, once a month of service. One that cannot
 * be asked is written down with its reason, so that nothing is silently left out; what the patient keeps from the plan is counted and not
 * written down as a question.
 */
export async function planSweep(db: Db, sweep: Sweep): Promise<PlannedSweep> {
  const visits = await selectVisitsToAsk(db, sweep)
  const policies = await selectPolicies(db, [...new Set(visits.map((visit) => visit.patient_id))])
  const ids = policies.map(({ id }) => id)
  const payerIds = [...new Set(policies.map((policy) => policy.payer_id))]
  const siteIds = [...new Set(visits.map((visit) => visit.site_id))]
  const [facts, ways, newest, kept, providers] = await Promise.all([
    selectFacts(db, ids),
    selectWays(db, '270', { payerIds }),
    selectNewest(db, ids),
    keptOf(
      db,
      visits.map((visit) => visit.patient_id),
    ),
    Promise.all(siteIds.map(async (siteId) => [siteId, await billingProviderOf(db, siteId)] as const)),
  ])
  const factsOf = new Map(facts.map((row) => [row.coverage_id, row]))
  const wayOf = new Map(ways.map((way) => [way.payerId, way]))
  const providerOf = new Map(providers)
  const newestOf = byPolicy(newest)
  const policiesOf = Map.groupBy(policies, (policy) => policy.patient_id)
  const today = dateAt(Temporal.Instant.from(sweep.at), sweep.zone)
  const planned = new Map<string, NewCheck>()
  const notAsked = new Set<string>()
  for (const visit of visits) {
    for (const policy of policiesOf.get(visit.patient_id) ?? []) {
      const key = `${policy.id} ${visit.date.slice(0, 7)}`
      const row = factsOf.get(policy.id)
      const isMeant = sweep.payerId === null || policy.payer_id === sweep.payerId
      if (!row || !isMeant || planned.has(key) || !isInForce(policy, visit.date)) continue
      const [last, before] = newestOf.get(policy.id) ?? []
      const asked = askedOfVisit(last)
      // What was asked about two months in one sweep is two questions, of which either may wait for a line that is down.
      const waits = before?.state === 'waiting' && before.service_date.slice(0, 7) === visit.date.slice(0, 7)
      const isOpen = waits || asked?.state === 'waiting' || asked?.state === 'sent'
      if (isOpen || (!sweep.again && !isToAsk(visit.date, asked, daysSinceAnswer(last, today, sweep.zone)))) continue
      if (kept(visit.patient_id, visit.id) !== null) {
        notAsked.add(`${policy.id} ${visit.id}`)
        continue
      }
      const way = wayOf.get(policy.payer_id) ?? null
      const can = askable(row, way, providerOf.get(visit.site_id))
      planned.set(
        key,
        newCheck(row, way, can, {
          id: sweep.newId(),
          at: sweep.at,
          by: sweep.by,
          reason: 'sweep',
          appointmentId: visit.id,
          sweepId: sweep.id,
          serviceDate: visit.date,
          serviceTypes: serviceTypesOf(visit),
        }),
      )
    }
  }
  return { visits: visits.length, checks: [...planned.values()], restricted: notAsked.size }
}
