import { parentPort } from 'node:worker_threads'
import loadHighs from 'highs'

/** Asked of the worker. */
export interface SolveOrder {
  readonly id: number
  readonly programme: string
  readonly limitSeconds: number
}

/** What the worker answers; null where there is no solution to speak of. */
export interface SolveAnswer {
  readonly id: number
  readonly solution: { readonly isOptimal: boolean; readonly values: readonly (readonly [string, number])[] } | null
}

const found: ReadonlySet<string> = new Set(['Optimal', 'Time limit reached'])

// The types are those of its CommonJS build, in which the loader is a field; what is loaded is the ES module.
const load = loadHighs as unknown as typeof loadHighs.default
const highs = await load()

function answer({ id, programme, limitSeconds }: SolveOrder): SolveAnswer {
  try {
    // The gap by which it may stop early is closed: "optimal" then means that nothing is better.
    const { Status, Columns } = highs.solve(programme, {
      time_limit: limitSeconds,
      mip_rel_gap: 0,
      output_flag: false,
      random_seed: 1,
    })
    if (!found.has(Status)) return { id, solution: null }
    const values = Object.entries(Columns).map(
      ([name, column]) => [name, 'Primal' in column ? column.Primal : 0] as const,
    )
    return { id, solution: { isOptimal: Status === 'Optimal', values } }
  } catch {
    return { id, solution: null }
  }
}

parentPort?.on('message', (order: SolveOrder) => parentPort?.postMessage(answer(order), []))
