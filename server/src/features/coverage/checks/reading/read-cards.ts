import { type eligibility, type Query, type Reply, roleMay } from '@foyer/contract'
import { copayOf } from '@foyer/readiness'
import type { Ctx } from '../../../../platform/context.ts'
import { Problem } from '../../../../platform/http/problem.ts'
import { answerFor, findPatientLine } from '../../../patients/index.ts'
import type { PracticeBook } from '../../../practice/index.ts'
import { billingProviderOf, selectNetworks, selectWays } from '../../directory/index.ts'
import { isInForce } from '../../order/policies.ts'
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
  const since = ctx.now.subtract({ hours: DISCOVERY_SHOWN_HOURS }).toString()
  const [person, visit, coverages, checks, discovery, kept] = await Promise.all([
    findPatientLine(db, patientId),
    appointmentId === undefined ? null : findVisit(db, patientId, appointmentId),
    selectCoverageColumns(db, patientId, appointmentId ?? null),
    selectCardChecks(db, patientId),
    selectDiscovery(db, patientId, since),
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
      pending: own.find(({ part }) => part === 'pending') ?? null,
      failed: own.find(({ part }) => part === 'failed') ?? null,
      can: row ? askable(row, way, provider) : { is: 'not-enrolled' },
    }
  })
  const may = (permission: Parameters<typeof roleMay>[1]) => roleMay(ctx.actor.role, permission)
  return {
    date: on,
    cards: parts.map((one) => cardOf(one, asked)),
    collect: visit
      ? collected(
          coverages.find((coverage) => isInForce(coverage, on)),
          visit,
        )
      : null,
    restriction: kept && presentRestriction(kept),
    can: { ask: may('coverage.ask'), raw: may('coverage.raw'), discover: may('coverage.ask') },
    discovery: discovery.map(presentCheck),
  }
}

/** As check-in asks for it: the same rule over the same answer. */
function collected(
  first: Coverage | undefined,
  { id: appointmentId, date, timeZone, copay_cents: visitTypeCents }: Visit,
): Reply<Spec>['collect'] {
  const answer = first ? answerFor(first.answers, { appointmentId, date, timeZone }, first.checked_at) : null
  const { dueCents, highCents, reason } = copayOf({ answer, cardCents: first?.copay_cents ?? null, visitTypeCents })
  return { lowCents: dueCents, highCents, because: reason, coverageId: first?.id ?? null }
}
