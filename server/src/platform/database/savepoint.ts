import { sql } from 'kysely'
import type { Db } from './organization-db.ts'

/** Within a transaction: what `work` wrote is taken back when it throws, and the transaction goes on. */
export async function withSavepoint<T>(db: Db, work: () => Promise<T>): Promise<T> {
  await sql`savepoint part`.execute(db)
  try {
    const done = await work()
    await sql`release savepoint part`.execute(db)
    return done
  } catch (error) {
    await sql`rollback to savepoint part`.execute(db)
    throw error
  }
}
