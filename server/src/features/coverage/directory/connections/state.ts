import type { Temporal } from '@foyer/kernel'
import type { Db } from '../../../../platform/database/organization-db.ts'
import { tellIn } from '../../../../platform/events/tell.ts'
import { connectionChanged } from '../events.ts'
import { type ExchangeOutcome, healthAfter, type LineHealth } from './line-health.ts'
import { lockHealth, saveHealth } from './store.ts'

/**
 * Notes how an exchange went, and tells when the line fell silent or answers again. Those that end at the same time are
 * counted one after the other; null where the connection is gone. Runs in a transaction.
 */
export async function noteExchange(
  db: Db,
  connectionId: string,
  now: Temporal.Instant,
  outcome: ExchangeOutcome,
): Promise<LineHealth | null> {
  const before = await lockHealth(db, connectionId)
  if (!before) return null
  const after = healthAfter(before, outcome, now)
  const isAnswered = outcome === 'answered'
  const isSame =
    after.failures === before.failures && after.downSince === before.downSince && after.retryAt === before.retryAt
  if (isAnswered || !isSame) await saveHealth(db, connectionId, after, isAnswered ? now.toString() : null)
  if ((before.downSince === null) !== (after.downSince === null)) {
    await tellIn(db, now.toString(), connectionChanged(connectionId))
  }
  return after
}
