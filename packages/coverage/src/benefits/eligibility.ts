import type { Pointer } from '../pointer.ts'

/** What an answer says of one person (271, X279A1). Civil dates as YYYY-MM-DD, amounts in cents of US dollars. */
export interface Eligibility {
  /** TRN02 of the questions it answers, and of whoever passed them on. */
  readonly traces: readonly string[]
  readonly payer: Party | null
  /** Whose benefits these are: the dependent where the answer has one, else the subscriber. */
  readonly patient: Insured
  /** Null where the patient is the subscriber. */
  readonly subscriber: Insured | null
  readonly state: CoverageState
  readonly benefits: readonly Benefit[]
  readonly otherPayers: readonly OtherPayer[]
  /** Whom the plan has as primary care provider (2120, NM1*P3). */
  readonly primaryCare: readonly Party[]
  readonly rejections: readonly Rejection[]
  readonly contradictions: readonly Contradiction[]
  readonly gaps: readonly Gap[]
  /** What the plan as such begins and ends with, by the dates of the person. */
  readonly planDates: readonly Dated[]
}

/** A person or an organization as the payer names it. */
export interface Party {
  /** NM101: `PR` payer, `P3` primary care provider, … */
  readonly role: string
  /** Family name of a person, or the name of an organization. */
  readonly name: string
  readonly given: string | null
  readonly middle: string | null
  readonly suffix: string | null
  readonly isPerson: boolean
  readonly id: { readonly qualifier: string; readonly value: string } | null
  readonly phones: readonly string[]
  readonly pointer: Pointer
}

export interface Insured extends Party {
  readonly memberId: string | null
  readonly groupNumber: string | null
  readonly birthDate: string | null
  readonly sex: 'female' | 'male' | 'unknown' | null
  readonly address: Address | null
  /** INS02 as X12 has it: `18` self, `01` spouse, `19` child, `G8` other. */
  readonly relationship: string | null
  /** What differs from what was asked (INS03 001, INS04 25): the payer changed it. */
  readonly isChangedByPayer: boolean
}

export interface Address {
  readonly lines: readonly string[]
  readonly city: string | null
  readonly state: string | null
  readonly postalCode: string | null
}

export type DateKind =
  | 'plan'
  | 'eligibility'
  | 'benefit'
  | 'period'
  | 'service'
  | 'primary-care'
  | 'coordination'
  | 'policy'
  | 'cobra'
  | 'premium-paid'
  | 'last-visit'
  | 'added'
  | 'changed'
  | 'updated'
  | 'death'
  | 'other'

/** A time that something holds; `from` alone and `until` alone are open to the other side. */
export interface Dated {
  readonly kind: DateKind
  readonly from: string | null
  readonly until: string | null
  readonly pointer: Pointer
}

/** For the date that was asked about. */
export interface CoverageState {
  readonly on: string
  readonly is: 'active' | 'inactive' | 'unclear'
  /**
   * Why: `ended`, `not-begun`, `cobra-ended` and `died` by dates; `said` where the payer says so; `contradicts` where it says
   * both, or where its dates do.
   */
  readonly because:
    | 'said'
    | 'ended'
    | 'not-begun'
    | 'cobra-ended'
    | 'died'
    | 'pending'
    | 'contradicts'
    | 'rejected'
    | 'not-said'
  readonly from: string | null
  readonly until: string | null
  /** Other times for which the payer calls the plan active; absent where there are none. */
  readonly also?: readonly { readonly from: string | null; readonly until: string | null }[]
  readonly plan: string | null
  readonly pointers: readonly Pointer[]
}

/** EB01, in words. */
export type BenefitKind =
  | 'active'
  | 'inactive'
  | 'coinsurance'
  | 'copay'
  | 'deductible'
  | 'coverage-basis'
  | 'description'
  | 'exclusion'
  | 'limitation'
  | 'out-of-pocket'
  | 'unlimited'
  | 'not-covered'
  | 'cost-containment'
  | 'reserve'
  | 'primary-care'
  | 'pre-existing'
  | 'care-coordinator'
  | 'restricted-provider'
  | 'not-necessary'
  | 'disclaimer'
  | 'second-opinion'
  | 'other-payer'
  | 'history'
  | 'card-lost'
  | 'contact'
  | 'cannot-process'
  | 'other-source'
  | 'facility'
  | 'spend-down'
  | 'unknown'

export type Network = 'in' | 'out' | 'either' | 'unsaid'
export type Scope = 'individual' | 'family' | 'spouse' | 'children' | 'dependents' | 'employee' | 'other' | 'unsaid'

/** For which time an amount or a number counts. */
export type Period =
  | 'hour'
  | 'day'
  | 'week'
  | 'month'
  | 'year'
  | 'service-year'
  | 'calendar-year'
  | 'year-to-date'
  | 'contract'
  | 'episode'
  | 'visit'
  | 'outlier'
  | 'lifetime'
  | 'admission'

