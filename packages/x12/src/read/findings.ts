import type { Finding, Report, Severity } from '../finding.ts'
import type { Position } from '../position.ts'

/** Beyond these a file says the same thing over and over. */
export const mostFindings = 1000

export interface Found {
  readonly severity: Severity
  readonly position: Position
  readonly tag?: string | null
  readonly element?: number
  readonly code: string
  readonly sentence: string
  readonly report?: readonly [Report['in'], string] | undefined
}

/** Passes findings of the envelopes on, and says once when it keeps the rest to itself. */
export class FindingGate {
  #count = 0
  readonly #tell: (finding: Finding) => void

  constructor(tell: (finding: Finding) => void) {
    this.#tell = tell
  }

  add({ severity, position, tag = null, element, code, sentence, report }: Found): void {
    this.#count++
    if (this.#count > mostFindings + 1) return
    const common = { level: 1, position, component: null } as const
    if (this.#count === mostFindings + 1) {
      const sentence = `There are more than ${mostFindings} findings; the rest is left out.`
      this.#tell({
        ...common,
        severity: 'note',
        tag: null,
        element: null,
        code: 'more-findings',
        sentence,
        report: null,
      })
      return
    }
    this.#tell({
      ...common,
      severity,
      tag,
      element: element ?? null,
      code,
      sentence,
      report: report ? { in: report[0], code: report[1] } : null,
    })
  }
}
