import { randomFillSync } from 'node:crypto'
import { Temporal, uuidv7 } from '@foyer/kernel'

/** Time and chance as seen by one server; the demo seed and tests hand in their own. */
export interface Clock {
  now(): Temporal.Instant
  /** A new UUID, version 7. */
  id(): string
}

const pool = new Uint8Array(10 * 256)
let used = pool.length

function random(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += 10
  return pool.subarray(used - 10, used)
}

export const systemClock: Clock = {
  now: () => Temporal.Instant.fromEpochMilliseconds(Date.now()),
  id: () => uuidv7(Date.now(), random()),
}
