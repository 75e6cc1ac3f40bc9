import { foldName, keysVersion, personKeys, searchName } from '@foyer/patients'
import type { Db } from '../../../../platform/database/organization-db.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { keepComparable } from '../../matching/keep-comparable.ts'
import { holdRecords } from '../../store.ts'
import { presentName } from '../../present.ts'
import { storedSearchName } from '../../contact.ts'
import { type FindableRow, saveKeys, saveSearchName, selectFindable, selectNames } from './store.ts'

/**
 * Makes the keys by which these people are found, and those by which they are held against others. Every write that touches a name, a birth date, a contact point, an
 * identifier, a member id or a relative's phone calls it last, in its own transaction: who was just registered is found.
 */
export async function keepFindable(db: Db, patientIds: readonly string[]): Promise<void> {
  const ids = [...new Set(patientIds)]
  if (ids.length === 0) return
  const rows = await selectFindable(db, ids)
  await saveKeys(
    db,
    // In one order everywhere, so that two writers never wait for one another.
    rows
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map((row) => ({ patient_id: row.id, version: keysVersion, keys: keysOf(row) })),
  )
  await keepComparable(db, ids)
}

/**
 * The same for whoever changed nothing themselves: what they read must not be written over the keys of a change that was
 * saved meanwhile.
 */
export async function findableAgain(db: Db, patientIds: readonly string[]): Promise<void> {
  await inTransaction(db, async (tx) => {
    await holdRecords(tx, patientIds)
    await searchNamesAgain(tx, patientIds)
    await keepFindable(tx, patientIds)
  })
}

/** How names are written to be searched may have changed as well. */
async function searchNamesAgain(db: Db, ids: readonly string[]): Promise<void> {
  for (const { id, search_name: before, ...name } of await selectNames(db, ids)) {
    const after = storedSearchName(presentName(name))
    if (after !== before) await saveSearchName(db, id, after)
  }
}

function keysOf(row: FindableRow): readonly number[] {
  const besides = row.names.map((name) => ({ ...name, middle: name.middle ?? undefined }))
  const today = { ...row, middle: row.middle ?? undefined, preferred: row.preferred ?? undefined }
  return personKeys({
    words: [row.search_name, ...besides.map(searchName)]
      .flatMap((name) => foldName(name).split(' '))
      .filter((word) => word !== ''),
    names: [today, ...besides],
    birthDate: row.birth_date,
    phones: row.phones,
    emails: row.emails,
    identifiers: [row.mrn, ...row.identifiers],
  })
}
