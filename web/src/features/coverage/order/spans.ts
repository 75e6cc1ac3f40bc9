import { daysBetween } from '@foyer/kernel'
import type { Policy } from './shapes.ts'

export interface Span {
  readonly coverageId: string
  /** Percent of the whole width, from its left edge. */
  readonly from: number
  readonly width: number
  readonly isOpenAhead: boolean
}

export interface Spans {
  readonly first: string
  readonly last: string
  /** Percent at which the date lies. */
  readonly at: number
  readonly spans: readonly Span[]
}

const least = 1

function shifted(date: string, years: number): string {
  return `${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4) === '-02-29' ? '-02-28' : date.slice(4)}`
}

/** Policies as bars on one scale, from the earliest first day (at most six years back) to a year ahead. */
export function spansOf(
  policies: readonly Pick<Policy, 'coverageId' | 'periodStart' | 'periodEnd'>[],
  on: string,
): Spans {
  const begins = policies.flatMap(({ periodStart }) => periodStart ?? [])
  const farthest = shifted(on, -6)
  const earliest = begins.toSorted()[0] ?? shifted(on, -1)
  const first = earliest < farthest ? farthest : earliest < on ? earliest : shifted(on, -1)
  const last = shifted(on, 1)
  const whole = Math.max(1, daysBetween(first, last))
  const place = (date: string): number => Math.min(100, Math.max(0, (daysBetween(first, date) / whole) * 100))
  return {
    first,
    last,
    at: place(on),
    spans: policies.map(({ coverageId, periodStart, periodEnd }) => {
      const from = Math.min(place(periodStart ?? first), 100 - least)
      const to = place(periodEnd ?? last)
      return { coverageId, from, width: Math.max(least, to - from), isOpenAhead: periodEnd === null }
    }),
  }
}
