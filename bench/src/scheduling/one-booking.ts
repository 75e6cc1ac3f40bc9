import { build, now, type Row } from './practice.ts'

/** One booking taken or given back, in microseconds: many times over, on all resources in turn. */
export function bookingMicroseconds(rows: readonly Row[], days: number): number {
  const index = build(rows, days)
  const rounds = 20_000
  let took = 0
  for (const isMeasured of [false, true]) {
    const started = performance.now()
    for (let round = 0; round < rounds; round++) {
      const start = now + (round % days) * 86_400_000 + 4 * 3_600_000
      const id = `clinician-${round % rows.length}`
      const busy = { start, end: start + 1_800_000, lane: 0, visitTypeId: 'visit' }
      index.take(id, busy)
      index.give(id, busy)
    }
    if (isMeasured) took = performance.now() - started
  }
  return (took * 1000) / (rounds * 2)
}
