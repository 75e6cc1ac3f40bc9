import type { Temporal } from '@foyer/kernel'
import type { BenefitLine } from './benefit-line.ts'

/** What a payer has of one person's plan. */
export interface Policy {
  readonly from: Temporal.PlainDate
  /** The last day; null: it goes on. */
  readonly until: Temporal.PlainDate | null
  /** While it holds. */
  readonly lines: readonly BenefitLine[]
}

/** AAA: why a payer does not answer, and what to do then. */
export interface Rejected {
  /** The level of the answer it stands at; of one person where several are asked about. */
  readonly at: 'payer' | 'provider' | 'person'
  /** AAA03 and AAA04. */
  readonly code: string
  readonly action: 'C' | 'N' | 'P' | 'R' | 'S' | 'W' | 'X' | 'Y'
}

/**
 * What a payer does that is no answer. It does so in real time only: a batch is answered, later, like any other.
 * `gone`: the connection breaks. `busy`: 503. `page`: 200 with a web page. `cut`: half an interchange. `numbers`: control
 * numbers that do not belong together.
 */
export type Trouble = 'slow' | 'gone' | 'busy' | 'page' | 'cut' | 'numbers' | 'batch-only'
