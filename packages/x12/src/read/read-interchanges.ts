import type { Finding } from '../finding.ts'
import type { Group, Interchange, Reading, TransactionSet } from '../interchange.ts'
import type { Segment } from '../segment.ts'
import { Cutter } from './cutter.ts'
import { encode } from './decode.ts'
import { delimitersOf } from './header.ts'
import { Page } from './page.ts'
import type { SegmentView } from './segment-view.ts'

type Growing<T, K extends keyof T> = Omit<T, K> & { [key in K]: T[key] extends readonly (infer E)[] ? E[] : never }
type GrowingInterchange = Growing<Interchange, 'groups' | 'segments'>
type GrowingGroup = Growing<Group, 'sets' | 'segments'>
type GrowingSet = Growing<TransactionSet, 'segments'>

/** A segment is 20 to 40 bytes, an element 4 to 8; the list grows where a file has more. */
const bytesAnOffset = 5

/**
 * Reads a file of X12 interchanges, whatever its delimiters and line breaks. Never throws on input: what is wrong is in
 * the findings, what can be read is in the interchanges.
 *
 * @param input bytes, or text; positions count bytes, of UTF-8 where it is text
 */
export function readInterchanges(input: string | Uint8Array): Reading {
  const bytes = typeof input === 'string' ? encode(input) : input
  const page = new Page(bytes, 0, Math.ceil(bytes.length / bytesAnOffset) + 64)
  const interchanges: Interchange[] = []
  const findings: Finding[] = []
  let interchange: GrowingInterchange | null = null
  let group: GrowingGroup | null = null
  let set: GrowingSet | null = null
  const segment = (view: SegmentView): void => {
    const kept = view.copy()
    const { place } = kept
    if (!interchange || view.tag === 'ISA') {
      interchange = interchangeOf(kept)
      interchanges.push(interchange)
      group = null
      set = null
    }
    if (view.tag === 'GS' || (place.group === 0 && place.set > 0 && !group)) {
      group = groupOf(kept)
      interchange.groups.push(group)
      set = null
    } else if (place.group === 0 && place.set === 0) group = null
    if (view.tag === 'ST' && group) {
      set = setOf(kept, group, interchange)
      group.sets.push(set)
    }
    if (place.set > 0 && set) set.segments.push(kept)
    else if (group) group.segments.push(kept)
    else interchange.segments.push(kept)
  }
  const cutter = new Cutter(page, { segment, finding: (finding) => void findings.push(finding) }, true)
  cutter.read(0, bytes.length, true)
  cutter.close(bytes.length)
  return { interchanges, findings }
}

function interchangeOf(isa: SegmentView): GrowingInterchange {
  const text = (element: number): string => isa.text(element).trim()
  const usage = text(15).toUpperCase()
  return {
    senderQualifier: text(5),
    senderId: text(6),
    receiverQualifier: text(7),
    receiverId: text(8),
    date: text(9),
    time: text(10),
    version: text(12),
    controlNumber: text(13),
    isAcknowledgementRequested: text(14) === '1',
    usage: usage === 'P' || usage === 'T' ? usage : null,
    delimiters: delimitersOf(isa.place.marks),
    groups: [],
    segments: [],
    position: isa.position,
  }
}

/** @param segment the GS, or the first segment of a set that has none */
function groupOf(segment: SegmentView): GrowingGroup {
  const text = (element: number): string => (segment.tag === 'GS' ? segment.text(element).trim() : '')
  return {
    functionalId: text(1),
    senderId: text(2),
    receiverId: text(3),
    date: text(4),
    time: text(5),
    controlNumber: text(6),
    version: text(8),
    sets: [],
    segments: [],
    position: segment.position,
  }
}

function setOf(st: Segment, group: GrowingGroup, interchange: GrowingInterchange): GrowingSet {
  return {
    code: st.text(1).trim(),
    version: st.text(3).trim() || group.version,
    controlNumber: st.text(2).trim(),
    segments: [],
    position: st.position,
    group,
    interchange,
  }
}
