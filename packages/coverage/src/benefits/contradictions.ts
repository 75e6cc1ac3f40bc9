import type { Benefit, Contradiction } from './eligibility.ts'

/** Kinds of which one case has one value. */
const single = new Set(['copay', 'coinsurance', 'deductible', 'out-of-pocket'])

/** All by which a payer tells one case from another, other than free words. */
function caseOf(benefit: Benefit, serviceType: string): string {
  const { kind, scope, insuranceType, plan, period, isRemaining, quantity, network, procedure, places } = benefit
  const dates = benefit.dates.map(({ kind: of, from, until }) => [of, from, until])
  const procedureCode = procedure && [procedure.code, ...procedure.modifiers]
  const { deliveries, authorization, parties } = benefit
  const to = parties.map(({ role, name, given }) => [role, name, given])
  return JSON.stringify([
    [kind, serviceType, scope, insuranceType, plan, period, isRemaining, quantity, network, authorization],
    [procedureCode, places, dates, deliveries, to],
  ])
}

/**
 * Different amounts for one case: nothing that the payer wrote in codes says which applies. Where free words stand beside
 * them, these may; a person has to read them.
 */
export function contradictionsOf(benefits: readonly Benefit[]): readonly Contradiction[] {
  const cases = new Map<string, { serviceType: string; of: Benefit[] }>()
  for (const benefit of benefits) {
    if (!single.has(benefit.kind) || (benefit.cents === null && benefit.basisPoints === null)) continue
    for (const serviceType of benefit.serviceTypes.length > 0 ? benefit.serviceTypes : ['']) {
      const key = caseOf(benefit, serviceType)
      const known = cases.get(key)
      if (known) known.of.push(benefit)
      else cases.set(key, { serviceType, of: [benefit] })
    }
  }
  const found = new Map<string, Contradiction>()
  for (const { serviceType, of } of cases.values()) {
    const values = distinct(of.map(({ cents, basisPoints }) => ({ cents, basisPoints })))
    const [first] = of
    if (!first || values.length < 2) continue
    // The same lines for many services are one contradiction with many names.
    const key = JSON.stringify(of.map(({ pointer }) => pointer.segment))
    const known = found.get(key)
    const { kind, network, scope } = first
    const words = new Set(of.map(({ messages }) => messages.join('\n')))
    found.set(key, {
      kind,
      network,
      scope,
      values,
      serviceTypes: [...(known?.serviceTypes ?? []), ...(serviceType === '' ? [] : [serviceType])],
      isToldApartInWords: words.size === of.length,
      pointers: of.map(({ pointer }) => pointer),
    })
  }
  return [...found.values()]
}

function distinct(values: Contradiction['values']): Contradiction['values'] {
  return [...new Map(values.map((one) => [`${one.cents} ${one.basisPoints}`, one])).values()].toSorted(
    (a, b) => (a.cents ?? 0) - (b.cents ?? 0) || (a.basisPoints ?? 0) - (b.basisPoints ?? 0),
  )
}
