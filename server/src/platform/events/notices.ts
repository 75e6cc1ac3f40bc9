import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Pool } from '../database/pool.ts'

/** Between the processes of one installation: something changed, look again. Lost notices only delay. */
export interface Notices<T> {
  send(notice: T): void
  stop(): Promise<void>
}

const CHANNEL = 'foyer_live'
/** NOTIFY takes at most 8,000 bytes. */
const MOST_BYTES = 7500
const GATHER_MS = 15

/**
 * One connection listens; what is sent is gathered for a moment, because each NOTIFY takes a lock that commits wait for.
 * `onGap` is called after the listener was away: notices may have been missed.
 */
export async function openNotices<T>(options: {
  url: string
  pool: Pool
  on: (notice: T) => void
  onGap: () => void
  onError: (error: Error) => void
}): Promise<Notices<T>> {
  const self = randomUUID()
  let stopped = false
  let client: pg.Client | null = null
  let waiting: T[] = []
  let timer: NodeJS.Timeout | null = null

  async function listen(): Promise<void> {
    const next = new pg.Client({ connectionString: options.url, application_name: 'foyer notices', keepAlive: true })
    next.on('error', (error) => {
      options.onError(error)
      void reconnect(next)
    })
    next.on('notification', ({ payload }) => {
      const { from, notices } = JSON.parse(payload ?? '{}') as { from?: string; notices?: T[] }
      if (from !== self) for (const notice of notices ?? []) options.on(notice)
    })
    try {
      await next.connect()
      await next.query(`listen ${CHANNEL}`)
    } catch (error) {
      await next.end().catch(() => {})
      throw error
    }
    client = next
    if (stopped) await next.end().catch(() => {})
  }

  async function reconnect(lost: pg.Client): Promise<void> {
    if (stopped || client !== lost) return
    client = null
    await lost.end().catch(() => {})
    for (let wait = 200; !stopped; wait = Math.min(wait * 2, 5000)) {
      await new Promise((resolve) => setTimeout(resolve, wait))
      try {
        await listen()
        return options.onGap()
      } catch (error) {
        options.onError(error as Error)
      }
    }
  }

  async function flush(): Promise<void> {
    timer = null
    let group: T[] = []
    let length = 0
    const groups: T[][] = []
    for (const notice of waiting) {
      const own = Buffer.byteLength(JSON.stringify(notice)) + 1
      if (group.length > 0 && length + own > MOST_BYTES) {
        groups.push(group)
        group = []
        length = 0
      }
      group.push(notice)
      length += own
    }
    if (group.length > 0) groups.push(group)
    waiting = []
    for (const notices of groups)
      await options.pool.pg
        .query('select pg_notify($1, $2)', [CHANNEL, JSON.stringify({ from: self, notices })])
        .catch(options.onError)
  }

  await listen()
  return {
    send: (notice) => {
      waiting.push(notice)
      timer ??= setTimeout(() => void flush(), GATHER_MS)
    },
    stop: async () => {
      stopped = true
      if (timer) {
        clearTimeout(timer)
        await flush()
      }
      await client?.end().catch(() => {})
    },
  }
}
