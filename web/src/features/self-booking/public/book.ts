import type { Draft, Kind, Offer, Place, StepName } from './draft.ts'
import type { Language, Say } from './words.ts'

/** What every step of the way is given. */
export interface Book {
  readonly organization: string
  readonly offer: Offer
  readonly draft: Draft
  readonly kind: Kind | null
  readonly place: Place | null
  readonly language: Language
  readonly say: Say
  readonly change: (answers: Partial<Draft>) => void
  readonly go: (step: StepName, replace?: boolean) => void
  readonly startOver: () => void
}

export function back(): void {
  window.history.back()
}
