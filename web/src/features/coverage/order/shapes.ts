import { arrival, coverageOrder, patients, type Reply } from '@foyer/contract'

export type Order = Reply<typeof coverageOrder.readCoverageOrder>
export type Policy = Order['policies'][number]

/** What a change of the order makes old. */
export const stale = [
  coverageOrder.readCoverageOrder,
  coverageOrder.readVisitCoverages,
  patients.readPatient,
  arrival.readCheckIn,
  arrival.readBoard,
] as const

/** "Aetna · Choice POS"; a plan that says its payer's name already is enough. */
export function policyName({ payerName, planName }: Pick<Policy, 'payerName' | 'planName'>): string {
  if (planName === null) return payerName
  return planName.includes(payerName) ? planName : `${payerName} · ${planName}`
}
