import type { CheckIn, ReadinessItem } from '../visit.ts'
import type { CheckInActs } from './use-check-in-acts.ts'

export interface StepProps {
  readonly item: ReadinessItem
  readonly checkIn: CheckIn
  /** Civil date now, at the site. */
  readonly today: string
  /** Civil date of the visit, at the site. */
  readonly date: string
  readonly acts: CheckInActs
}
