import { type AvailabilityIndex, type Busy, createIndex } from '../availability/availability-index.ts'
import { utcDay } from '../availability/ticks.ts'
import type { Interval } from '../interval.ts'
import type { SessionTime } from '../session-times.ts'

/** A resource as tests write it: hours in any order, and what is taken, in the first lane where nothing else is said. */
export type TestResource = {
  readonly id: string
  readonly open: readonly SessionTime[]
  readonly busy: readonly (Interval & Partial<Busy>)[]
  readonly lanes?: number
  readonly overbook?: number
}

/** An index around all the hours and everything taken, and `around` days more to both sides. */
export function testIndex(resources: Iterable<TestResource>, around = 2): AvailabilityIndex {
  const all = [...resources]
  const times = all.flatMap(({ open, busy }) => [...open, ...busy])
  const first = utcDay(Math.min(...times.map(({ start }) => start))) - around
  const last = utcDay(Math.max(...times.map(({ end }) => end))) + around
  const index = createIndex({ firstDay: first, days: last - first + 1 })
  for (const { id, open, busy, lanes = 1, overbook = 0 } of all) {
    index.putResource({ id, lanes, overbook, sessions: open.toSorted((a, b) => a.start - b.start) })
    for (const each of busy) index.take(id, { lane: 0, ...each })
  }
  return index
}
