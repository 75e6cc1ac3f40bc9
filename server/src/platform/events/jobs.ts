import { CompiledQuery } from 'kysely'
import { PgBoss } from 'pg-boss'
import type { Reaction, RelayedEvent } from './event.ts'
import { yieldToTheDesk } from './pace.ts'
import type { EnqueueIn } from './relay.ts'

/** The queues of work that follows from events, one a reaction. The only place that knows pg-boss. */
export interface Jobs {
  readonly enqueue: EnqueueIn
  stop(): Promise<void>
}

/** Done beside each other; the desk goes before each lot. */
const LOT = 20

/** Tries again after 2, 4, 8 … seconds, ten times; then the job stays as failed and is told of. */
const retry = { retryLimit: 10, retryDelay: 2, retryBackoff: true }

/** Fetched together, because each fetch costs as much as several jobs; polling only backs the notices up. */
const pace = {
  batchSize: 100,
  burstWhenBatchFull: true,
  perJobResults: true,
  pollingIntervalSeconds: 1,
  notifyPollingIntervalSeconds: 1,
} as const

export async function startJobs(options: {
  url: string
  reactions: readonly Reaction[]
  onFault: (error: unknown, details: { reaction?: string; event?: string; organization?: string }) => void
}): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: options.url,
    schema: 'jobs',
    application_name: 'foyer jobs',
    max: 3,
    // What a crash of the database takes back of the queue's own marks is done again, as after a crash of the server.
    options: '-c synchronous_commit=off',
    useListenNotify: true,
  })
  boss.on('error', (error: unknown) => options.onFault(error, {}))
  await boss.start()
  // A queue each: a mail server that hangs holds up mail and nothing else.
  for (const reaction of options.reactions) {
    await boss.createQueue(reaction.name, { ...retry, notify: true })
    await boss.work<RelayedEvent, object, typeof pace>(reaction.name, pace, async (jobs) => {
      const done: Awaited<ReturnType<typeof react>>[] = []
      for (let at = 0; at < jobs.length; at += LOT) {
        await yieldToTheDesk()
        done.push(...(await Promise.all(jobs.slice(at, at + LOT).map((job) => react(reaction, job)))))
      }
      return done
    })
  }

  async function react(reaction: Reaction, { id, data: event }: { readonly id: string; readonly data: RelayedEvent }) {
    try {
      await reaction.run(event)
      return { id, status: 'completed' as const }
    } catch (error) {
      options.onFault(error, { reaction: reaction.name, event: event.type, organization: event.organization })
      return { id, status: 'failed' as const, output: { message: 'the reaction failed' } }
    }
  }

  return {
    enqueue: async (tx, events) => {
      const db = {
        executeSql: async (text: string, values: unknown[] = []) => ({
          rows: [...(await tx.executeQuery(CompiledQuery.raw(text, [...values]))).rows],
        }),
      }
      for (const reaction of options.reactions) {
        const jobs = events.filter((event) => reaction.on.includes(event.type)).map((data) => ({ data }))
        if (jobs.length > 0) await boss.insert(reaction.name, jobs, { db })
      }
    },
    stop: () => boss.stop({ graceful: true, timeout: 5000 }),
  }
}
