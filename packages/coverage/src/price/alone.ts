import type { Charge, Discount, Owing } from '../owe/owing.ts'
import type { PriceFacts, Service } from './facts.ts'
import { feeOf } from './fee-of.ts'

/** What is charged to whoever pays alone: also by the list that is for them, where the fee schedule has no price. */
export function chargeAlone({ charges, selfPay }: PriceFacts, service: Service): number | null {
  return feeOf(charges, service) ?? feeOf(selfPay, service)
}

export function alone(facts: PriceFacts): Owing {
  const charges = facts.services.map(
    (service): Charge => ({
      code: service.code,
      units: service.units,
      chargedCents: chargeAlone(facts, service) ?? 0,
      allowedCents: null,
      isCovered: true,
    }),
  )
  return { charges, payers: [], discount: discountOf(facts), paidCents: 0 }
}

/**
 * What whoever pays alone pays less by: a step of the sliding scale, unless the list for those who pay alone asks for less.
 * Nobody pays more for being on the scale.
 */
export function discountOf(facts: PriceFacts): Discount | null {
  const { sliding, selfPay, services } = facts
  const charged = services.map((service) => chargeAlone(facts, service) ?? 0)
  const whole = total(charged)
  const listed = total(services.map((one, at) => Math.min(feeOf(selfPay, one) ?? Infinity, charged[at] ?? 0)))
  if (sliding) {
    const scaled = 'paysCents' in sliding ? sliding.paysCents : Math.round((whole * sliding.paysBasisPoints) / 10_000)
    if (!selfPay || scaled <= listed) return { kind: 'sliding-scale', ...sliding }
  }
  return selfPay ? { kind: 'self-pay', paysCents: listed } : null
}

function total(cents: readonly number[]): number {
  return cents.reduce((sum, one) => sum + one, 0)
}
