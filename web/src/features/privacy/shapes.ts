import type { Reply, restricted } from '@foyer/contract'

/** One time that a restricted record was opened. */
export type Opening = Reply<typeof restricted.listBrokenGlass>['openings'][number]
