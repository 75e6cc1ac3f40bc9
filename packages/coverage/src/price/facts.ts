import type { Eligibility } from '../benefits/eligibility.ts'
import type { Line } from '../owe/owe.ts'
import type { PayingFor } from '../order/policy.ts'
import type { MissingFact, Range } from '../owe/terms.ts'

/** A service that a visit is made of. */
export interface Service {
  readonly code: string
  readonly modifiers: readonly string[]
  readonly units: number
}

/** Prices by code; one with a modifier goes before the one without. */
export interface PriceList {
  readonly name: string
  readonly fees: readonly { readonly code: string; readonly modifier: string; readonly cents: number }[]
}

/** A policy of the patient. Civil dates; null: open to that side. */
export interface Cover {
  readonly coverageId: string
  readonly payer: string
  /** `care`: for care as such; one for work or for accidents of a car pays for a visit of that cause only. */
  readonly paysFor: 'care' | 'work' | 'auto' | 'other'
  readonly from: string | null
  readonly until: string | null
  /** What its payer answered last; null: nothing yet. */
  readonly answer: Pick<Eligibility, 'state' | 'benefits'> | null
  /** Whether the practice is in the network of the plan; null: nobody said. */
  readonly saidOfNetwork: boolean | null
  /** What the practice agreed on with it; null: nothing, or nothing that anybody wrote down. */
  readonly contract: PriceList | null
}

export interface PriceFacts {
  /** Civil date of the visit. */
  readonly date: string
  /** What the visit is for. */
  readonly cause: PayingFor['cause']
  readonly pays: 'insured' | 'self-pay'
  readonly services: readonly Service[]
  readonly serviceTypes: readonly string[]
  readonly place: string | null
  readonly charges: PriceList | null
  readonly selfPay: PriceList | null
  /** A step of the sliding scale; goes before the prices for those who pay alone, unless these are lower. */
  readonly sliding: { readonly paysBasisPoints: number } | { readonly paysCents: number } | null
  /** In the order in which they pay, as far as it is known. */
  readonly covers: readonly Cover[]
  readonly isOrderSure: boolean
}

export type PriceGap = MissingFact | 'answer' | 'accident-limit' | 'fee' | 'procedures'

export interface MissingInPrice {
  readonly fact: PriceGap
  readonly coverageId: string | null
  readonly payer: string | null
  readonly codes: readonly string[]
}

export interface LeftOut {
  readonly coverageId: string
  readonly payer: string
  /** `work-pays`: it is an accident at work, and the employer's insurer pays all of it. */
  readonly because: 'other-dates' | 'not-active' | 'not-health' | 'work-pays'
}

export interface Price {
  /** Alone also where a plan was meant and none is active that day. */
  readonly pays: 'insured' | 'self-pay'
  /** Null: not even the charge is known. */
  readonly cents: Range | null
  readonly low: readonly Line[]
  readonly high: readonly Line[]
  readonly missing: readonly MissingInPrice[]
  /** Covers that were counted in. */
  readonly used: readonly string[]
  readonly leftOut: readonly LeftOut[]
}
