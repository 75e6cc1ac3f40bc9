import { type eligibility, type Query, type Reply, roleMay } from '@foyer/contract'
import { DISCOVER_AGAIN_DAYS, partOf } from '@foyer/coverage'
import { copayDue, firstToPay } from '@foyer/readiness'
import type { Ctx } from '../../../../platform/context.ts'
import { Problem } from '../../../../platform/http/problem.ts'
import { answerFor, findPatientLine } from '../../../patients/index.ts'
import type { PracticeBook } from '../../../practice/index.ts'
import { billingProviderOf, selectNetworks, selectWays } from '../../directory/index.ts'
import { todayAt } from '../../practice-day.ts'
import { askable } from '../asking/new-check.ts'
import { serviceTypesOf } from '../asking/service-types.ts'
import { findVisit, selectFacts } from '../asking/store.ts'
import { findKept } from '../../restriction/kept-from-plan.ts'
import { presentRestriction } from '../../restriction/present.ts'
import { presentCheck } from '../present.ts'
import { selectCardChecks, selectDiscovery } from '../store.ts'
import { cardOf, type CardParts } from './card.ts'
import { selectCoverageColumns } from './store.ts'

type Spec = typeof eligibility.readCoverageCards
type Visit = NonNullable<Awaited<ReturnType<typeof findVisit>>>
type Coverage = Awaited<ReturnType<typeof selectCoverageColumns>>[number]

const DISCOVERY_SHOWN_HOURS = 48

export async function readCoverageCards(
  ctx: Ctx,
  practices: PracticeBook,
  patientId: string,
  { appointmentId, language }: Query<Spec>,
): Promise<Reply<Spec>> {
  ctx.touch(patientId)
  const { db } = ctx
  const today = await todayAt(ctx, practices)
  const shown = {
    after: ctx.now.subtract({ hours: DISCOVERY_SHOWN_HOURS }).toString(),
    hitsAfter: ctx.now.subtract({ hours: 24 * DISCOVER_AGAIN_DAYS }).toString(),
  }
  const [person, visit, coverages, checks, discovery, kept] = await Promise.all([
    findPatientLine(db, patientId),
    appointmentId === undefined ? null : findVisit(db, patientId, appointmentId),
    selectCoverageColumns(db, patientId, appointmentId ?? null),
    selectCardChecks(db, patientId),
    selectDiscovery(db, patientId, shown),
    findKept(db, patientId, appointmentId ?? null),
  ])
  if (!person || visit === undefined) throw new Problem('not-found')
  const ids = coverages.map(({ id }) => id)
  const on = visit?.date ?? today
  const [facts, ways, provider, networks] = await Promise.all([
    selectFacts(db, ids),
    selectWays(db, '270', { payerIds: [...new Set(coverages.map((coverage) => coverage.payer_id))] }),
    billingProviderOf(db, visit?.site_id ?? null),
    selectNetworks(db, ids, on),
  ])
  const asked = {
    on,
    language,
    visit: { serviceTypes: serviceTypesOf(visit), place: visit?.place_of_service ?? null },
  }
  const parts = coverages.map((coverage): CardParts => {
    const own = checks.filter((check) => check.coverage_id === coverage.id)
    const row = facts.find((one) => one.coverage_id === coverage.id)
    const way = ways.find(({ payerId }) => payerId === coverage.payer_id) ?? null
    return {
      coverage,
      isInNetwork: networks.get(coverage.id) ?? null,
      answered: own.find(({ part }) => part === 'answered') ?? null,
      rejected: own.find(({ part }) => part === 'rejected') ?? null,
      pending: own.find(({ part }) => part === 'pending') ?? null,
      failed: own.find(({ part }) => part === 'failed') ?? null,
      can: row ? askable(row, way, provider) : { is: 'not-enrolled' },
    }
  })
  const may = (permission: Parameters<typeof roleMay>[1]) => roleMay(ctx.actor.role, permission)
  return {
    date: on,
    cards: parts.map((one) => cardOf(one, asked)),
    collect: visit ? collected(coverages, visit) : null,
    restriction: kept && presentRestriction(kept),
    can: { ask: may('coverage.ask'), raw: may('coverage.raw'), discover: may('coverage.ask') },
    discovery: discovery.map(presentCheck),
  }
}

/** As check-in asks for it: the same rule over the same answer, of what this visit goes to. */
function collected(
  coverages: readonly Coverage[],
  { id: appointmentId, visit_type_id: visitTypeId, date, timeZone, copay_cents: visitTypeCopayCents }: Visit,
): Reply<Spec>['collect'] {
  const facts = coverages.map((one) => ({
    id: one.id,
    payerName: one.payer_name,
    periodStart: one.period_start,
    periodEnd: one.period_end,
    order: one.coverage_order,
    pinned: one.pinned,
    ...partOf(one.kind, one.payer_kind),
    copayCents: one.copay_cents,
    checkedOn: null,
    answer: answerFor(one.answers, { appointmentId, visitTypeId, date, timeZone }, one.checked_at),
  }))
  const first = firstToPay(facts, date)
  const { dueCents, highCents, reason } = copayDue({ date, coverages: facts, visitTypeCopayCents })
  return { lowCents: dueCents, highCents, because: reason, coverageId: first?.id ?? null }
}
