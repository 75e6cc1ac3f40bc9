import { datesBetween, type Interval, localDays, merge, type OpeningRequest, subtract } from '@foyer/scheduling'
import type { Row } from './practice.ts'

const minuteMs = 60_000

interface Option {
  readonly start: number
  readonly leadId: string
}

/**
 * How many openings there are by the least code on lists of intervals: hours minus what is taken, then for every civil day
 * and every clinician a walk over the grid where there is room. Like the bare scan it knows no wishes, sessions, lanes,
 * ranks or reasons.
 */
export function walkOpenings(rows: readonly Row[], request: OpeningRequest): number {
  const { visitType, zone, from, to } = request
  const days = localDays(datesBetween(from, to), zone)
  const free = new Map(rows.map(({ id, sessions, busy }) => [id, subtract(merge(sessions), busy)]))
  const length = visitType.durationMinutes * minuteMs
  const grid = (visitType.gridMinutes ?? 10) * minuteMs
  const options: Option[] = []
  for (const day of days) {
    for (const stretch of day.stretches) {
      for (const leadId of visitType.roles[0]?.candidates ?? []) {
        const times = free.get(leadId) ?? []
        for (let index = firstEndingAfter(times, stretch.start); index < times.length; index++) {
          const time = times[index]
          if (!time || time.start >= stretch.end) break
          const earliest = Math.max(time.start, stretch.start)
          const latest = Math.min(time.end - length, stretch.end - 1)
          const first = stretch.midnight + Math.ceil((earliest - stretch.midnight) / grid) * grid
          for (let start = first; start <= latest; start += grid) options.push({ start, leadId })
        }
      }
    }
  }
  return options.length
}

function firstEndingAfter(merged: readonly Interval[], instant: number): number {
  let low = 0
  let high = merged.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((merged[middle]?.end ?? Infinity) > instant) high = middle
    else low = middle + 1
  }
  return low
}
