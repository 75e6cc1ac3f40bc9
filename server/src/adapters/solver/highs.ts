import { Worker } from 'node:worker_threads'
import type { Solution, Solver } from '../../platform/ports/solver.ts'
import type { SolveAnswer, SolveOrder } from './highs-worker.ts'

/** Loading takes time, and a solver that does not stop by itself is ended. */
const graceMs = 2000
/** After this without an order the worker is let go, and its memory with it. */
const idleMs = 60_000

interface Waiting {
  readonly resolve: (solution: Solution | null) => void
  readonly giveUp: NodeJS.Timeout
}

/**
 * HiGHS (MIT, compiled to WebAssembly) in a worker thread of its own, started with the first order. It never rejects: a
 * worker that dies or hangs answers null, and the next order gets a new one.
 */
export function highsSolver(script: URL = new URL('./highs-worker.ts', import.meta.url)): Solver {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let idle: NodeJS.Timeout | null = null
  let last = 0

  function settle(id: number, solution: Solution | null): void {
    const one = waiting.get(id)
    if (!one) return
    clearTimeout(one.giveUp)
    waiting.delete(id)
    one.resolve(solution)
    if (waiting.size > 0) return
    idle = setTimeout(() => void end(), idleMs).unref()
  }

  /** Orders wait in one line: when one hangs, those behind it are lost as well. */
  async function end(): Promise<void> {
    const ending = worker
    worker = null
    for (const id of waiting.keys()) settle(id, null)
    if (idle) clearTimeout(idle)
    await ending?.terminate()
  }

  function start(): Worker {
    const started = new Worker(script)
    started.unref()
    const lost = (): void => {
      if (worker === started) void end()
    }
    started.on('error', lost)
    started.on('exit', lost)
    started.on('message', ({ id, solution }: SolveAnswer) =>
      settle(id, solution && { isOptimal: solution.isOptimal, values: new Map(solution.values) }),
    )
    return started
  }

  return {
    solve: (programme, limitMs) =>
      new Promise((resolve) => {
        if (idle) clearTimeout(idle)
        const id = ++last
        const giveUp = setTimeout(() => void end(), limitMs + graceMs)
        waiting.set(id, { resolve, giveUp })
        worker ??= start()
        worker.postMessage({ id, programme, limitSeconds: limitMs / 1000 } satisfies SolveOrder, [])
      }),
    stop: end,
  }
}
