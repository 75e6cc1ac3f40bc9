import { CompiledQuery } from 'kysely'
import { PgBoss } from 'pg-boss'
import type { Reaction, RelayedEvent } from './event.ts'
import type { EnqueueIn } from './relay.ts'

/** The queue of work that follows from events. The only place that knows pg-boss. */
export interface Jobs {
  readonly enqueue: EnqueueIn
  stop(): Promise<void>
}

const QUEUE = 'reaction'

interface ReactionJob {
  readonly reaction: string
  readonly event: RelayedEvent
}

/** Tries again after 2, 4, 8 … seconds, ten times; then the job stays as failed and is told of. */
const retry = { retryLimit: 10, retryDelay: 2, retryBackoff: true }

export async function startJobs(options: {
  url: string
  reactions: readonly Reaction[]
  onFault: (error: unknown, details: { reaction?: string; event?: string; organization?: string }) => void
}): Promise<Jobs> {
  const byName = new Map(options.reactions.map((reaction) => [reaction.name, reaction]))
  const boss = new PgBoss({
    connectionString: options.url,
    schema: 'jobs',
    application_name: 'foyer jobs',
    max: 3,
    useListenNotify: true,
  })
  boss.on('error', (error: unknown) => options.onFault(error, {}))
  await boss.start()
  await boss.createQueue(QUEUE, { ...retry, notify: true })

  await boss.work<
    ReactionJob,
    object,
    {
      batchSize: 20
      burstWhenBatchFull: true
      perJobResults: true
      pollingIntervalSeconds: 1
      notifyPollingIntervalSeconds: 1
    }
  >(
    QUEUE,
    {
      batchSize: 20,
      burstWhenBatchFull: true,
      perJobResults: true,
      pollingIntervalSeconds: 1,
      notifyPollingIntervalSeconds: 1,
    },
    (jobs) =>
      Promise.all(
        jobs.map(async (job) => {
          try {
            await byName.get(job.data.reaction)?.run(job.data.event)
            return { id: job.id, status: 'completed' as const }
          } catch (error) {
            const { reaction, event } = job.data
            options.onFault(error, { reaction, event: event.type, organization: event.organization })
            return { id: job.id, status: 'failed' as const, output: { message: 'the reaction failed' } }
          }
        }),
      ),
  )

  return {
    enqueue: async (tx, events) => {
      const jobs = events.flatMap((event) =>
        options.reactions
          .filter((reaction) => reaction.on.includes(event.type))
          .map((reaction) => ({ data: { reaction: reaction.name, event } satisfies ReactionJob })),
      )
      if (jobs.length === 0) return
      await boss.insert(QUEUE, jobs, {
        db: {
          executeSql: async (text, values = []) => ({
            rows: [...(await tx.executeQuery(CompiledQuery.raw(text, [...values]))).rows],
          }),
        },
      })
    },
    stop: () => boss.stop({ graceful: true, timeout: 5000 }),
  }
}
