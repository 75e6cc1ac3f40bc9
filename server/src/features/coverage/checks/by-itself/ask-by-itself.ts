import { isToAsk } from '@foyer/coverage'
import { dateAt, Temporal } from '@foyer/kernel'
import { noteIn } from '../../../../platform/audit/audit-log.ts'
import type { Db } from '../../../../platform/database/organization-db.ts'
import { tellIn } from '../../../../platform/events/tell.ts'
import { billingProviderOf, selectWays } from '../../directory/index.ts'
import { isInForce } from '../../order/policies.ts'
import { cardDigest } from '../asking/card-digest.ts'
import { ASK_AGAIN_SECONDS } from '../asking/ask-payer.ts'
import { askable, newCheck } from '../asking/new-check.ts'
import { askedOfVisit, byPolicy, daysSinceAnswer, liesInBatch } from '../asking/newest.ts'
import { serviceTypesOf } from '../asking/service-types.ts'
import {
  findVisitOn,
  insertChecks,
  type NewestRow,
  selectFacts,
  selectNewest,
  selectPolicies,
} from '../asking/store.ts'
import { findKept } from '../../restriction/kept-from-plan.ts'
import { bySystem } from '../by-system.ts'
import { checkChanged } from '../events.ts'

type Visit = NonNullable<Awaited<ReturnType<typeof findVisitOn>>>

export interface Occasion {
  readonly now: Temporal.Instant
  /** Of the practice. */
  readonly zone: string
  newId(): string
}

/** A visit was booked, or somebody has come: asked is about each policy of whose state nothing good is known. */
export async function askOfVisit(
  db: Db,
  patientId: string,
  visit: Visit,
  occasion: Occasion & { readonly reason: 'booking' | 'check-in' },
): Promise<void> {
  const today = dateAt(occasion.now, occasion.zone)
  const serviceDate = serviceDateOf(visit.date, today)
  const policies = (await selectPolicies(db, [patientId])).filter((policy) => isInForce(policy, serviceDate))
  if (policies.length === 0) return
  const newestOf = byPolicy(
    await selectNewest(
      db,
      policies.map(({ id }) => id),
    ),
  )
  const toAsk = policies.filter(({ id }) => {
    const last = newestOf.get(id)?.[0]
    if (last && isFresh(last, occasion.now)) return false
    if (last && liesInBatch(last) && occasion.reason === 'check-in') return true
    return isToAsk(serviceDate, askedOfVisit(last), daysSinceAnswer(last, today, occasion.zone))
  })
  await ask(db, patientId, toAsk, { ...occasion, visit, serviceDate })
}

/** A card was added or changed: asked is where it says something else than the last question about it told the payer. */
export async function askOfCard(db: Db, patientId: string, coverageId: string, occasion: Occasion): Promise<void> {
  const today = dateAt(occasion.now, occasion.zone)
  const policy = (await selectPolicies(db, [patientId])).find(({ id }) => id === coverageId)
  if (!policy || !isInForce(policy, today)) return
  const [[facts], newest] = await Promise.all([selectFacts(db, [coverageId]), selectNewest(db, [coverageId])])
  const last = newest.find(({ place }) => place === 1)
  if (!facts || (last && (last.card_digest === null || last.card_digest === cardDigest(facts)))) return
  const visit = (await findVisitOn(db, patientId, today)) ?? null
  await ask(db, patientId, [policy], { ...occasion, reason: 'card', visit, serviceDate: today })
}

/** Payers answer for days of the running month and before (CAQH CORE 154): a visit after it is asked about as of today. */
function serviceDateOf(visitDate: string, today: string): string {
  return visitDate.slice(0, 7) === today.slice(0, 7) ? visitDate : today
}

/** Whatever was answered is not asked again by itself for half a day: a series is one question, not twelve. */
const FRESH = { hours: 12 }

function isFresh({ asked_at, state }: NewestRow, now: Temporal.Instant): boolean {
  const rest = state === 'answered' ? FRESH : { seconds: ASK_AGAIN_SECONDS }
  return Temporal.Instant.compare(Temporal.Instant.from(asked_at).add(rest), now) > 0
}

interface Asking extends Occasion {
  readonly reason: 'booking' | 'check-in' | 'card'
  readonly visit: Visit | null
  readonly serviceDate: string
}

type Policies = Awaited<ReturnType<typeof selectPolicies>>

/** What cannot be asked, or over a connection that is asked by people only, is left to the list of coming visits. */
async function ask(db: Db, patientId: string, policies: Policies, asking: Asking): Promise<void> {
  if (policies.length === 0) return
  const { now, visit, serviceDate, reason } = asking
  if ((await findKept(db, patientId, visit?.id ?? null)) !== null) return noteNotAsked(db, patientId, asking)
  const [facts, ways, provider] = await Promise.all([
    selectFacts(
      db,
      policies.map(({ id }) => id),
    ),
    selectWays(db, '270', { payerIds: policies.map((policy) => policy.payer_id) }),
    billingProviderOf(db, visit?.site_id ?? null),
  ])
  const at = now.toString()
  const checks = facts.flatMap((row) => {
    const way = ways.find(({ payerId, settings }) => payerId === row.payer_id && settings['automatic'] !== 'no')
    if (!way) return []
    const can = askable(row, way, provider)
    if (can.is !== 'askable') return []
    const more = { appointmentId: visit?.id ?? null, sweepId: null, serviceDate, serviceTypes: serviceTypesOf(visit) }
    return [newCheck(row, way, can, { id: asking.newId(), at, by: null, reason, ...more })]
  })
  await insertChecks(db, checks)
  for (const { id } of checks) await tellIn(db, at, checkChanged(id, patientId))
  await noteIn(
    db,
    checks.map(({ id }) => bySystem(at, 'eligibility.ask', { subjectId: id, patients: patientId })),
  )
}

/** That nobody was asked, and why, stands in the trail: whoever wonders why the card is old finds it there. */
async function noteNotAsked(db: Db, patientId: string, asking: Asking): Promise<void> {
  const { now, visit } = asking
  const about = { subjectId: visit?.id ?? asking.newId(), patients: patientId, reason: 'restricted by the patient' }
  await noteIn(db, [bySystem(now.toString(), 'eligibility.not-asked', about)])
}
