import type { ReactNode } from 'react'

export type Pane = {
  readonly label: string
  readonly content: ReactNode
  /** CSS pixels, before anybody resized it. */
  readonly width?: number
  readonly min?: number
}
