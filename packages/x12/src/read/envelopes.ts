import { counted } from '../counted.ts'
import type { Report } from '../finding.ts'
import type { Position } from '../position.ts'
import { checkGs, checkInGroup } from './check-group.ts'
import { checkIsa } from './check-isa.ts'
import { checkTa1 } from './check-ta1.ts'
import { ControlNumbers, sameNumber } from './control-numbers.ts'
import type { FindingGate } from './findings.ts'
import type { Marks } from './header.ts'
import type { Place, SegmentView } from './segment-view.ts'
import { tagCode } from './tag.ts'

const [isa, iea, gs, ge, st, se] = ['ISA', 'IEA', 'GS', 'GE', 'ST', 'SE'].map(tagCode)
/** What may stand between ISA and GS without being a group: acknowledgements of the interchange and its services. */
const ta1 = tagCode('TA1')
const interchangeLevel = new Set(['TA1', 'TA3', 'ISB', 'ISE'].map(tagCode))

type Level = 'interchange' | 'group' | 'set'

interface Kind {
  readonly trailer: string
  readonly name: string
  readonly counts: string
  readonly missing: readonly [Report['in'], string]
  readonly count: readonly [Report['in'], string]
  readonly number: readonly [Report['in'], string]
  readonly twice: readonly [Report['in'], string]
}

const kinds: Readonly<Record<Level, Kind>> = {
  interchange: {
    trailer: 'IEA',
    name: 'interchange',
    counts: 'group',
    missing: ['TA105', '023'],
    count: ['TA105', '021'],
    number: ['TA105', '001'],
    twice: ['TA105', '025'],
  },
  group: {
    trailer: 'GE',
    name: 'group',
    counts: 'transaction set',
    missing: ['AK905', '3'],
    count: ['AK905', '5'],
    number: ['AK905', '4'],
    twice: ['AK905', '19'],
  },
  set: {
    trailer: 'SE',
    name: 'transaction set',
    counts: 'segment',
    missing: ['IK502', '2'],
    count: ['IK502', '4'],
    number: ['IK502', '3'],
    twice: ['IK502', '23'],
  },
}

interface Open {
  readonly controlNumber: string
}

interface OpenGroup extends Open {
  /** GS01 and GS08. */
  readonly kind: string
  readonly version: string
}

const noMark = { first: 0, length: 1, bytes: new Uint8Array(1) }
const outside: Place = {
  interchange: 0,
  group: 0,
  set: 0,
  marks: { element: noMark, component: null, repetition: null, segment: noMark },
}

/**
 * Follows the envelopes: which interchange, group and set a segment stands in, and whether their ends agree with their
 * beginnings (SNIP type 1). It reads on whatever is wrong: a missing trailer ends where the next header begins.
 */
export class Envelopes {
  readonly #gate: FindingGate
  #place = outside
  #interchange: Open | null = null
  #group: OpenGroup | null = null
  #set: Open | null = null
  #interchanges = 0
  #groups = 0
  #sets = 0
  #inInterchange = 0
  #inSet = 0
  #lastCode = 0
  #hasTa1 = false
  readonly #interchangeNumbers = new ControlNumbers()
  readonly #groupNumbers = new ControlNumbers()
  readonly #setNumbers = new ControlNumbers()

  constructor(gate: FindingGate) {
    this.#gate = gate
  }

  get isOpen(): boolean {
    return this.#interchange !== null
  }

  get isInSet(): boolean {
    return this.#set !== null
  }

  /** Segments of the set that nobody has looked at. */
  pass(count: number): void {
    this.#inInterchange += count
    this.#inSet += count
  }

