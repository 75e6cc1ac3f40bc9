import type { Db } from '../../../platform/database/organization-db.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { comparePairs, type Compared, type Pair } from './pair.ts'
import { selectPairsByKeys } from '../matching/store.ts'
import { dropSuspicions, saveSuspicions, selectSuspectedOf } from './store.ts'

/** Compares these records with whoever is worth comparing and keeps what may be one person. Answers how many pairs are. */
export async function suspect(db: Db, ids: readonly string[], at: string): Promise<number> {
  const compared = await comparePairs(db, await selectPairsByKeys(db, ids))
  const alike = compared.filter(({ verdict }) => verdict !== 'different')
  await inTransaction(db, (tx) => saveSuspicions(tx, alike.map(asRow), at))
  return alike.length
}

/** After a change of one record: suspicions that no longer hold go away. */
export async function suspectAgain(db: Db, patientId: string, at: string): Promise<void> {
  await suspect(db, [patientId], at)
  const before: readonly Pair[] = await selectSuspectedOf(db, patientId)
  const compared = await comparePairs(db, before)
  const gone = compared.filter(({ verdict }) => verdict === 'different')
  await inTransaction(db, (tx) =>
    dropSuspicions(
      tx,
      gone.map(({ first_id, second_id }) => [first_id, second_id]),
    ),
  )
}

function asRow({ first_id, second_id, log_odds, evidence }: Compared) {
  return { first_id, second_id, log_odds, evidence }
}
