import type { Group, Interchange, TransactionSet } from '../interchange.ts'
import { delimitersOf } from './header.ts'
import type { SegmentView } from './segment-view.ts'

/** What an ISA says; without what the interchange holds. */
export type InterchangeHead = Omit<Interchange, 'groups' | 'segments'>
/** What a GS says. */
export type GroupHead = Omit<Group, 'sets' | 'segments'>
/** What an ST says. */
export type SetHead = Omit<TransactionSet, 'segments' | 'group' | 'interchange'>

/** What begins and ends around segments. What is open is ended before another of its kind begins, and at the end of a file. */
export interface EnvelopeHandler {
  beginInterchange(head: InterchangeHead): void
  beginGroup(head: GroupHead): void
  beginSet(head: SetHead): void
  endInterchange?(): void
  endGroup?(): void
  endSet?(): void
}

/** Says of each segment of a file in which interchange, group and set it stands. Sets without a GS are in a group without fields. */
export class EnvelopeFollower {
  readonly #handler: EnvelopeHandler
  #hasInterchange = false
  #hasGroup = false
  #hasSet = false
  #version = ''

  constructor(handler: EnvelopeHandler) {
    this.#handler = handler
  }

  /** @returns where it stands: ST and SE in their set, GS and GE in their group, ISA, TA1 and IEA in the interchange alone */
  take(view: SegmentView): 'interchange' | 'group' | 'set' {
    const { place, tag } = view
    if (!this.#hasInterchange || tag === 'ISA') {
      this.end()
      this.#hasInterchange = true
      this.#handler.beginInterchange(interchangeHead(view))
    }
    if (tag === 'GS' || (place.group === 0 && place.set > 0 && !this.#hasGroup)) {
      this.#endGroup()
      this.#hasGroup = true
      const head = groupHead(view)
      this.#version = head.version
      this.#handler.beginGroup(head)
    } else if (place.group === 0 && place.set === 0) this.#endGroup()
    if (tag === 'ST' && this.#hasGroup) {
      this.#endSet()
      this.#hasSet = true
      this.#handler.beginSet(setHead(view, this.#version))
    }
    if (place.set > 0 && this.#hasSet) return 'set'
    this.#endSet()
    return this.#hasGroup ? 'group' : 'interchange'
  }

  /** Of the file. */
  end(): void {
    this.#endGroup()
    if (this.#hasInterchange) this.#handler.endInterchange?.()
    this.#hasInterchange = false
  }

  #endGroup(): void {
    this.#endSet()
    if (this.#hasGroup) this.#handler.endGroup?.()
    this.#hasGroup = false
  }

  #endSet(): void {
    if (this.#hasSet) this.#handler.endSet?.()
    this.#hasSet = false
  }
}

function interchangeHead(isa: SegmentView): InterchangeHead {
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
    position: isa.position,
  }
}

/** @param segment the GS, or the first segment of a set that has none */
function groupHead(segment: SegmentView): GroupHead {
  const text = (element: number): string => (segment.tag === 'GS' ? segment.text(element).trim() : '')
  return {
    functionalId: text(1),
    senderId: text(2),
    receiverId: text(3),
    date: text(4),
    time: text(5),
    controlNumber: text(6),
    version: text(8),
    position: segment.position,
  }
}

function setHead(st: SegmentView, version: string): SetHead {
  return {
    code: st.text(1).trim(),
    version: st.text(3).trim() || version,
    controlNumber: st.text(2).trim(),
    position: st.position,
  }
}