  /** A segment that cannot be looked at; it is one of its set all the same. */
  leaveOut(): void {
    this.#inInterchange++
    if (this.#set) this.#inSet++
  }

  /** For a finding that is about no segment. */
  positionAt(offset: number): Position {
    const { interchange, group, set } = this.#place
    return { interchange, group, set, segment: this.#number(), offset }
  }

  /** Gives the segment its place and number. */
  enter(view: SegmentView, marks: Marks): void {
    const code = view.code
    this.#gate.current = view
    this.#before(view, marks, code)
    this.#inInterchange++
    if (this.#set) this.#inSet++
    view.place = this.#place
    view.number = this.#number()
    this.#after(view, code)
    this.#lastCode = code
  }

  /** The end of the file, or of what can be read. */
  close(offset: number): void {
    this.#missing('set', offset)
    this.#missing('group', offset)
    this.#missing('interchange', offset)
  }

  #number(): number {
    return this.#set ? this.#inSet : this.#inInterchange
  }

  /** What a header ends and opens. */
  #before(view: SegmentView, marks: Marks, code: number): void {
    if (code !== isa && code !== gs && code !== st && code !== ge && code !== iea) return
    const offset = view.page.base + (view.page.offsets[view.first] ?? 0)
    this.#missing('set', offset)
    if (code !== st && code !== ge) this.#missing('group', offset)
    if (code === isa) {
      this.#missing('interchange', offset)
      this.#interchanges++
      this.#groups = 0
      this.#sets = 0
      this.#inInterchange = 0
      this.#hasTa1 = false
      this.#groupNumbers.clear()
      this.#setNumbers.clear()
      this.#interchange = { controlNumber: view.text(13) }
      this.#place = { interchange: this.#interchanges, group: 0, set: 0, marks }
    } else if (code === gs) {
      this.#groups++
      this.#sets = 0
      this.#setNumbers.clear()
      this.#group = { controlNumber: view.text(6), kind: view.text(1).trim(), version: view.text(8).trim() }
      this.#place = { ...this.#place, group: this.#groups, set: 0 }
    } else if (code === st) {
      this.#sets++
      this.#inSet = 0
      this.#set = { controlNumber: view.text(2) }
      this.#place = { ...this.#place, set: this.#sets }
    }
  }

  /** What the segment says about its envelope, and what a trailer closes. */
  #after(view: SegmentView, code: number): void {
    if (code === isa) this.#checkIsa(view)
    else if (code === gs) this.#checkGs(view)
    else if (code === st) this.#checkSt(view)
    else if (code === se) this.#trailer('set', view, this.#inSet)
    else if (code === ge) this.#trailer('group', view, this.#sets)
    else if (code === iea) this.#trailer('interchange', view, this.#groups)
    else if (!this.#set) this.#stray(view, code)
  }

  #checkIsa(view: SegmentView): void {
    checkIsa(view, this.#gate)
    const parties = [5, 6, 7, 8, 13].map((element) => view.text(element).trim()).join('|')
    if (this.#interchangeNumbers.hasSeen(parties)) this.#twice('interchange', view, 13)
  }

  #checkGs(view: SegmentView): void {
    checkGs(view, this.#gate)
    const number = view.text(6)
    if (/^\d{1,9}$/.test(number) && this.#groupNumbers.hasSeen(String(Number(number)))) this.#twice('group', view, 6)
  }

  #checkSt(view: SegmentView): void {
    const position = view.position
    if (view.isLowerCase) {
      const sentence = 'The tags of this set are in lower case; X12 writes them in capital letters.'
      this.#gate.add({ severity: 'warning', position, tag: 'ST', code: 'lower-case', sentence, report: ['IK502', '5'] })
    }
    if (!this.#group) {
      const sentence = 'A transaction set begins outside of any group: its GS is missing.'
      this.#gate.add({
        severity: 'error',
        position,
        tag: 'ST',
        code: 'outside-group',
        sentence,
        report: ['TA105', '024'],
      })
    }
    if (this.#group) checkInGroup(view, this.#group.kind, this.#group.version, this.#gate)
    if (!/^\w{3}$/.test(view.text(1))) {
      const sentence = 'The transaction set does not say which one it is (ST01).'
      this.#gate.add({
        severity: 'error',
        position,
        tag: 'ST',
        element: 1,
        code: 'st-code',
        sentence,
        report: ['IK502', '6'],
      })
    }
    const number = view.text(2)
    if (number.trim().length < 4 || number.length > 9) {
      const sentence = `The control number of the transaction set (ST02) has ${counted(number.length, 'character')}; it should have 4 to 9.`
      this.#gate.add({
        severity: 'error',
        position,
        tag: 'ST',
        element: 2,
        code: 'st-control-number',
        sentence,
        report: ['IK502', '7'],
      })
    }
    if (number.trim() !== '' && this.#setNumbers.hasSeen(number)) this.#twice('set', view, 2)
  }

  #twice(level: Level, view: SegmentView, element: number): void {
    const { name, twice } = kinds[level]
    const where = level === 'interchange' ? 'file' : level === 'group' ? 'interchange' : 'group'
    const sentence = `The control number of this ${name} is in the ${where} already.`
    const code = `${level}-control-number-twice`
    this.#gate.add({
      severity: 'error',
      position: view.position,
      tag: view.tag,
      element,
      code,
      sentence,
      report: twice,
    })
  }

  #trailer(level: Level, view: SegmentView, found: number): void {
    const { trailer, name, counts, count, number } = kinds[level]
    const open = this.#open(level)
    const position = view.position
    if (!open) {
      const isDouble = this.#lastCode === view.code
      const sentence = isDouble
        ? `A second ${trailer} follows the first.`
        : `${trailer} stands where no ${name} is open.`
      const code = isDouble ? 'trailer-twice' : 'trailer-without-header'
      this.#gate.add({ severity: 'error', position, tag: trailer, code, sentence, report: ['TA105', '022'] })
      return
    }
    const said = view.text(1).trim()
    const isNumber = /^\d{1,10}$/.test(said)
    // An interchange of TA1s alone: the standard counts none, many systems write 1.
    const isCountOfTa1 = level === 'interchange' && found === 0 && this.#hasTa1 && said === '1'
    if (isCountOfTa1) {
      const sentence = 'IEA01 counts the acknowledgements (TA1) as a group.'
      this.#gate.add({ severity: 'note', position, tag: trailer, element: 1, code: 'interchange-count', sentence })
    } else if (!isNumber || Number(said) !== found) {
      const sentence = `${trailer}01 says ${isNumber ? counted(Number(said), counts) : `no number of ${counts}s`}; there ${found === 1 ? 'is' : 'are'} ${found}.`
      this.#gate.add({
        severity: 'error',
        position,
        tag: trailer,
        element: 1,
        code: `${level}-count`,
        sentence,
        report: count,
      })
    }
    if (level === 'group' && found === 0 && said === '0') {
      const sentence = 'The group holds no transaction set.'
      this.#gate.add({
        severity: 'error',
        position,
        tag: trailer,
        element: 1,
        code: 'group-empty',
        sentence,
        report: count,
      })
    }
    const end = view.text(2)
    const isSame = level === 'group' ? sameNumber(open.controlNumber, end) : open.controlNumber.trim() === end.trim()
    if (!isSame) {
      const sentence = `The control number at the end of the ${name} is not the one at its beginning.`
      this.#gate.add({
        severity: 'error',
        position,
        tag: trailer,
        element: 2,
        code: `${level}-control-number`,
        sentence,
        report: number,
      })
    }
    this.#shut(level)
  }

  #missing(level: Level, offset: number): void {
    if (!this.#open(level)) return
    const { trailer, name, missing } = kinds[level]
    const sentence = `The ${name} has no end: its ${trailer} is missing.`
    this.#gate.add({
      severity: 'error',
      position: this.positionAt(offset),
      tag: trailer,
      code: `${level}-without-end`,
      sentence,
      report: missing,
    })
    this.#shut(level)
  }

  #stray(view: SegmentView, code: number): void {
    const position = view.position
    if (this.#group) {
      const sentence = 'A segment stands in a group, outside of any transaction set.'
      this.#gate.add({
        severity: 'error',
        position,
        tag: view.tag,
        code: 'outside-set',
        sentence,
        report: ['TA105', '024'],
      })
    } else if (interchangeLevel.has(code)) {
      if (code !== ta1) return
      this.#hasTa1 = true
      checkTa1(view, this.#gate)
    } else {
      const sentence = 'A segment stands outside of any group.'
      this.#gate.add({
        severity: 'error',
        position,
        tag: view.tag,
        code: 'outside-group',
        sentence,
        report: ['TA105', '024'],
      })
    }
  }

  #open(level: Level): Open | null {
    if (level === 'set') return this.#set
    return level === 'group' ? this.#group : this.#interchange
  }

  #shut(level: Level): void {
    this.#set = null
    if (level === 'set') {
      this.#place = { ...this.#place, set: 0 }
      return
    }
    this.#group = null
    this.#place = { ...this.#place, group: 0, set: 0 }
    if (level === 'interchange') this.#interchange = null
  }
}
