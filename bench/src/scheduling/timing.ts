export interface Timed {
  readonly median: number
  readonly runs: number
}

const warmUp = 30

/** Medians in milliseconds of several pieces of work, which take turns so that what the machine does besides hits all. */
export function timeInTurn(work: Readonly<Record<string, () => unknown>>, runs: number): ReadonlyMap<string, Timed> {
  const names = Object.keys(work)
  const times = new Map<string, number[]>(names.map((name) => [name, []]))
  for (let run = -Math.min(warmUp, runs); run < runs; run++) {
    for (const name of names) {
      const started = performance.now()
      work[name]?.()
      const took = performance.now() - started
      if (run >= 0) times.get(name)?.push(took)
    }
  }
  return new Map(names.map((name) => [name, { median: medianOf(times.get(name) ?? []), runs }]))
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}
