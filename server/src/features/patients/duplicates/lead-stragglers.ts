import type { Db } from '../../../platform/database/organization-db.ts'
import { keepFindable } from '../search/keys/keep-findable.ts'
import { followRows, selectReferences, selectStraggling } from './references/store.ts'
import { addFollowed, findMergeLed, lockPatients } from './store.ts'

/**
 * A write that had begun when its record was merged waits for the merge and lands with a record that nobody sees; so
 * does what an import knows by the old record. It follows to the survivor here, and is noted for the way back like what
 * followed at once. Answers how many rows did.
 */
export async function leadStragglers(db: Db, mergedId: string): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const led = (await lockPatients(tx, [mergedId])).get(mergedId)?.merged_into ?? null
    // Undone meanwhile: then it is the record's own.
    const merge = led === null ? undefined : await findMergeLed(tx, mergedId)
    if (led === null || !merge) return 0
    const followed = { ...merge.followed }
    let count = 0
    for (const reference of await selectReferences(tx)) {
      const keys = await followRows(tx, reference, mergedId, led)
      if (keys.length === 0) continue
      const name = `${reference.table}.${reference.column}`
      followed[name] = [...(followed[name] ?? []), ...keys]
      count += keys.length
    }
    if (count > 0) {
      await addFollowed(tx, merge.id, followed)
      await keepFindable(tx, [led])
    }
    return count
  })
}

/** The same for every record that leads to another and has something of its own. */
export async function leadAllStragglers(db: Db): Promise<void> {
  const waiting = new Set<string>()
  for (const reference of await selectReferences(db))
    for (const mergedId of await selectStraggling(db, reference)) waiting.add(mergedId)
  for (const mergedId of waiting) await leadStragglers(db, mergedId)
}
