import type { Finding, Report, Severity } from '../finding.ts'
import type { Position } from '../position.ts'
import type { SegmentView } from './segment-view.ts'
import { leftOut, Ration } from './ration.ts'

/** Beyond these a file says the same thing over and over. */
export const mostFindings = 1000

export interface Found {
  readonly severity: Severity
  readonly position: Position
  readonly tag?: string | null
  readonly element?: number
  readonly code: string
  readonly sentence: string
  readonly report?: readonly [Report['in'], string] | null | undefined
}

/** Passes findings of the envelopes on, and says at the end how many it has kept to itself. */
export class FindingGate {
  readonly #ration = new Ration(mostFindings, mostFindings)
  readonly #tell: (finding: Finding) => void
  #last: Position | null = null
  /** The segment that is looked at now. */
  current: SegmentView | null = null

  constructor(tell: (finding: Finding) => void) {
    this.#tell = tell
  }

  add({ severity, position, tag = null, element, code, sentence, report = null }: Found): void {
    this.#last = position
    if (!this.#ration.allows({ severity, position, report })) return
    const offset =
      element !== undefined && this.current?.position.offset === position.offset && this.current.offsetOf(element)
    this.#tell({
      severity,
      level: 1,
      position,
      tag,
      element: element ?? null,
      component: null,
      ...(typeof offset === 'number' ? { offset } : {}),
      code,
      sentence,
      report: report && { in: report[0], code: report[1] },
    })
  }

  close(): void {
    const { left } = this.#ration
    const position = this.#last
    if (left === 0 || !position) return
    const common = { level: 1, position, tag: null, element: null, component: null, report: null } as const
    this.#tell({ ...common, severity: 'note', code: 'more-findings', sentence: leftOut(left) })
  }
}
