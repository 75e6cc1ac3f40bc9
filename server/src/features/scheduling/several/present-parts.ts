import type { Reply, scheduling } from '@foyer/contract'
import type { PartRow } from './store.ts'

type PartReply = Reply<typeof scheduling.readChain>['visits'][number]

export function partReply(row: PartRow): PartReply {
  return {
    id: row.id,
    at: row.at ?? 0,
    visitTypeId: row.visit_type_id,
    siteId: row.site_id,
    start: row.starts_at,
    end: row.ends_at,
    // The column holds nothing else.
    status: row.status as PartReply['status'],
    version: row.version,
  }
}
