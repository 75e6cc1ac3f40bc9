import type { Segment } from '../segment.ts'
import type { Findings } from './findings.ts'

/** HL01 counts up from 1 in a set, HL02 names a level above that came before, HL04 says whether there are levels below. */
export class Hierarchy {
  #count = 0
  /** By HL01, whether it said that it has children; the open branch only, so that it stays small. */
  readonly #open: { readonly number: string; readonly level: number }[] = []
  #childless: string | null = null

  take(hl: Segment, findings: Findings): void {
    this.#count++
    const number = hl.text(1)
    const parent = hl.text(2)
    const add = (element: number, code: string, sentence: string): void =>
      findings.add({ level: 3, position: hl.position, tag: 'HL', element, code, sentence, report: ['IK403', '7'] })
    if (number !== String(this.#count)) {
      add(1, 'hierarchy-count', `HL01 should be ${this.#count}: levels are counted from 1.`)
    }
    if (parent !== '') {
      while (this.#open.length > 0 && this.#open.at(-1)?.number !== parent) this.#open.pop()
      if (this.#open.length === 0) add(2, 'hierarchy-parent', 'HL02 names a level that is not open above this one.')
      else if (this.#childless === parent) {
        add(2, 'hierarchy-childless', 'HL02 names a level that said it has none below it.')
      }
    } else this.#open.length = 0
    this.#childless = hl.text(4) === '0' ? number : null
    this.#open.push({ number, level: this.#open.length })
  }
}
