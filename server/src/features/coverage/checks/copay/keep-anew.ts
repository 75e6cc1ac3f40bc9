import type { Db } from '../../../../platform/database/organization-db.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { tellIn } from '../../../../platform/events/tell.ts'
import { checkChanged } from '../events.ts'
import { storedAnswer } from '../stored-answer.ts'
import { copayToKeep } from './copay-to-keep.ts'
import { saveCopay, selectAhead } from './store.ts'

/** A network, a contract or a place of service is another: what was answered already asks something else of the visits ahead. */
export async function keepCopaysAnew(db: Db, today: string, at: string): Promise<void> {
  for (const row of await selectAhead(db, today)) {
    const said = await copayToKeep(db, row, storedAnswer(row))
    await inTransaction(db, async (tx) => {
      if (await saveCopay(tx, row.id, said)) await tellIn(tx, at, checkChanged(row.id, row.patient_id))
    })
  }
}
