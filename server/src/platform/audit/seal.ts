import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../database/organization-db.ts'
import { inTransaction } from '../database/transaction.ts'
import { type AuditEntry, entryFields, entryHash } from './entry.ts'

/**
 * Sealing: entries are gathered into batches, and each batch carries a keyed hash (HMAC-SHA-256, RFC 2104) over its
 * entries and the hash of the batch before. Writers insert and go on; one sealer an organization follows behind.
 *
 * An id is taken before its transaction commits, so an entry with a low id can appear late. The sealer therefore notes
 * the newest visible id together with the transactions then running (a mark) and seals up to that id only when all of
 * those have ended and a grace has passed.
 */
export interface Mark {
  readonly takenAt: number
  readonly newestId: number
  /** Transaction id given out when the mark was taken: whoever ran then has a lower one. */
  readonly horizon: number
}

/** Covers the moment between taking an id and getting a transaction id. */
const GRACE_MS = 2000
/** Few enough that hashing them holds nobody up. */
export const MOST_IN_A_BATCH = 1000
export const NO_HASH = Buffer.alloc(32)

export const entryColumns = ['id', ...entryFields] as const

export interface Batch {
  readonly no: number
  readonly settled_id: number
  readonly entry_ids: readonly number[]
  readonly entry_hashes: Buffer
  readonly previous_hash: Buffer
}

export function batchHash(key: Buffer, batch: Batch): Buffer {
  return createHmac('sha256', key)
    .update(batch.previous_hash)
    .update(JSON.stringify([batch.no, batch.settled_id, batch.entry_ids.map(Number)]))
    .update(batch.entry_hashes)
    .digest()
}

export function sealKey(secret: string): Buffer {
  return createHmac('sha256', secret).update('foyer audit seal v1').digest()
}

export async function takeMark(db: Db, nowMs: number): Promise<Mark> {
  const row = await db
    .selectNoFrom([
      (eb) => eb.selectFrom('audit_entry').select(sql<number>`coalesce(max(id), 0)`.as('id')).as('newest'),
      // A number of its own: a snapshot's upper end can lie below transactions that already run.
      sql<number>`pg_current_xact_id()::text::bigint`.as('horizon'),
    ])
    .executeTakeFirstOrThrow()
  return { takenAt: nowMs, newestId: row.newest ?? 0, horizon: row.horizon }
}

async function oldestRunning(db: Db): Promise<number> {
  const row = await db
    .selectNoFrom(sql<number>`pg_snapshot_xmin(pg_current_snapshot())::text::bigint`.as('xmin'))
    .executeTakeFirstOrThrow()
  return row.xmin
}

/** Seals up to a mark whose transactions have all ended. Answers how many entries were sealed, 0 when it is too early. */
export async function sealUpTo(
  db: Db,
  seal: { key: Buffer; organization: string },
  mark: Mark,
  now: { ms: number; iso: string },
): Promise<number> {
  if (now.ms - mark.takenAt < GRACE_MS || (await oldestRunning(db)) < mark.horizon) return 0
  return inTransaction(db, async (tx) => {
    const free = await tx
      .selectNoFrom(
        sql<boolean>`pg_try_advisory_xact_lock(hashtext(${`foyer audit seal ${seal.organization}`}))`.as('free'),
      )
      .executeTakeFirstOrThrow()
    if (!free.free) return 0
    const last = await tx
      .selectFrom('audit_batch')
      .select(['no', 'hash', 'settled_id'])
      .orderBy('no', 'desc')
      .limit(1)
      .executeTakeFirst()
    const entries = await tx
      .selectFrom('audit_entry')
      .select(entryColumns)
      .where('id', '>', last?.settled_id ?? 0)
      .where('id', '<=', mark.newestId)
      .orderBy('id')
      .limit(MOST_IN_A_BATCH)
      .execute()
    if (entries.length === 0) return 0
    const settled = entries.length === MOST_IN_A_BATCH ? (entries.at(-1)?.id ?? mark.newestId) : mark.newestId
    const batch: Batch = {
      no: (last?.no ?? 0) + 1,
      settled_id: settled,
      entry_ids: entries.map((entry) => entry.id),
      entry_hashes: Buffer.concat(entries.map((entry) => entryHash(entry as AuditEntry))),
      previous_hash: last?.hash ?? NO_HASH,
    }
    await tx
      .insertInto('audit_batch')
      .values({ ...batch, entry_ids: [...batch.entry_ids], hash: batchHash(seal.key, batch), sealed_at: now.iso })
      .execute()
    return entries.length
  })
}
