import type { Span } from './grid-geometry.ts'

/** The place of a box beside others: the `lane`th of `of`. */
export type Lane = { readonly lane: number; readonly of: number }

/**
 * Boxes that overlap stand side by side, each as wide as the others of its bunch; a box alone has the whole width. The
 * answer has the order of the question.
 */
export function packLanes(spans: readonly Span[]): readonly Lane[] {
  const order = spans.map((_, index) => index).sort((a, b) => compare(spans[a], spans[b]))
  const lanes: Lane[] = spans.map(() => ({ lane: 0, of: 1 }))
  let bunch: { index: number; lane: number }[] = []
  let ends: number[] = []
  const close = () => {
    for (const { index, lane } of bunch) lanes[index] = { lane, of: ends.length }
    bunch = []
    ends = []
  }
  for (const index of order) {
    const span = spans[index]
    if (!span) continue
    if (ends.length > 0 && ends.every((end) => end <= span.from)) close()
    const found = ends.findIndex((end) => end <= span.from)
    const lane = found < 0 ? ends.length : found
    ends[lane] = span.to
    bunch.push({ index, lane })
  }
  close()
  return lanes
}

function compare(a: Span | undefined, b: Span | undefined): number {
  if (!a || !b) return 0
  return a.from - b.from || b.to - a.to
}
