import type { Finding } from '../finding.ts'
import { binaryAt } from './binary.ts'
import { Envelopes } from './envelopes.ts'
import { FindingGate } from './findings.ts'
import { findMarks, isHeaderAt, isHeaderStart, type Marks } from './header.ts'
import { isFiller, isMarkAt } from './mark.ts'
import type { Page } from './page.ts'
import { Scanner } from './scan.ts'
import { Skimmer } from './skim.ts'
import { SegmentView } from './segment-view.ts'

/** Longer ones are left out, with a finding: without an end a file would have to be held whole. */
const longestSegment = 1 << 18

export interface Sink {
  /** The same view each time, moved along. */
  segment(view: SegmentView): void
  finding(finding: Finding): void
}

const byteOrderMark = [0xef, 0xbb, 0xbf]
const nowhere = { element: { first: 0, length: 1, bytes: new Uint8Array(1) }, component: null, repetition: null }

/** Cuts pages into segments, tells them in their order, and follows the envelopes. */
export class Cutter {
  readonly #page: Page
  readonly #sink: Sink
  /** Whether offsets stay in the page, or each segment's take the place of the one before. */
  readonly #keeps: boolean
  readonly #scanner = new Scanner()
  readonly #gate: FindingGate
  readonly #envelopes: Envelopes
  readonly #view: SegmentView
  readonly #skimmer: Skimmer | null
  #marks: Marks | null = null
  #next = 0
  #isSkipping = false
  /** Bytes of the file before which no end of a segment is looked for. */
  #skipTo = 0
  #isNoiseTold = false
  #hasInterchange = false

  constructor(page: Page, sink: Sink, keeps: boolean, only: readonly string[] | null = null) {
    this.#skimmer = only && new Skimmer(only)
    this.#page = page
    this.#sink = sink
    this.#keeps = keeps
    this.#gate = new FindingGate((finding) => sink.finding(finding))
    this.#envelopes = new Envelopes(this.#gate)
    const marks = { ...nowhere, segment: nowhere.element }
    this.#view = new SegmentView(page, { interchange: 0, group: 0, set: 0, marks })
  }

  /** Bytes a segment may have at most. */
  readonly longest = longestSegment

  /** The byte by which a segment ends, or would if it were found; null outside of interchanges. */
  get lastByteOfSegment(): number | null {
    const mark = this.#marks?.segment
    return mark && this.#envelopes.isOpen ? (mark.bytes[mark.length - 1] ?? null) : null
  }

  /**
   * Reads the page from `start` to `end`.
   *
   * @returns up to where it has been read; the rest is the beginning of something
   */
  read(start: number, end: number, isLast: boolean): number {
    const { bytes, base } = this.#page
    let at = start
    while (at < end) {
      if (this.#isSkipping) {
        at = this.#skip(at, end, isLast)
        if (this.#isSkipping) return at
      } else if (isFiller(bytes[at]) || (base + at < 3 && bytes[at] === byteOrderMark[base + at])) at++
      else if (!isLast && isHeaderStart(bytes, at, end)) return at
      else if (isHeaderAt(bytes, at, end)) {
        const marks = findMarks(bytes, at, end, isLast)
        if (marks === 'more') return at
        if (marks) {
          this.#begin(marks)
          at = this.#segment(at, end, isLast)
          if (at < 0) return ~at
        } else at = this.#unreadable(at)
      } else if (this.#envelopes.isOpen) {
        const skimmed = this.#skim(at, end)
        // What begins like an ISA is looked at once more from the top.
        if (skimmed > at && (skimmed >= end || ((bytes[skimmed] ?? 0) | 0x20) === 0x69)) {
          at = skimmed
          continue
        }
        at = skimmed
        at = this.#segment(at, end, isLast)
        if (at < 0) return ~at
      } else at = this.#noise(at, end)
    }
    return at
  }

  close(end: number): void {
    this.#envelopes.close(this.#page.base + end)
    if (!this.#hasInterchange) {
      const position = this.#envelopes.positionAt(0)
      const sentence = 'There is no interchange in this file: no ISA with its delimiters was found.'
      this.#gate.add({ severity: 'error', position, code: 'no-interchange', sentence })
    }
    this.#gate.close()
  }

  #begin(marks: Marks): void {
    this.#marks = marks
    this.#scanner.use(marks)
    this.#isNoiseTold = false
    this.#hasInterchange = true
  }

  #skim(at: number, end: number): number {
    if (!this.#skimmer || !this.#marks || !this.#envelopes.isInSet) return at
    const next = this.#skimmer.skim(this.#page.bytes, at, end, this.#marks, longestSegment)
    this.#envelopes.pass(this.#skimmer.count)
    return next
  }

