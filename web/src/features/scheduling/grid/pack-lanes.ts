import type { Span } from './grid-geometry.ts'

/** The place of a box beside others: the `lane`th of `of`. */
export type Lane = { readonly lane: number; readonly of: number }

export const alone: Lane = { lane: 0, of: 1 }

/**
 * Boxes that overlap stand side by side, each as wide as the others of its bunch; a box alone has the whole width. The
 * answer has the order of the question.
 *
 * @param needs what each needs for itself, where that is more or less than its span; those of a lane do not overlap either
 */
export function packLanes(spans: readonly Span[], needs: readonly Span[] = spans): readonly Lane[] {
  const order = spans.map((_, index) => index).sort((a, b) => compare(spans[a], spans[b]))
  const lanes: Lane[] = spans.map(() => alone)
  let bunch: { index: number; lane: number }[] = []
  /** The last of each lane. */
  let ends: { span: number; need: number }[] = []
  const close = () => {
    for (const { index, lane } of bunch) lanes[index] = { lane, of: ends.length }
    bunch = []
    ends = []
  }
  for (const index of order) {
    const [span, need] = [spans[index], needs[index]]
    if (!span || !need) continue
    const isBefore = (end: { span: number; need: number }) => end.span <= span.from && end.need <= need.from
    if (ends.length > 0 && ends.every(isBefore)) close()
    const found = ends.findIndex(isBefore)
    const lane = found < 0 ? ends.length : found
    ends[lane] = { span: span.to, need: need.to }
    bunch.push({ index, lane })
  }
  close()
  return lanes
}

function compare(a: Span | undefined, b: Span | undefined): number {
  if (!a || !b) return 0
  return a.from - b.from || b.to - a.to
}
