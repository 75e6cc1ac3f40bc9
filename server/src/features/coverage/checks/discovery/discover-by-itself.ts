import { isToDiscover } from '@foyer/coverage'
import { dateAt, daysBetween, Temporal } from '@foyer/kernel'
import { noteIn } from '../../../../platform/audit/audit-log.ts'
import type { Db } from '../../../../platform/database/organization-db.ts'
import { tellIn } from '../../../../platform/events/tell.ts'
import { isInForce } from '../../order/policies.ts'
import { isKeptFromAny } from '../../restriction/kept-from-plan.ts'
import { askedOfVisit, byPolicy } from '../asking/newest.ts'
import { insertChecks, selectNewest, selectPolicies } from '../asking/store.ts'
import type { Occasion } from '../by-itself/ask-by-itself.ts'
import { bySystem } from '../by-system.ts'
import { checkChanged } from '../events.ts'
import { searchQuestions } from './search.ts'
import { findLastSearch } from './store.ts'

export interface Uncovered {
  readonly appointmentId: string | null
  /** Civil date on which cover is missing. */
  readonly date: string
}

/**
 * Payers are asked whether they know somebody whom nothing covers on a day, once a month. Where the patient asked that no
 * plan is told of anything, were it one visit only, nobody is (45 CFR 164.522(a)(1)(vi)): of a plan that nobody knows yet
 * nobody knows either of which visit it would hear.
 */
export async function discoverByItself(
  db: Db,
  patientId: string,
  { appointmentId, date }: Uncovered,
  occasion: Occasion,
): Promise<void> {
  const { now, zone } = occasion
  const [at, today] = [now.toString(), dateAt(now, zone)]
  const policies = (await selectPolicies(db, [patientId])).filter(
    (policy) => isInForce(policy, date) || isInForce(policy, today),
  )
  const ids = policies.map(({ id }) => id)
  const [newest, last] = await Promise.all([selectNewest(db, ids), findLastSearch(db, patientId)])
  const newestOf = byPolicy(newest)
  const searchedDaysAgo = last === null ? null : daysBetween(dateAt(Temporal.Instant.from(last), zone), today)
  const isWanted = isToDiscover(
    ids.map((id) => askedOfVisit(newestOf.get(id)?.[0])),
    searchedDaysAgo,
  )
  if (!isWanted) return
  if (await isKeptFromAny(db, patientId)) {
    const about = {
      subjectId: appointmentId ?? occasion.newId(),
      patients: patientId,
      reason: 'restricted by the patient',
    }
    return noteIn(db, [bySystem(at, 'eligibility.not-asked', about)])
  }
  const search = await searchQuestions(db, patientId, {
    at,
    today,
    by: null,
    appointmentId,
    despiteRestriction: false,
    newId: () => occasion.newId(),
  })
  if (!search.ok) return
  await insertChecks(db, search.value)
  for (const { id } of search.value) await tellIn(db, at, checkChanged(id, patientId))
  await noteIn(
    db,
    search.value.map(({ id }) => bySystem(at, 'eligibility.discover', { subjectId: id, patients: patientId })),
  )
}