  /** @returns where the next one begins; `~at` where this one goes on behind the end */
  #segment(at: number, end: number, isLast: boolean): number {
    const page = this.#page
    const marks = this.#marks
    if (!marks) return end
    if (isMarkAt(marks.segment, page.bytes, at)) return at + marks.segment.length
    const view = this.#view
    const scanner = this.#scanner
    const binary = binaryAt(page.bytes, at, end, marks)
    const isBinary = binary !== null && isMarkAt(marks.segment, page.bytes, binary.end)
    if (binary && binary.end - at > longestSegment) return this.#passOver(at, binary.end, end)
    if (binary && binary.end + marks.segment.length > end && !isLast) return ~at
    if (isBinary) scanner.place(page, this.#next, at, binary.cuts, binary.end)
    const stop = isBinary ? binary.end : scanner.scan(page, this.#next, at, end)
    const length = (stop < 0 ? end : stop) - at
    if (length > longestSegment) {
      this.#tooLong(at)
      this.#isSkipping = stop < 0
      return stop < 0 ? end : stop + marks.segment.length
    }
    if (stop < 0 && !isLast) return ~at
    view.first = this.#next
    view.size = scanner.size
    view.known = scanner.known
    view.readTag()
    if (this.#keeps) this.#next += scanner.size + 2
    this.#envelopes.enter(view, marks)
    if (binary && !isBinary) this.#wrongLength(view)
    if (stop < 0) this.#unterminated(view)
    if (!this.#skimmer || this.#skimmer.wants(view.code)) this.#sink.segment(view)
    return stop < 0 ? end : stop + marks.segment.length
  }

  /** Leaves a segment out whose end is known by its length. */
  #passOver(at: number, to: number, end: number): number {
    this.#tooLong(at)
    this.#isSkipping = true
    this.#skipTo = this.#page.base + to
    return Math.min(to, end)
  }

  #skip(at: number, end: number, isLast: boolean): number {
    const { bytes, base } = this.#page
    const mark = this.#marks?.segment
    if (!mark) return end
    const last = isLast ? end : end - mark.length + 1
    for (let index = Math.max(at, this.#skipTo - base); index < last; index++) {
      if (bytes[index] !== mark.first || !isMarkAt(mark, bytes, index)) continue
      this.#isSkipping = false
      return index + mark.length
    }
    return Math.max(at, last)
  }

  #noise(at: number, end: number): number {
    const { bytes, base } = this.#page
    if (!this.#isNoiseTold) {
      this.#isNoiseTold = true
      const position = this.#envelopes.positionAt(base + at)
      const sentence = this.#hasInterchange
        ? 'Something that is no interchange stands behind one.'
        : 'Something that is no interchange stands at the beginning.'
      this.#gate.add({ severity: 'warning', position, code: 'noise', sentence })
    }
    let next = at + 1
    while (next < end && ((bytes[next] ?? 0) | 0x20) !== 0x69) next++
    return next
  }

  #unreadable(at: number): number {
    const position = this.#envelopes.positionAt(this.#page.base + at)
    const sentence = 'The delimiters cannot be told from this ISA, so its interchange cannot be read.'
    this.#gate.add({
      severity: 'error',
      position,
      tag: 'ISA',
      code: 'isa-unreadable',
      sentence,
      report: ['TA105', '022'],
    })
    return at + 3
  }

  /** A set in which it stands is refused (IK502 5), elsewhere the interchange (TA105 024). */
  #tooLong(at: number): void {
    this.#envelopes.leaveOut()
    const position = this.#envelopes.positionAt(this.#page.base + at)
    const sentence = `A segment is longer than ${longestSegment} bytes; it is left out.`
    const report = this.#envelopes.isInSet ? (['IK502', '5'] as const) : (['TA105', '024'] as const)
    this.#gate.add({ severity: 'error', position, code: 'segment-too-long', sentence, report })
  }

  #wrongLength(view: SegmentView): void {
    this.#gate.add({
      severity: 'error',
      position: view.position,
      tag: view.tag,
      element: view.tag === 'BIN' ? 1 : 2,
      code: 'binary-length',
      sentence: 'The segment does not end behind as many bytes as it says; it is read up to the next delimiter.',
      report: ['IK304', '8'],
    })
  }

  /** The last terminator is lost easily and changes nothing; anywhere else the file was cut off. */
  #unterminated(view: SegmentView): void {
    const isIea = view.tag === 'IEA'
    const sentence = 'The file ends within a segment.'
    const report = isIea ? undefined : (['TA105', '023'] as const)
    this.#gate.add({
      severity: isIea ? 'warning' : 'error',
      position: view.position,
      tag: view.tag,
      code: 'cut-off',
      sentence,
      report,
    })
  }
}
