import type { ReactNode } from 'react'

export interface Entry {
  readonly id: string
  /** What assistive technology says. */
  readonly text: string
  readonly content: ReactNode
  readonly run: () => void
}
/** A command, and what people type for it besides its name. */
export interface CommandEntry extends Entry {
  readonly alike: string
}
