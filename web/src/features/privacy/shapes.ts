import type { Reply, restricted } from '@foyer/contract'

export type Openings = Reply<typeof restricted.listBrokenGlass>
/** One time that a restricted record was opened. */
export type Opening = Openings['openings'][number]

export interface ReviewChoice {
  readonly state: 'waiting' | 'reviewed'
  /** Null: whoever opened. */
  readonly staffId: string | null
  /** Civil dates at the site, both included; null: no end on that side. */
  readonly first: string | null
  readonly last: string | null
}
