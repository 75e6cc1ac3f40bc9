import type { Db } from '../database/organization-db.ts'
import { type AuditEntry, entryHash } from './entry.ts'
import { batchHash, entryColumns, NO_HASH } from './seal.ts'

export interface SealFault {
  readonly batch: number
  readonly entry: number | null
  /**
   * `changed`: an entry says something else than when it was sealed. `missing`: it is gone. `reordered`: it says what
   * another entry of its batch said. `foreign`: it was put among sealed ones later. `broken-chain`: a batch itself was
   * changed, removed or made without the key.
   */
  readonly what: 'changed' | 'missing' | 'reordered' | 'foreign' | 'broken-chain'
}

export interface SealReport {
  readonly whole: boolean
  readonly batches: number
  readonly entries: number
  readonly unsealed: number
  /** Hash of the newest batch, hexadecimal: noted elsewhere, it shows later that no batch was cut off the end. */
  readonly head: string | null
  readonly faults: readonly SealFault[]
}

const MOST_FAULTS = 1000

function entryFaults(
  batch: { no: number; entry_ids: readonly number[]; entry_hashes: Buffer },
  rows: readonly (AuditEntry & { id: number })[],
): SealFault[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const sealed = batch.entry_ids.map((_, index) =>
    batch.entry_hashes.subarray(index * 32, index * 32 + 32).toString('hex'),
  )
  const known = new Set(sealed)
  const faults: SealFault[] = []
  batch.entry_ids.forEach((id, index) => {
    const row = byId.get(id)
    byId.delete(id)
    if (!row) return faults.push({ batch: batch.no, entry: id, what: 'missing' })
    const hash = entryHash(row).toString('hex')
    if (hash !== sealed[index])
      faults.push({ batch: batch.no, entry: id, what: known.has(hash) ? 'reordered' : 'changed' })
  })
  for (const id of byId.keys()) faults.push({ batch: batch.no, entry: id, what: 'foreign' })
  return faults
}

/** Walks all batches in order, a batch in memory at a time. */
export async function verifySeal(db: Db, key: Buffer, onProgress?: (batch: number) => void): Promise<SealReport> {
  const faults: SealFault[] = []
  let previous: Buffer = NO_HASH
  let settled = 0
  let no = 0
  let entries = 0
  for (;;) {
    const batch = await db
      .selectFrom('audit_batch')
      .selectAll()
      .where('no', '>', no)
      .orderBy('no')
      .limit(1)
      .executeTakeFirst()
    if (!batch) break
    const ids = batch.entry_ids.map(Number)
    const linked = batch.no === no + 1 && batch.previous_hash.equals(previous)
    if (!linked || !batchHash(key, { ...batch, entry_ids: ids }).equals(batch.hash))
      faults.push({ batch: batch.no, entry: null, what: 'broken-chain' })
    const rows = await db
      .selectFrom('audit_entry')
      .select(entryColumns)
      .where('id', '>', settled)
      .where('id', '<=', batch.settled_id)
      .execute()
    faults.push(...entryFaults({ no: batch.no, entry_ids: ids, entry_hashes: batch.entry_hashes }, rows))
    entries += ids.length
    previous = batch.hash
    settled = batch.settled_id
    no = batch.no
    onProgress?.(no)
  }
  const rest = await db
    .selectFrom('audit_entry')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('id', '>', settled)
    .executeTakeFirstOrThrow()
  return {
    whole: faults.length === 0,
    batches: no,
    entries,
    unsealed: rest.count,
    head: no === 0 ? null : previous.toString('hex'),
    faults: faults.slice(0, MOST_FAULTS),
  }
}
