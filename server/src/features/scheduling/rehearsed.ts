import type { Db } from '../../platform/database/organization-db.ts'
import { inTransaction } from '../../platform/database/transaction.ts'

/** Ends the transaction of a rehearsal: nothing of it stays. */
class Rehearsed<T> extends Error {
  readonly answer: T

  constructor(answer: T) {
    super()
    this.answer = answer
  }
}

/** What becomes of `work`, done in a transaction that is taken back. */
export async function rehearsed<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  try {
    return await inTransaction(db, async (tx): Promise<never> => {
      throw new Rehearsed(await work(tx))
    })
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error
    // Thrown above only, with what `work` answered.
    return error.answer as T
  }
}
