import type { Finding } from '../finding.ts'
import type { Group, Interchange, Reading, TransactionSet } from '../interchange.ts'
import { Cutter } from './cutter.ts'
import { encode } from './decode.ts'
import { EnvelopeFollower } from './follow-envelopes.ts'
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
  const follower = new EnvelopeFollower({
    beginInterchange(head) {
      interchange = { ...head, groups: [], segments: [] }
      interchanges.push(interchange)
    },
    beginGroup(head) {
      group = { ...head, sets: [], segments: [] }
      interchange?.groups.push(group)
    },
    beginSet(head) {
      if (!group || !interchange) return
      set = { ...head, segments: [], group, interchange }
      group.sets.push(set)
    },
  })
  const segment = (view: SegmentView): void => {
    const kept = view.copy()
    const where = follower.take(kept)
    const list = where === 'set' ? set : where === 'group' ? group : interchange
    list?.segments.push(kept)
  }
  const cutter = new Cutter(page, { segment, finding: (finding) => void findings.push(finding) }, true)
  cutter.read(0, bytes.length, true)
  cutter.close(bytes.length)
  return { interchanges, findings }
}
