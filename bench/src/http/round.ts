import autocannon, { type Client, type Request } from 'autocannon'

export const CONNECTIONS = 10

export interface RoundResult {
  /** Answers per second, from the first after every connection had its list until the last. */
  readonly perSecond: number
  /** Milliseconds from request to answer, sorted. */
  readonly times: Float64Array
  /** Answers with 200 and with anything else, and requests that got none for another reason than the end. */
  readonly good: number
  readonly bad: number
  readonly lost: number
  /** For each connection how many answers it had; each asks in the order of its list. */
  readonly answered: readonly number[]
}

/** Each connection has a list of its own and begins anew at its end. `headers` go with every request. */
export async function runRound(
  url: string,
  seconds: number,
  lists: readonly (readonly Request[])[],
  headers: Readonly<Record<string, string>>,
): Promise<RoundResult> {
  const times: number[] = []
  const answered = lists.map(() => 0)
  let good = 0
  let bad = 0
  let firstAt = 0
  let lastAt = 0
  let sinceFirst = 0
  let next = 0
  const result = await autocannon({
    url,
    connections: lists.length,
    duration: seconds,
    setupClient: (client: Client) => {
      const index = next
      next += 1
      const list = lists[index] ?? []
      client.setRequests(list.map((request) => ({ ...request, headers: { ...headers, ...request.headers } })))
      client.on('response', (status: number, _bytes: number, ms: number) => {
        lastAt = performance.now()
        // While the lists of the last connections are made, the first ones stand still.
        if (firstAt > 0) sinceFirst += 1
        else if (next === lists.length) firstAt = lastAt
        answered[index] = (answered[index] ?? 0) + 1
        times.push(ms)
        if (status === 200) good += 1
        else bad += 1
      })
    },
  })
  return {
    perSecond: sinceFirst > 0 ? (sinceFirst * 1000) / (lastAt - firstAt) : 0,
    times: Float64Array.from(times).sort(),
    good,
    bad,
    lost: result.errors + result.timeouts,
    answered,
  }
}

/** Nearest rank: the smallest value that `share` of all do not exceed. */
export function percentile(sorted: Float64Array, share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}
