import { copayDue } from '@foyer/readiness'
import type { PlannedCoverage, PlannedPayment, PlannedVisit } from '../plan.ts'
import { payers } from '../practice/sites.ts'
import { visitTypeByKey } from '../practice/visit-types.ts'
import type { Random } from '../random.ts'

/** Those of the cast who wait and have not paid yet. */
const owing: ReadonlySet<string> = new Set(['harold-brandt', 'jun-park', 'leila-haddad'])

function dueCents(visit: PlannedVisit, coverages: readonly PlannedCoverage[], date: string): number {
  const facts = coverages.map((one) => ({
    payerName: payers.find(({ key }) => key === one.payer)?.name ?? '',
    periodStart: one.periodStart,
    periodEnd: one.periodEnd,
    order: one.order,
    pinned: null,
    isForAccidents: false,
    isMedicaid: false,
    copayCents: one.copayCents,
    checkedOn: null,
    answer: null,
  }))
  return copayDue({
    date,
    coverages: facts,
    visitTypeCopayCents: visitTypeByKey.get(visit.visitType)?.copayCents ?? null,
  }).dueCents
}

/** Nearly everybody who has come has paid, a minute or two after arriving. In the order of time. */
export function planPayments(
  random: Random,
  visits: readonly PlannedVisit[],
  coverages: readonly PlannedCoverage[],
): PlannedPayment[] {
  const coveragesOf = Map.groupBy(coverages, (coverage) => coverage.patient)
  const paid = visits.flatMap((visit): PlannedPayment[] => {
    const arrival = visit.steps.find((step) => step.to === 'arrived')
    if (!arrival || owing.has(visit.patient) || !random.chance(0.93)) return []
    const amountCents = dueCents(visit, coveragesOf.get(visit.patient) ?? [], visit.start.slice(0, 10))
    if (amountCents === 0) return []
    const cash = random.chance(0.22)
    return [
      {
        visit: visit.key,
        patient: visit.patient,
        amountCents,
        method: cash ? 'cash' : 'card',
        tenderedCents: cash ? Math.ceil(amountCents / 2000) * 2000 : null,
        cardLast4: cash ? null : String(random.between(0, 9999)).padStart(4, '0'),
        by: arrival.by,
        at: arrival.at,
      },
    ]
  })
  return paid.toSorted((one, other) => (one.at < other.at ? -1 : 1))
}
