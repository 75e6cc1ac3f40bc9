import type { Temporal } from '@foyer/kernel'
import type { Db } from '../../../../platform/database/organization-db.ts'
import type { PayerExchange } from '../../../../platform/ports/payer-exchange.ts'
import type { Keys } from '../../../../platform/sealing/keys.ts'

/** What one organization's questions are sent with. */
export interface WorkDeps {
  readonly db: Db
  readonly exchange: PayerExchange
  readonly now: () => Temporal.Instant
  readonly newId: () => string
  readonly keys: Keys
  /** Of the practice. */
  readonly zone: string
}