export interface Benefit {
  readonly kind: BenefitKind
  /** EB01 as it stands. */
  readonly code: string
  readonly scope: Scope
  /** Service type codes (EB03); none: of everything, or as `procedure` says. */
  readonly serviceTypes: readonly string[]
  /** EB04: `HM` HMO, `MC` Medicaid, … */
  readonly insuranceType: string | null
  readonly plan: string | null
  readonly period: Period | null
  /** EB06 says that this is what is left, not the whole. */
  readonly isRemaining: boolean
  readonly cents: number | null
  /** Hundredths of a percent: 20 % are 2000. */
  readonly basisPoints: number | null
  readonly quantity: Quantity | null
  readonly authorization: 'required' | 'not-required' | 'unsaid' | 'unknown'
  readonly network: Network
  readonly procedure: Procedure | null
  readonly dates: readonly Dated[]
  /** Place of service codes (III, ZZ). */
  readonly places: readonly string[]
  /** How it is delivered: so many visits in so much time (HSD). */
  readonly deliveries: readonly Delivery[]
  readonly references: readonly { readonly qualifier: string; readonly value: string }[]
  readonly parties: readonly Party[]
  /** MSG, as the payer wrote it. */
  readonly messages: readonly string[]
  readonly rejections: readonly Rejection[]
  readonly pointer: Pointer
}

export interface Quantity {
  /** EB09 or HSD01: `VS` visits, `DY` days, `P6` services. */
  readonly unit: string
  readonly value: number
}

export interface Procedure {
  /** `HC` HCPCS and CPT, `ND` drugs, … */
  readonly system: string
  readonly code: string
  readonly modifiers: readonly string[]
}

export type DayPattern =
  | 'monday-to-friday'
  | 'monday-to-saturday'
  | 'monday-to-thursday'
  | 'every-day'
  | 'monday'
  | 'tuesday'
  | 'wednesday'
  | 'thursday'
  | 'friday'
  | 'saturday'
  | 'sunday'
  | 'as-directed'
  | 'as-needed'
  | 'none'
export type HourPattern = 'working-hours' | 'morning' | 'afternoon' | 'as-directed' | 'any' | 'none'

export interface Delivery {
  /** So many in all of `periods` times `period`. */
  readonly quantity: Quantity | null
  /** How often besides: 3 in a week. */
  readonly every: { readonly unit: Period; readonly value: number } | null
  readonly period: Period | null
  /** HSD05 says that this is what is left, not the whole. */
  readonly isRemaining: boolean
  readonly periods: number | null
  readonly days: DayPattern | null
  readonly hours: HourPattern | null
  /** Elements that are there and could not be read, as they stand: `HSD07 SX`. */
  readonly notUnderstood: readonly string[]
}

export interface OtherPayer {
  readonly payer: Party | null
  readonly memberId: string | null
  readonly groupNumber: string | null
  /** From a name in 2120 or a code: who pays before whom, where the payer says it. */
  readonly order: 'primary' | 'secondary' | 'tertiary' | 'unsaid'
  readonly insuranceType: string | null
  /** Who holds that policy, where the payer names somebody. */
  readonly holder: string | null
  readonly dates: readonly Dated[]
  readonly pointer: Pointer
}

/** AAA: the payer does not answer a part of the question, and says why and what then. */
export interface Rejection {
  /** Of whom it speaks: the payer itself, whoever asks, the subscriber, the dependent, one benefit. */
  readonly about: 'payer' | 'provider' | 'subscriber' | 'dependent' | 'benefit'
  readonly code: string
  /** AAA04: `C` correct and ask again, `R` ask again, `N` do not, `S`, `W`, `X`, `Y`, `P`. */
  readonly action: string
  readonly pointer: Pointer
}

/** Statements that cannot all hold, or of which the payer does not say which applies. */
export interface Contradiction {
  /**
   * `values`: several for one case; `networks`: one that is said of both networks and another of one of them;
   * `left-above-whole`: more is left than there is in all, `values` being what is left and then the whole;
   * `left-beside-used`: what was paid so far leaves another amount than is said to be left, `values` being the whole, what
   * was paid and what is left; `limits`: several limits for one case; `cover`: covered and not; `authorization`: required and
   * not. The two of what is left are said of limits too.
   */
  readonly about: 'values' | 'networks' | 'left-above-whole' | 'left-beside-used' | 'limits' | 'cover' | 'authorization'
  readonly kind: BenefitKind
  /** The values are what is left, not the whole. */
  readonly isRemaining: boolean
  /** The values are what was paid so far, not the whole. */
  readonly isUsed: boolean
  readonly serviceTypes: readonly string[]
  readonly network: Network
  readonly scope: Scope
  readonly values: readonly {
    readonly cents: number | null
    readonly basisPoints: number | null
    /** Of a limit that counts something. */
    readonly quantity?: Quantity | null
  }[]
  /** Of limits: the time in which each counts. */
  readonly period?: Period | null
  /** The payer tells them apart in free words only; they stand in the messages. */
  readonly isToldApartInWords: boolean
  readonly pointers: readonly Pointer[]
}

/** What was asked about and not answered. */
export type Gap =
  | { readonly code: 'service-not-answered'; readonly serviceType: string }
  | { readonly code: 'no-dates' }
  | {
      readonly code: 'remaining-unsaid'
      readonly kind: 'deductible' | 'out-of-pocket'
      readonly pointers: readonly Pointer[]
    }
  | { readonly code: 'network-unsaid'; readonly pointers: readonly Pointer[] }
