import type { Terms } from './terms.ts'

/** One service of a visit. Amounts in cents, for all its units. */
export interface Charge {
  readonly code: string
  readonly units: number
  /** What the practice charges by its fee schedule. */
  readonly chargedCents: number
  /** What the contract with the first payer that covers it allows; null: nobody knows. */
  readonly allowedCents: number | null
  /** Whether any plan pays for it at all. */
  readonly isCovered: boolean
}

/** What a patient pays who pays alone: a share of the charge (0 to 10,000), or a sum that stands beforehand. */
export type Discount =
  | { readonly kind: 'self-pay' | 'sliding-scale'; readonly paysBasisPoints: number }
  | { readonly kind: 'self-pay' | 'sliding-scale'; readonly paysCents: number }

export interface Owing {
  readonly charges: readonly Charge[]
  /** In the order in which they pay; none: the patient pays alone. */
  readonly payers: readonly Terms[]
  /** Only of those who pay alone. */
  readonly discount: Discount | null
  readonly paidCents: number
}
