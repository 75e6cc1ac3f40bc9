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

/** The clock is asked several times a request; within one millisecond the answer is the same. */
let last = Temporal.Instant.fromEpochMilliseconds(0)
let lastMs = 0

export const systemClock: Clock = {
  now: () => {
    const ms = Date.now()
    if (ms !== lastMs) {
      last = Temporal.Instant.fromEpochMilliseconds(ms)
      lastMs = ms
    }
    return last
  },
  id: () => uuidv7(Date.now(), random()),
}
