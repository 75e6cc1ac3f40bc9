import { AsyncLocalStorage } from 'node:async_hooks'

const held = new AsyncLocalStorage<true>()

/** Runs `work` as what holds a transaction, and with it a connection of the pool. */
export function holding<T>(work: () => Promise<T>): Promise<T> {
  return held.run(true, work)
}

/**
 * Who holds a connection and asks for a second one waits for others, who may do the same: with as many of them as there
 * are connections nobody goes on.
 * @throws Error where a transaction is held already
 */
export function checkNoneHeld(): void {
  if (held.getStore()) throw new Error('a transaction asks for a second connection: use its own `db`')
}
