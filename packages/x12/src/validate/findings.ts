import type { Finding, Report, Severity, SnipLevel, Trigger } from '../finding.ts'
import type { Position } from '../position.ts'

/** Beyond these a file says the same thing over and over. */
export const mostFindings = 1000

export interface Found {
  readonly severity?: Severity
  readonly level: SnipLevel
  readonly position: Position
  readonly tag: string | null
  readonly element?: number
  readonly component?: number
  readonly loop?: string
  readonly code: string
  readonly sentence: string
  readonly report?: readonly [Report['in'], string] | undefined
  readonly trigger?: Trigger | null
}

/** Passes findings of a file on, and says once when it keeps the rest to itself. */
export class Findings {
  #count = 0
  readonly #tell: (finding: Finding) => void

  constructor(tell: (finding: Finding) => void) {
    this.#tell = tell
  }

  add(found: Found): void {
    this.#count++
    if (this.#count <= mostFindings) this.#tell(findingOf(found))
    else if (this.#count === mostFindings + 1) {
      const sentence = `There are more than ${mostFindings} findings; the rest is left out.`
      this.#tell(
        findingOf({ severity: 'note', level: 1, position: found.position, tag: null, code: 'more-findings', sentence }),
      )
    }
  }
}

function findingOf({
  severity = 'error',
  level,
  position,
  tag,
  element,
  component,
  loop,
  code,
  sentence,
  report,
  trigger,
}: Found): Finding {
  return {
    severity,
    level,
    position,
    tag,
    element: element ?? null,
    component: component ?? null,
    ...(loop === undefined ? {} : { loop }),
    code,
    sentence,
    report: report ? { in: report[0], code: report[1] } : null,
    ...(trigger ? { trigger } : {}),
  }
}
