import { Temporal } from '@foyer/kernel'
import type { Interval } from '../interval.ts'
import type { KnownTime } from './known.ts'

/** @param instant in UTC with a final Z */
export function msOf(instant: string): number {
  return Temporal.Instant.from(instant).epochMilliseconds
}

export function intervalOf({ start, end }: KnownTime): Interval {
  return { start: msOf(start), end: msOf(end) }
}

/** Texts of instants in UTC stand in the order of the instants, so that hundreds of them need not be read. */
export function textOf(ms: number): string {
  return Temporal.Instant.fromEpochMilliseconds(ms).toString()
}
