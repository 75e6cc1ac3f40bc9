import type { feeds, Reply } from '@foyer/contract'
import type { Actor } from '../../platform/auth/sessions.ts'
import { isMine, mayDecide } from './policy.ts'
import type { FeedRow } from './store.ts'

type Feed = Reply<typeof feeds.listFeeds>['feeds'][number]

export function presentFeed(actor: Actor, row: FeedRow): Feed {
  return {
    id: row.id,
    name: row.name,
    resourceId: row.resource_id,
    staffName: row.staff_name,
    isMine: isMine(actor, row),
    withPatients: row.with_patients,
    createdAt: row.created_at,
    lastReadAt: row.last_read_at,
    can: { end: isMine(actor, row) || mayDecide(actor), allowPatients: mayDecide(actor) },
  }
}

/** Where the feed answers, below the address of this server. */
export function feedPath(organization: string, token: string): string {
  return `/api/feeds/${organization}.${token}.ics`
}
