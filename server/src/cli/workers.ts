import cluster, { type Worker } from 'node:cluster'
import { setTimeout as wait } from 'node:timers/promises'
import { UsageError } from './command.ts'

export interface WorkersOptions {
  readonly count: number
  /** What the processes are told besides the environment of this one. */
  readonly env: Readonly<Record<string, string>>
  readonly onEvent: (event: string) => void
}

export interface Workers {
  readonly address: string
  stop(): Promise<void>
}

/** One that ends at once again and again does not take the machine with it. */
const againAfterMs = 1000

/**
 * Several server processes beside each other on one port: the operating system's connections go to one after the other. Each has a
 * pool, a warm index and jobs of its own and hears of the others through the database. One that ends is replaced.
 */
export async function startWorkers({ count, env, onEvent }: WorkersOptions): Promise<Workers> {
  const living = new Set<Worker>()
  let isStopping = false

  function fork(): Promise<string> {
    const worker = cluster.fork(env)
    living.add(worker)
    worker.once('exit', () => {
      living.delete(worker)
      if (isStopping) return
      onEvent('server.process-ended')
      void replace()
    })
    return new Promise((resolve, reject) => {
      worker.once('message', (said: { readonly address: string } | { readonly fault: string }) => {
        if ('address' in said) resolve(said.address)
        else reject(new UsageError(said.fault))
      })
      worker.once('exit', () => reject(new Error('a server process ended before it was ready')))
    })
  }

  async function replace(): Promise<void> {
    await wait(againAfterMs)
    if (isStopping) return
    try {
      await fork()
    } catch {
      onEvent('server.process-failed')
    }
  }

  async function stop(): Promise<void> {
    isStopping = true
    const ended = [...living].map((worker) => new Promise<void>((resolve) => worker.once('exit', () => resolve())))
    for (const worker of living) worker.process.kill('SIGTERM')
    await Promise.all(ended)
  }

  try {
    // One first: when it cannot have the port, one says so.
    const address = await fork()
    await Promise.all(Array.from({ length: count - 1 }, fork))
    return { address, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Whether this process is one of several, and so neither starts a database nor speaks to whoever started it. */
export const isWorker = cluster.isWorker

/** Tells the process that started this one. */
export function tellStarter(said: { readonly address: string } | { readonly fault: string }): void {
  process.send?.(said)
}

/** The line to who started this process would keep it alive. */
export function leaveStarter(): void {
  if (process.connected) process.disconnect()
}
