import { type Interchange, readInterchanges, type Segment, type TransactionSet } from '@foyer/x12'

/** What a TA1 or a 999 says of a file of questions that went out under a number. */
export interface Acknowledged {
  readonly controlNumber: number
  /** Whom it is for (ISA08). */
  readonly receiverId: string
  /** Date and time of the interchange it speaks of, as its ISA has them; null in a 999, which names none. */
  readonly stamp: string | null
  /** Why all of it was rejected, in its codes; null where it was not. */
  readonly rejected: string | null
  /** The same of single sets, by ST02. */
  readonly sets: ReadonlyMap<string, string>
  /** Segments that say so of the whole, and of single sets. */
  readonly segments: readonly Segment[]
  readonly segmentsOf: ReadonlyMap<string, readonly Segment[]>
}

/** X12 data elements 715 and 717: rejected, whatever for. */
const rejecting = new Set(['R', 'M', 'W', 'X'])

/** Acknowledgements of a file of nothing else; null where anything else is in it. Never throws. */
export function acknowledgedIn(payload: Uint8Array): readonly Acknowledged[] | null {
  const { interchanges } = readInterchanges(payload)
  const all = interchanges.flatMap((interchange) => {
    const sets = interchange.groups.flatMap((group) => group.sets)
    const notes = interchange.segments.filter(({ tag }) => tag === 'TA1')
    return [...notes.map((ta1) => ofInterchange(interchange, ta1)), ...sets.map(ofGroup)]
  })
  return all.length === 0 || all.includes(null) ? null : all.filter((one) => one !== null)
}

/** TA1: 01 the number, 02 and 03 date and time of the interchange, 04 the verdict, 05 the reason. */
function ofInterchange({ receiverId }: Interchange, ta1: Segment): Acknowledged {
  return {
    controlNumber: Number(ta1.text(1)),
    receiverId,
    stamp: stampOf({ date: ta1.text(2), time: ta1.text(3) }),
    rejected: ta1.text(4) === 'R' ? codes('TA1', ta1, [4, 5]) : null,
    sets: new Map(),
    segments: [ta1],
    segmentsOf: new Map(),
  }
}

/** 999 about a group of eligibility questions (AK101 = HS, AK102 its number). Null for any other set. */
function ofGroup({ code, segments, interchange }: TransactionSet): Acknowledged | null {
  const ak1 = segments.find(({ tag }) => tag === 'AK1')
  if (code !== '999' || ak1?.text(1) !== 'HS') return null
  const sets = new Map<string, string>()
  const segmentsOf = new Map<string, Segment[]>()
  let own: Segment[] = []
  for (const segment of segments) {
    if (segment.tag === 'AK2') segmentsOf.set(segment.text(2), (own = []))
    if (['AK2', 'IK3', 'CTX', 'IK4', 'IK5'].includes(segment.tag)) own.push(segment)
    if (segment.tag === 'IK5' && rejecting.has(segment.text(1)))
      sets.set(own[0]?.text(2) ?? '', codes('999', segment, [1, 2, 3, 4, 5, 6]))
  }
  const ak9 = segments.find(({ tag }) => tag === 'AK9')
  return {
    controlNumber: Number(ak1.text(2)),
    receiverId: interchange.receiverId,
    stamp: null,
    rejected: ak9 && rejecting.has(ak9.text(1)) ? codes('999', ak9, [1, 5, 6, 7, 8, 9]) : null,
    sets,
    segments: [ak1, ...(ak9 ? [ak9] : [])],
    segmentsOf,
  }
}

function codes(of: string, segment: Segment, elements: readonly number[]): string {
  return [of, ...elements.map((element) => segment.text(element)).filter((text) => text !== '')].join(' ')
}

function stampOf({ date, time }: Pick<Interchange, 'date' | 'time'>): string {
  return `${date} ${time.slice(0, 4)}`
}

/** What was asked: when it says it was sent, and the number of the set of each trace. */
export function askedIn(request: string): {
  readonly stamp: string | null
  readonly setOf: ReadonlyMap<string, string>
} {
  const [interchange] = readInterchanges(request).interchanges
  const setOf = new Map<string, string>()
  for (const { controlNumber, segments } of interchange?.groups.flatMap((group) => group.sets) ?? [])
    for (const segment of segments) if (segment.tag === 'TRN') setOf.set(segment.text(2), controlNumber)
  return { stamp: interchange ? stampOf(interchange) : null, setOf }
}
