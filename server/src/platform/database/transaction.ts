import { setTimeout as sleep } from 'node:timers/promises'
import { holding } from './held.ts'
import { type Db, databaseFault } from './organization-db.ts'

const MOST_TRIES = 4
const LONGEST_PAUSE_MS = 60

/**
 * Nothing was wrong with the transaction but its moment: two waited for one another (40P01), or its snapshot was too old
 * (40001). PostgreSQL's manual, 13.5: the whole transaction is to be tried again, with all that was decided in it.
 */
export function isBadMoment(error: unknown): boolean {
  const code = databaseFault(error)?.code
  return code === '40P01' || code === '40001'
}

/** Does it again, a few times, where nothing but the moment was wrong. What it did before must be undone by then. */
export async function tryAgain<T>(work: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++)
    try {
      return await work()
    } catch (error) {
      if (tried === MOST_TRIES || !isBadMoment(error)) throw error
      // Of two that met, one is over before the other comes again.
      await sleep(Math.random() * LONGEST_PAUSE_MS * tried)
    }
}

/**
 * The one way to open a transaction of an organization. `work` may run more than once: it changes nothing but by `db`, or
 * what it began anew.
 */
export async function inTransaction<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  return tryAgain(() => db.transaction().execute((tx) => holding(() => work(tx))))
}
