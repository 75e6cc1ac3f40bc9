import type { feeds, Reply } from '@foyer/contract'

export type Feed = Reply<typeof feeds.listFeeds>['feeds'][number]
