import type { estimates, Reply } from '@foyer/contract'
import type { PageWords } from './words.ts'

export type ShownEstimate = Reply<typeof estimates.readEstimateLink>

/** The link and the birth date that opened it. */
export interface Known {
  readonly organization: string
  readonly token: string
  readonly birthDate: string
}

export interface ShownProps {
  readonly known: Known
  readonly estimate: ShownEstimate
  readonly language: 'en' | 'es'
  readonly words: PageWords
  readonly onSigned: (estimate: ShownEstimate) => void
  readonly onOver: () => void
}
