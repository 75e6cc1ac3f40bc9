import type { Position } from '../position.ts'
import { tagCode } from '../read/tag.ts'
import type { Segment } from '../segment.ts'
import { centsOfElement, shownCents } from './amount.ts'
import type { Findings } from './findings.ts'

const codes = ['SBR', 'CAS', 'AMT', 'NM1', 'SVD'].map(tagCode)
const [sbr, cas, amt, nm1, svd] = codes
/** Of the segments that say something of other payers. */
export const codesOfOthers: ReadonlySet<number> = new Set(codes)

/** Elements of CAS that are amounts. */
const adjusted = [3, 6, 9, 12, 15, 18]

interface Payer {
  id: string
  paid: { readonly position: Position; readonly cents: number } | null
  adjustedCents: number
  /** It said how it came to what it paid. */
  hasAdjustments: boolean
}

interface LinePayer {
  readonly position: Position
  readonly id: string
  cents: number
  /** Paid with another line (SVD06): this one need not add up by itself. */
  isBundled: boolean
}

/**
 * Coordination of benefits in a claim: of every payer that has decided, what it paid (AMT*D) and adjusted (CAS of the claim and of
 * the lines) is what the claim charges (CLM02); of every line, what it paid (SVD02) and adjusted is what the line charges.
 */
export class OtherPayers {
  readonly #findings: Findings
  readonly #payers: Payer[] = []
  readonly #ofLine: LinePayer[] = []
  readonly #lineAdjustments = new Map<string, number>()

  constructor(findings: Findings) {
    this.#findings = findings
  }

  take(segment: Segment, code: number, loop: string): void {
    if (loop === '2320') {
      const payer = this.#payers.at(-1)
      if (code === sbr) this.#payers.push({ id: '', paid: null, adjustedCents: 0, hasAdjustments: false })
      else if (code === cas && payer) {
        payer.adjustedCents += sumOf(segment)
        payer.hasAdjustments = true
      } else if (code === amt && payer && segment.text(1) === 'D') {
        payer.paid = { position: segment.position, cents: centsOfElement(segment, 2) }
      }
    } else if (loop === '2330B' && code === nm1) {
      const payer = this.#payers.at(-1)
      if (payer) payer.id = segment.text(9)
    } else if (loop === '2430' && code === svd) {
      const [id, cents] = [segment.text(1), centsOfElement(segment, 2)]
      this.#ofLine.push({ position: segment.position, id, cents, isBundled: segment.text(6) !== '' })
    } else if (loop === '2430' && code === cas) {
      const payer = this.#ofLine.at(-1)
      if (!payer) return
      payer.cents += sumOf(segment)
      this.#lineAdjustments.set(payer.id, (this.#lineAdjustments.get(payer.id) ?? 0) + sumOf(segment))
    }
  }

  endLine(charged: number): void {
    if (this.#ofLine.length === 0) return
    for (const [id, parts] of Map.groupBy(this.#ofLine, (one) => one.id)) {
      if (!this.#lineAdjustments.has(id)) this.#lineAdjustments.set(id, 0)
      const sum = parts.reduce((all, { cents }) => all + cents, 0)
      const [first] = parts
      if (!first || sum === charged || parts.some(({ isBundled }) => isBundled)) continue
      const sentence = `Service line: what another payer paid and adjusted comes to ${shownCents(sum)}, and the line charges ${shownCents(charged)}.`
      this.#tell(first.position, 'SVD', '2430', sentence)
    }
    this.#ofLine.splice(0)
  }

  endClaim(charged: number): void {
    for (const { id, paid, adjustedCents, hasAdjustments } of this.#payers) {
      if (!paid) continue
      const ofLines = this.#lineAdjustments.get(id)
      const sum = paid.cents + adjustedCents + (ofLines ?? 0)
      const isExplained = hasAdjustments || ofLines !== undefined
      if (isExplained ? sum === charged : sum <= charged) continue
      const sentence = isExplained
        ? `Claim: what another payer paid and adjusted comes to ${shownCents(sum)}, and CLM02 says ${shownCents(charged)}.`
        : `Claim: another payer paid ${shownCents(paid.cents)} (AMT*D), and the claim charges ${shownCents(charged)}.`
      this.#tell(paid.position, 'AMT', '2320', sentence)
    }
  }

  #tell(position: Position, tag: string, loop: string, sentence: string): void {
    const found = { level: 3, position, tag, element: 2, loop, code: 'balance', sentence } as const
    this.#findings.add({ ...found, report: ['IK403', 'I12'] })
  }
}

function sumOf(segment: Segment): number {
  return adjusted.reduce((all, element) => all + centsOfElement(segment, element), 0)
}
