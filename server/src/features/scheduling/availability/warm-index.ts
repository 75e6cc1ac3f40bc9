import type { Interval } from '@foyer/scheduling'
import type { Db } from '../../../platform/database/organization-db.ts'
import type { TakenRange } from '../../../platform/events/event.ts'
import type { Practice } from '../../practice/index.ts'
import { msOf } from '../instants.ts'
import { busyOf, type Built, buildIndex, type Horizon } from './build.ts'
import type { TimeSpan } from './marks.ts'
import { selectLog, selectRanges, selectXmin } from './store.ts'

/** The index of one organization in this process, and what it knows of how old it is. */
export interface WarmIndex {
  readonly practice: Practice
  readonly horizon: Horizon
  readonly built: Built
  /** Time changed hands: it is read again before the next question is answered. */
  told(ranges: readonly TakenRange[]): void
  /** Something happened elsewhere: the log is read before the next question is answered. */
  poke(): void
  /** Reads what is to be read, if anything; `mostAgeMs`: the log too, when it was not read for so long. */
  refresh(now: number, mostAgeMs: number): Promise<void>
  bytes(): number
  /** Resolves when nothing is being read. */
  idle(): Promise<void>
}

/** Numbers of log rows that were read since the oldest transaction still under way. */
const mostSeen = 20_000

export async function openWarmIndex(db: Db, practice: Practice, horizon: Horizon, now: number): Promise<WarmIndex> {
  // Before the rows: what commits while they are read is in the log from here on.
  let since = await selectXmin(db)
  const resources = [...practice.resources.values()].filter(({ active }) => active)
  const built = await buildIndex(db, practice, resources, horizon, now)
  let dirty = new Map<string, Interval[]>()
  let isPoked = true
  let readAt = -Infinity
  let seen = new Set<number>()
  let running: Promise<void> | null = null

  function mark({ resourceId, start, end }: TimeSpan): void {
    if (end <= built.start || start >= built.end) return
    const ranges = dirty.get(resourceId) ?? []
    dirty.set(resourceId, ranges)
    if (!ranges.some((range) => range.start === start && range.end === end)) ranges.push({ start, end })
  }

  async function readLog(): Promise<void> {
    isPoked = false
    const at = performance.now()
    const log = await selectLog(db, since)
    const ids = new Set<number>()
    for (const { id, taken } of log.rows) {
      ids.add(id)
      if (seen.has(id)) continue
      for (const [resourceId, start, end] of taken) mark({ resourceId, start, end })
    }
    since = log.xmin
    seen = ids.size > mostSeen ? new Set() : ids
    readAt = at
  }

  /** The truth about every range that is marked, as it is now. */
  async function readAgain(): Promise<void> {
    const ranges = [...dirty].flatMap(([resourceId, those]) => those.map((range) => ({ resourceId, ...range })))
    dirty = new Map()
    try {
      const rows = await selectRanges(db, ranges)
      const byResource = Map.groupBy(rows, (row) => row.resource_id)
      for (const range of ranges) {
        const there = (byResource.get(range.resourceId) ?? []).filter(
          (row) => msOf(row.from) < range.end && range.start < msOf(row.until),
        )
        // What has run out and was not swept away yet is free; `expired` named it, so it is not looked at again.
        const taking = there.filter((row) => row.expires_at === null || msOf(row.expires_at) > clock)
        built.index.putBusy(range.resourceId, range, taking.map(busyOf))
        built.marks.put(range, taking)
      }
    } catch (error) {
      for (const range of ranges) mark(range)
      throw error
    }
  }

  let clock = 0
  async function work(now: number, mostAgeMs: number): Promise<void> {
    clock = now
    if (isPoked || performance.now() - readAt > mostAgeMs) await readLog()
    for (const range of built.marks.expired(now)) mark(range)
    // Once: what is marked meanwhile is for the next to read, else nobody is answered while others book without a pause.
    if (dirty.size > 0) await readAgain()
  }

  function begin(now: number, mostAgeMs: number): Promise<void> {
    running ??= work(now, mostAgeMs).finally(() => {
      running = null
    })
    return running
  }

  function isDue(now: number, mostAgeMs: number): boolean {
    if (isPoked || dirty.size > 0 || performance.now() - readAt > mostAgeMs) return true
    for (const range of built.marks.expired(now)) mark(range)
    return dirty.size > 0
  }

  return {
    practice,
    horizon,
    built,
    told: (ranges) => {
      for (const [resourceId, start, end] of ranges) mark({ resourceId, start, end })
    },
    poke: () => {
      isPoked = true
    },
    refresh: async (now, mostAgeMs) => {
      // One after the other: an older truth must not be written over a newer one. What is being read may have begun before
      // the question and is waited for; what is begun then knows all that was told before it.
      await running
      if (running || isDue(now, mostAgeMs)) await begin(now, mostAgeMs)
    },
    bytes: () => built.index.bytes(),
    idle: async () => {
      await running?.catch(() => {})
    },
  }
}
