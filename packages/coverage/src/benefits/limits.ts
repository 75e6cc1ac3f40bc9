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
  const { quantity, cents, basisPoints, period, isRemaining } = benefit
  // What was stored before these were read has not all of them.
  const deliveries = benefit.deliveries.map((delivery) => ({ ...bare, ...delivery }))
  if (quantity !== null) return [{ ...bare, quantity, period, isRemaining }, ...deliveries]
  if (cents !== null || basisPoints !== null) return deliveries
  return deliveries.map((delivery) => ({
    ...delivery,
    period: delivery.period ?? (delivery.isRemaining ? null : period),
    isRemaining: delivery.isRemaining || isRemaining,
  }))
}

/** Those that an HSD speaks of, without the one that EB09 and EB10 name. */
export function deliveredLimits(benefit: Benefit): readonly Delivery[] {
  return limitsOf(benefit).slice(benefit.quantity === null ? 0 : 1)
}
