import type { Eligibility } from '@foyer/coverage'

/** Numbers of the segments that sentences of an answer rest on. */
export function pointedSegments(answer: Eligibility): ReadonlySet<number> {
  const { state, benefits, rejections, contradictions, gaps, otherPayers } = answer
  const pointers = [
    ...state.pointers,
    ...benefits.map(({ pointer }) => pointer),
    ...rejections.map(({ pointer }) => pointer),
    ...contradictions.flatMap((one) => one.pointers),
    ...gaps.flatMap((gap) => ('pointers' in gap ? gap.pointers : [])),
    ...otherPayers.map(({ pointer }) => pointer),
  ]
  return new Set(pointers.map(({ segment }) => segment))
}
