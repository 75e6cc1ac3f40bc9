import type { TransactionSet } from '../interchange.ts'
import type { Segment } from '../segment.ts'

/** One of the people, claims or answers that a set tells of, counted in their order; nobody is named. */
export interface PartOfSet {
  readonly kind: 'person' | 'claim' | 'answer'
  /** From 1. */
  readonly number: number
  readonly of: number
}

/** HL03 of subscribers, dependents and patients. */
const people = new Set(['22', '23', 'PT'])

/** Whom or what a segment of the set is about; null for what is about the whole of it. */
export function partsOf({
  code,
  segments,
}: Pick<TransactionSet, 'code' | 'segments'>): (segment: number) => PartOfSet | null {
  const kind = kindOf(code)
  const turns: { readonly segment: number; readonly number: number }[] = []
  let count = 0
  for (const segment of segments) {
    const turn = turnOf(segment, code)
    if (turn === 'begins') count++
    if (turn !== null) turns.push({ segment: segment.position.segment, number: turn === 'begins' ? count : 0 })
  }
  return (segment) => {
    let [from, to] = [0, turns.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if ((turns[middle]?.segment ?? 0) <= segment) from = middle + 1
      else to = middle
    }
    const number = turns[from - 1]?.number ?? 0
    return number === 0 ? null : { kind, number, of: count }
  }
}

/** The same of a set that streams, for whoever has counted before how many there are. */
export function partCounter(code: string): {
  take(segment: Segment): void
  now(of: number): PartOfSet | null
  readonly count: number
} {
  const kind = kindOf(code)
  let count = 0
  let number = 0
  return {
    take(segment) {
      const turn = turnOf(segment, code)
      if (turn === 'begins') count++
      if (turn !== null) number = turn === 'begins' ? count : 0
    },
    now: (of) => (number === 0 ? null : { kind, number, of }),
    get count() {
      return count
    },
  }
}

function kindOf(code: string): PartOfSet['kind'] {
  return code === '835' ? 'claim' : code === '999' ? 'answer' : 'person'
}

/** Whether another part begins here, or what is about the whole set. */
function turnOf(segment: Segment, code: string): 'begins' | 'ends' | null {
  const { tag } = segment
  if (code === '835') return tag === 'CLP' ? 'begins' : tag === 'LX' || tag === 'PLB' ? 'ends' : null
  if (code === '999') return tag === 'AK2' ? 'begins' : tag === 'AK9' ? 'ends' : null
  if (tag !== 'HL') return null
  const level = segment.text(3)
  if (people.has(level)) return 'begins'
  // An event and a service (278) are of the person above.
  return level === 'EV' || level === 'SS' ? null : 'ends'
}
