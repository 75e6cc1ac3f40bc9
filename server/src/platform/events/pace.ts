import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'

/** Share of the time the process may be busy before work that can wait does wait. */
const BUSY = 0.6
const LOOK_MS = 40
const LONGEST_WAIT_MS = 2000

/** The desk goes first: resolves when the process has time to spare, or after a while all the same, so that nothing starves. */
export async function yieldToTheDesk(): Promise<void> {
  for (let waited = 0; waited < LONGEST_WAIT_MS; waited += LOOK_MS) {
    const before = performance.eventLoopUtilization()
    await sleep(LOOK_MS)
    if (performance.eventLoopUtilization(before).utilization < BUSY) return
  }
}
