import { dateAt, Temporal } from '@foyer/kernel'
import type { Times } from './grid-geometry.ts'

/** Closed over a midnight: it is changed whole, in its window. */
export function lastsForDays({ start, end }: Times, zone: string): boolean {
  const dateOf = (ms: number) => dateAt(Temporal.Instant.fromEpochMilliseconds(ms), zone)
  return dateOf(Date.parse(start)) !== dateOf(Date.parse(end) - 1)
}
