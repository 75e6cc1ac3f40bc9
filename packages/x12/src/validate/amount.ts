import { SegmentView } from '../read/segment-view.ts'
import type { Segment } from '../segment.ts'

/** An amount of money in cents; 0 for what is none. */
function centsOf(text: string): number {
  const amount = Number(text)
  return Number.isFinite(amount) ? Math.round(amount * 100) : 0
}

/** The same of an element of a segment. */
export function centsOfElement(segment: Segment, element: number): number {
  const cents = segment instanceof SegmentView ? segment.cents(element) : null
  return cents ?? centsOf(segment.text(element))
}

/** Cents as X12 writes them: `12.5`. */
export function shownCents(cents: number): string {
  return (cents / 100).toFixed(2)
}

/** The sum of a segment's amounts at these elements (ascending), in cents. */
export function sumOf(segment: Segment, elements: readonly number[]): number {
  let sum = 0
  const { size } = segment
  for (const element of elements) {
    if (element > size) break
    sum += centsOfElement(segment, element)
  }
  return sum
}
