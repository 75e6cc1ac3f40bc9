import { overlaps, type Span } from './grid-geometry.ts'

/** The place of a box beside others: the `lane`th of `of`. */
export type Lane = { readonly lane: number; readonly of: number }

export const alone: Lane = { lane: 0, of: 1 }

type Packed = { readonly index: number; readonly span: Span; readonly need: Span; lane: number; bunch: Bunch }

type Bunch = { readonly boxes: Packed[]; lanes: number }

/**
 * Boxes that overlap stand side by side, each as wide as the others of its bunch; a box alone has the whole width. The
 * answer has the order of the question.
 *
 * @param needs what each needs for itself, where that is more or less than its span; those of a lane do not overlap either
 */
export function packLanes(spans: readonly Span[], needs: readonly Span[] = spans): readonly Lane[] {
  const all = spans
    .map(
      (span, index): Packed => ({ index, span, need: needs[index] ?? span, lane: 0, bunch: { boxes: [], lanes: 0 } }),
    )
    .sort((a, b) => low(a) - low(b) || b.span.to - a.span.to)
  /** Of those before, whoever reaches as far as the next. */
  let near: Packed[] = []
  for (const one of all) {
    near = near.filter((other) => high(other) > low(one))
    const beside = near.filter((other) => overlaps(one.span, other.span) || overlaps(one.need, other.need))
    const taken = new Set(beside.map(({ lane }) => lane))
    while (taken.has(one.lane)) one.lane++
    one.bunch = beside[0]?.bunch ?? one.bunch
    one.bunch.boxes.push(one)
    one.bunch.lanes = Math.max(one.bunch.lanes, one.lane + 1)
    for (const { bunch } of beside) join(bunch, one.bunch)
    near.push(one)
  }
  const lanes: Lane[] = spans.map(() => alone)
  for (const { index, lane, bunch } of all) lanes[index] = { lane, of: bunch.lanes }
  return lanes
}

function join(from: Bunch, into: Bunch): void {
  if (from === into) return
  for (const box of from.boxes) box.bunch = into
  into.boxes.push(...from.boxes)
  into.lanes = Math.max(into.lanes, from.lanes)
}

function low({ span, need }: Packed): number {
  return Math.min(span.from, need.from)
}

function high({ span, need }: Packed): number {
  return Math.max(span.to, need.to)
}
