import type { Db } from '../../../platform/database/organization-db.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { keepFindable } from '../search/keys/keep-findable.ts'
import { findPatient } from '../store.ts'
import { followRows, selectReferences, selectStraggling } from './references/store.ts'
import { addFollowed, findMergeLed, lockPatients } from './store.ts'

/**
 * A write that had begun when its record was merged waits for the merge and lands with a record that nobody sees; so
 * does what an import knows by the old record. It follows to the survivor here, and is noted for the way back like what
 * followed at once. Answers how many rows did, each time they were led.
 */
export async function leadStragglers(db: Db, mergedId: string): Promise<number> {
  const { count, ledFurther } = await leadOnce(db, mergedId)
  return count + (ledFurther === null ? 0 : await leadStragglers(db, ledFurther))
}

const nothing = { count: 0, ledFurther: null }

/** Answers besides whether the survivor leads to another by now, so that what came to it follows on. */
function leadOnce(db: Db, mergedId: string): Promise<{ readonly count: number; readonly ledFurther: string | null }> {
  return inTransaction(db, async (tx) => {
    const led = (await findPatient(tx, mergedId))?.merged_into ?? null
    if (led === null) return nothing
    const people = await lockPatients(tx, [mergedId, led])
    const merge = await findMergeLed(tx, mergedId)
    // Undone meanwhile: then it is the record's own. Merged elsewhere since: that merge leads it.
    if (people.get(mergedId)?.merged_into !== led || !merge) return nothing
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
    return { count, ledFurther: people.get(led)?.merged_into == null ? null : led }
  })
}

/** The same for every record that leads to another and has something of its own. */
export async function leadAllStragglers(db: Db): Promise<void> {
  const waiting = new Set<string>()
  for (const reference of await selectReferences(db))
    for (const mergedId of await selectStraggling(db, reference)) waiting.add(mergedId)
  for (const mergedId of waiting) await leadStragglers(db, mergedId)
}
