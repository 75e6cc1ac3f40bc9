import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Db } from '../database/organization-db.ts'
import { inTransaction } from '../database/transaction.ts'
import type { HappenedEvent, RelayedEvent } from './event.ts'

/** Takes outbox rows, each once over all processes, and makes their jobs in the same transaction. */
export interface Relay {
  /** There is something new for an organization. */
  poke(organization: string): void
  stop(): Promise<void>
}

const MOST_AT_ONCE = 200
/** Events of a busy moment are taken together: the more there were, the longer the next ones are gathered. */
const GATHER_MS = { least: 20, most: 200 } as const
/** Each event that was taken at once makes the next ones wait so much longer. */
const GATHER_MS_EACH = 10
/** Heals what a lost poke or a killed process left behind. */
const SWEEP_MS = 1000

export type EnqueueIn = (tx: Db, events: readonly RelayedEvent[]) => Promise<void>

async function takeRows(
  db: Db,
  organization: string,
  at: string,
  enqueue: EnqueueIn,
): Promise<readonly RelayedEvent[]> {
  return inTransaction(db, async (tx) => {
    const rows = await tx
      .updateTable('outbox')
      .set({ relayed_at: at })
      .where('id', 'in', (eb) =>
        eb
          .selectFrom('outbox')
          .select('id')
          .where('relayed_at', 'is', null)
          .orderBy('id')
          .limit(sql.lit(MOST_AT_ONCE))
          .forUpdate()
          .skipLocked(),
      )
      .returning(['id', 'type', 'payload'])
      .execute()
    const events = rows
      .toSorted((a, b) => a.id - b.id)
      .map((row) => ({ ...(row.payload as unknown as HappenedEvent), type: row.type, outboxId: row.id, organization }))
    await enqueue(tx, events)
    return events
  })
}

export function startRelay(options: {
  organizations: () => readonly { slug: string; db: Db }[]
  now: () => string
  enqueue: EnqueueIn
  publish: (event: RelayedEvent) => void
  onFault: (error: unknown, organization: string) => void
}): Relay {
  const due = new Set<string>()
  let running: Promise<void> | null = null
  let stopped = false
  let gatherMs: number = GATHER_MS.least

  async function work(): Promise<void> {
    while (due.size > 0 && !stopped) {
      await sleep(gatherMs)
      const [slug] = due
      if (slug === undefined) break
      due.delete(slug)
      const organization = options.organizations().find((one) => one.slug === slug)
      if (!organization) continue
      try {
        const events = await takeRows(organization.db, slug, options.now(), options.enqueue)
        gatherMs = Math.min(GATHER_MS.most, GATHER_MS.least + Math.max(0, events.length - 1) * GATHER_MS_EACH)
        if (events.length === MOST_AT_ONCE) due.add(slug)
        for (const event of events) options.publish(event)
      } catch (error) {
        options.onFault(error, slug)
      }
    }
    running = null
  }

  function poke(slug: string): void {
    due.add(slug)
    running ??= work()
  }

  const sweep = setInterval(() => {
    for (const { slug } of options.organizations()) poke(slug)
  }, SWEEP_MS)

  return {
    poke,
    stop: async () => {
      clearInterval(sweep)
      stopped = true
      await running
    },
  }
}
