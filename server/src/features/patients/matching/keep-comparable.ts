import { blockKeys, blockKeysVersion, prepare } from '@foyer/patients'
import type { Db } from '../../../platform/database/organization-db.ts'
import { placesOf } from './known.ts'
import { saveMatchKeys, selectForMatch } from './store.ts'

/** Makes the keys by which these people are held against others. Ids in one order, so that writers never wait in a circle. */
export async function keepComparable(db: Db, ids: readonly string[]): Promise<void> {
  const rows = await selectForMatch(db, ids)
  if (rows.length === 0) return
  await saveMatchKeys(
    db,
    rows
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map((row) => ({
        patient_id: row.id,
        version: blockKeysVersion,
        keys: [...new Set(placesOf(row).flatMap((place) => blockKeys(prepare(place))))],
      })),
  )
}
