import type { Clock } from '../../../platform/clock.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { tellIn } from '../../../platform/events/tell.ts'
import { importChanged } from '../events.ts'
import { changeRun, claimRun, deleteParts, releaseClaim, selectForgotten } from '../store.ts'
import { workOn } from './phase.ts'

const EVERY_MS = 5000
/** Tries of one process before a run is said to have failed; it can be taken up again. */
const MOST_TRIES = 3
const FORGOTTEN_DAYS = 7

export interface ImportWorker {
  /** There may be something to do for an organization. */
  poke(organization: string): void
  stop(): Promise<void>
}

/**
 * Works on files that were handed over, one after the other. Which process does it is decided by a claim in the run's
 * row that lasts half a minute: when a process dies another goes on after the last batch that was committed.
 */
export function startImportWorker(options: {
  organizations: () => readonly { slug: string; db: Db }[]
  clock: Clock
  onFault: (error: unknown, organization: string) => void
}): ImportWorker {
  const worker = options.clock.id()
  const due = new Set<string>()
  const tries = new Map<string, number>()
  let running: Promise<void> | null = null
  let stopped = false

  async function workFor(slug: string, db: Db): Promise<void> {
    while (!stopped) {
      const run = await claimRun(db, worker)
      if (!run) return
      try {
        await workOn({ db, clock: options.clock, worker, isStopped: () => stopped }, run)
        tries.delete(run.id)
      } catch (error) {
        options.onFault(error, slug)
        const tried = (tries.get(run.id) ?? 0) + 1
        tries.set(run.id, tried)
        if (tried < MOST_TRIES) {
          await releaseClaim(db, run.id, worker)
          return
        }
        tries.delete(run.id)
        await inTransaction(db, async (tx) => {
          await changeRun(tx, run.id, { state: 'failed', worker: null, worker_until: null })
          await tellIn(tx, options.clock.now().toString(), importChanged(run.id))
        })
      }
      await releaseClaim(db, run.id, worker)
    }
  }

  async function forgetOld(db: Db): Promise<void> {
    const before = options.clock
      .now()
      .subtract({ hours: FORGOTTEN_DAYS * 24 })
      .toString()
    for (const { id } of await selectForgotten(db, before)) {
      await deleteParts(db, id)
      await changeRun(db, id, { state: 'cancelled', finished_at: options.clock.now().toString() })
    }
  }

  async function work(): Promise<void> {
    while (due.size > 0 && !stopped) {
      const [slug] = due
      if (slug === undefined) break
      due.delete(slug)
      const organization = options.organizations().find((one) => one.slug === slug)
      if (organization) await workFor(slug, organization.db).catch((error: unknown) => options.onFault(error, slug))
    }
    running = null
  }

  function poke(slug: string): void {
    if (stopped) return
    due.add(slug)
    running ??= work()
  }

  const timer = setInterval(() => {
    for (const { slug, db } of options.organizations()) {
      poke(slug)
      void forgetOld(db).catch((error: unknown) => options.onFault(error, slug))
    }
  }, EVERY_MS)

  return {
    poke,
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}
