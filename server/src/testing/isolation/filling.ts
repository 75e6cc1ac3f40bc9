import type { Temporal } from '@foyer/kernel'
import type { Db } from '../../platform/database/organization-db.ts'

/** What filling an organization with marked records takes. Instants in UTC. */
export type Filling = {
  readonly db: Db
  readonly id: () => string
  readonly now: Temporal.Instant
  /** Of the visit of the day. */
  readonly start: string
  readonly end: string
  readonly staffId: string
}
