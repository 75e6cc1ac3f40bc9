import { dayBounds } from '@foyer/kernel'

/**
 * From the first instant of one civil day until the last of another at a place, as an endpoint takes it: `until` is not in it.
 * What is null has no end on that side.
 */
export function daySpan(first: string | null, last: string | null, zone: string): { from?: string; until?: string } {
  return {
    ...(first === null ? {} : { from: dayBounds(first, zone).start.toString() }),
    ...(last === null ? {} : { until: dayBounds(last, zone).end.toString() }),
  }
}
