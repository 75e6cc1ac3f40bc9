import type { Interval } from '../interval.ts'
import type { GroupSession, Opening, OpeningRequest } from '../opening.ts'
import type { LegGap } from './leg-gap.ts'

export type ChainLeg = Pick<
  OpeningRequest,
  'visitType' | 'candidates' | 'having' | 'dayParts' | 'times' | 'weekdays' | 'not' | 'counters' | 'patient' | 'groups'
> & {
  /** After the leg before; of the first leg it means nothing. Without a longest gap it may be as late as the index knows. */
  readonly gap?: LegGap | undefined
}

export type ChainRequest = {
  readonly legs: readonly ChainLeg[]
  readonly zone: string
  /** First and last date on which the first leg may begin; the others go as far as their gaps and the index do. */
  readonly from: string
  readonly to: string
  readonly usualPractitionerId?: string
  readonly patientBusy?: readonly Interval[]
  readonly ignore?: OpeningRequest['ignore']
  /** Where a lead works, and how many minutes the way takes from one place to another. */
  readonly walking?: {
    readonly placeOf: (resourceId: string) => string
    readonly minutes: (from: string, to: string) => number
  }
  readonly limit: number
}

export type ChainReason =
  /** No other chain has its last leg sooner. */
  | { readonly code: 'soonest' }
  | { readonly code: 'one-day' }
  /** Between legs of one date, in all. */
  | { readonly code: 'waiting'; readonly minutes: number }
  | { readonly code: 'walking'; readonly minutes: number }
  | { readonly code: 'usual-clinician'; readonly resourceId: string; readonly legs: number }

/** Where `group` is set the leg is a seat in it: `assignments` are those of the group, which has their time already. */
export type ChainOpening = Pick<Opening, 'start' | 'end' | 'assignments'> & { readonly group?: GroupSession }

export type Chain = {
  /** One opening for each leg, in order. */
  readonly legs: readonly ChainOpening[]
  readonly score: number
  readonly reasons: readonly ChainReason[]
}

export type ChainsAnswer = {
  readonly chains: readonly Chain[]
  /**
   * When there is none: the first leg that could not be placed after those before it, and the first opening it would have
   * if the longest gap (or of the first leg the last date) did not count. `notBefore` is where the looking began.
   */
  readonly failed?: { readonly leg: number; readonly notBefore: number; readonly nearest: Opening | null }
}
