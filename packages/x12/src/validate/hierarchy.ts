import type { Position } from '../position.ts'
import type { Segment } from '../segment.ts'
import type { Findings } from './findings.ts'

interface Level {
  readonly number: string
  /** HL03. */
  readonly kind: string
  /** HL04: whether it says that it has levels below; null where it says nothing. */
  readonly saysChildren: boolean | null
  readonly position: Position
  readonly loop: string
  hasChildren: boolean
}

/**
 * HL01 counts up from 1 in a set, HL02 names a level above that is open and of a kind that the guide puts there (HL03), HL04
 * says whether there are levels below (X12.22, segment HL, and the guides).
 */
export class Hierarchy {
  #count = 0
  /** The open branch only, so that it stays small. */
  readonly #open: Level[] = []
  readonly #levels: ReadonlyMap<string, readonly string[]>
  readonly #findings: Findings

  /** @param levels that may be right above one, by HL03 */
  constructor(levels: ReadonlyMap<string, readonly string[]>, findings: Findings) {
    this.#levels = levels
    this.#findings = findings
  }

  take(hl: Segment, loop: string): void {
    this.#count++
    const [number, parent, kind] = [hl.text(1), hl.text(2), hl.text(3)]
    const { position } = hl
    if (number !== String(this.#count)) {
      this.#tell({ position, loop }, 1, 'hierarchy-count', `HL01 should be ${this.#count}: levels are counted from 1.`)
    }
    const above = parent === '' ? undefined : this.#open.findLast((level) => level.number === parent)
    if (parent !== '') this.#judgeParent(above, kind, { position, loop })
    this.#closeTo(above)
    const said = hl.text(4)
    const saysChildren = said === '1' ? true : said === '0' ? false : null
    this.#open.push({ number, kind, saysChildren, position, loop, hasChildren: false })
  }

  end(): void {
    this.#closeTo(undefined)
  }

  #judgeParent(above: Level | undefined, kind: string, place: Pick<Level, 'position' | 'loop'>): void {
    const allowed = this.#levels.get(kind)
    // A level that the guide does not have is told of as a code that is not allowed, and one above the first as not used.
    const isKnown = allowed !== undefined && allowed.length > 0 && this.#levels.has(above?.kind ?? '')
    const isMisplaced = above !== undefined && isKnown && !allowed.includes(above.kind)
    if (!above || isMisplaced) {
      // Which one it belongs to is not known, so none of them is told to have no levels below.
      for (const level of this.#open) level.hasChildren = true
    } else above.hasChildren = true
    if (!above) this.#tell(place, 2, 'hierarchy-parent', 'HL02 names a level that is not open above this one.')
    else if (above.saysChildren === false) {
      this.#tell(place, 2, 'hierarchy-childless', 'HL02 names a level that said it has none below it.')
    }
    if (!isMisplaced) return
    const sentence = `HL02 names a level ${above.kind}; a level ${kind} stands under ${allowed?.join(' or ')}.`
    this.#tell(place, 2, 'hierarchy-level', sentence)
  }

  /** Ends levels down to this one; all where there is none. */
  #closeTo(above: Level | undefined): void {
    for (let last = this.#open.at(-1); last && last !== above; last = this.#open.at(-1)) {
      this.#open.pop()
      if (last.saysChildren !== true || last.hasChildren) continue
      this.#tell(
        last,
        4,
        'hierarchy-no-children',
        'HL04 says that there are levels below this one, and there are none.',
      )
    }
  }

  #tell({ position, loop }: Pick<Level, 'position' | 'loop'>, element: number, code: string, sentence: string): void {
    this.#findings.add({ level: 3, position, tag: 'HL', element, loop, code, sentence, report: ['IK403', '7'] })
  }
}
