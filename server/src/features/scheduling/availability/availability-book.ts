import type { Db } from '../../../platform/database/organization-db.ts'
import type { HappenedEvent } from '../../../platform/events/event.ts'
import type { Practice } from '../../practice/index.ts'
import { openWarmIndex, type WarmIndex } from './warm-index.ts'

interface OfOrganization {
  readonly slug: string
  readonly db: Db
}

/** The indexes of free time that this process keeps warm, one an organization, made when somebody first asks. */
export interface AvailabilityBook {
  /** As fresh as what this process has done itself, was told of, or could have read within the last second or two. */
  read(organization: OfOrganization, practice: Practice, now: number): Promise<WarmIndex>
  /** This process did something. */
  told(slug: string, events: readonly HappenedEvent[]): void
  /** Something happened, here or elsewhere; null: something may have been missed, everywhere. */
  poke(slug: string | null): void
  memory(): AvailabilityMemory
  stop(): Promise<void>
}

const dayMs = 86_400_000
const daysBack = 1
const daysAhead = 400
/** While somebody asks, what was missed is caught up with this often. */
const tickMs = 500
const askedMs = 10_000
/** Nobody asks: so much less often. */
const idleTicks = 10
/** A question finds nothing older. */
const mostAgeMs = 1000
/** Nobody asked for so long: it is made anew when somebody does. */
const dropMs = 30 * 60_000
const mostBytes = 192 * 1024 * 1024
/** A change of the practice: the new index is waited for this long, then the old one answers once more. */
const patienceMs = 1000

interface Kept {
  readonly organization: OfOrganization
  current: WarmIndex | null
  making: {
    readonly practice: Practice
    readonly firstDay: number
    readonly begun: number
    readonly done: Promise<WarmIndex>
  } | null
  askedAt: number
  /** By the clock of the last question. */
  now: number
}

/** What all indexes of this process take together, told whenever one was made. */
export interface AvailabilityMemory {
  readonly organizations: number
  readonly bytes: number
}

export function openAvailability(options: {
  readonly onFault: (error: unknown, slug: string) => void
  readonly onMade?: (slug: string, memory: AvailabilityMemory & { readonly ms: number }) => void
}): AvailabilityBook {
  const known = new Map<string, Kept>()
  let ticks = 0

  function make(kept: Kept, practice: Practice, firstDay: number): Promise<WarmIndex> {
    const before = kept.making
    if (before && before.practice === practice && before.firstDay === firstDay) return before.done
    const horizon = { firstDay, days: daysBack + daysAhead }
    const begun = performance.now()
    const done = openWarmIndex(kept.organization.db, practice, horizon, kept.now)
    const making = { practice, firstDay, begun, done }
    kept.making = making
    void settle(kept, making)
    return done
  }

  async function settle(kept: Kept, making: NonNullable<Kept['making']>): Promise<void> {
    const [made] = await Promise.allSettled([making.done])
    if (kept.making !== making) return
    kept.making = null
    if (made.status === 'rejected') return
    kept.current = made.value
    shrink()
    options.onMade?.(kept.organization.slug, { ...memory(), ms: Math.round(performance.now() - making.begun) })
  }

  function memory(): AvailabilityMemory {
    const bytes = [...known.values()].reduce((sum, { current }) => sum + (current?.bytes() ?? 0), 0)
    return { organizations: known.size, bytes }
  }

  /** Those who were asked least lately give way, all but the last one. */
  function shrink(): void {
    const byAge = [...known.entries()].toSorted(([, a], [, b]) => b.askedAt - a.askedAt)
    let bytes = 0
    for (const [index, [slug, kept]] of byAge.entries()) {
      bytes += kept.current?.bytes() ?? 0
      if (index > 0 && bytes > mostBytes) known.delete(slug)
    }
  }

  const timer = setInterval(() => {
    ticks += 1
    const at = performance.now()
    for (const [slug, kept] of known) {
      if (at - kept.askedAt > dropMs) known.delete(slug)
      else if (kept.current && (at - kept.askedAt < askedMs || ticks % idleTicks === 0))
        kept.current.refresh(kept.now, tickMs).catch((error: unknown) => options.onFault(error, slug))
    }
  }, tickMs)
  timer.unref()

  return {
    read: async (organization, practice, now) => {
      const { slug } = organization
      const kept = known.get(slug) ?? { organization, current: null, making: null, askedAt: 0, now }
      known.set(slug, kept)
      kept.askedAt = performance.now()
      kept.now = now
      const firstDay = Math.floor(now / dayMs) - daysBack
      const { current } = kept
      let warm = current
      if (!current || current.practice !== practice || current.horizon.firstDay !== firstDay) {
        const making = make(kept, practice, firstDay)
        warm = current ? await Promise.race([making, later(patienceMs, current)]) : await making
      }
      if (!warm) throw new Error('an index is made or thrown for')
      await warm.refresh(now, mostAgeMs)
      return warm
    },
    told: (slug, events) => {
      // One that is being made reads them from the log.
      known.get(slug)?.current?.told(events.flatMap(({ taken }) => taken ?? []))
    },
    poke: (slug) => {
      for (const [name, kept] of known) if (slug === null || slug === name) kept.current?.poke()
    },
    memory,
    stop: async () => {
      clearInterval(timer)
      // What is being read ends before the connections do.
      await Promise.allSettled([...known.values()].flatMap(({ current }) => (current ? [current.idle()] : [])))
    },
  }
}

function later<T>(ms: number, value: T): Promise<T> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(value), ms).unref()
  })
}
