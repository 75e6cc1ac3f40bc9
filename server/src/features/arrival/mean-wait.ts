import { Temporal } from '@foyer/kernel'
import type { StepRow } from './store.ts'

/** Mean whole minutes from arrival to a room over the visits that have both; null when none has. */
export function meanWaitMinutes(steps: readonly StepRow[]): number | null {
  const arrived = new Map<string, string>()
  const waits: number[] = []
  for (const step of steps) {
    if (step.to_status === 'arrived') arrived.set(step.appointment_id, step.at)
    const since = arrived.get(step.appointment_id)
    if (step.to_status !== 'roomed' || since === undefined) continue
    waits.push(Temporal.Instant.from(step.at).epochMilliseconds - Temporal.Instant.from(since).epochMilliseconds)
  }
  if (waits.length === 0) return null
  return Math.round(waits.reduce((sum, wait) => sum + wait, 0) / waits.length / 60_000)
}
