import type { Benefit, Delivery } from './eligibility.ts'

const bare: Delivery = {
  quantity: null,
  every: null,
  period: null,
  isRemaining: false,
  periods: null,
  days: null,
  hours: null,
  notUnderstood: [],
}

/**
 * How many of something a statement speaks of: by EB09 and EB10, and by every HSD. An HSD that names no time of its own is
 * of the time of its EB where the EB counts nothing itself.
 */
export function limitsOf(benefit: Benefit): readonly Delivery[] {
  const { quantity, cents, basisPoints, period, isRemaining, deliveries } = benefit
  if (quantity !== null) return [{ ...bare, quantity, period, isRemaining }, ...deliveries]
  if (cents !== null || basisPoints !== null) return deliveries
  return deliveries.map((delivery) => ({
    ...delivery,
    period: delivery.period ?? (delivery.isRemaining ? null : period),
    isRemaining: delivery.isRemaining || isRemaining,
  }))
}
