import type { Finding, Report, Severity, SnipLevel, Trigger } from '../finding.ts'
import type { Position } from '../position.ts'
import { offsetIn } from '../element-offset.ts'
import type { Segment } from '../segment.ts'
import { leftOut, Ration } from '../read/ration.ts'

/** Of a set: as many as anybody reads, and more than a 999 says. */
export const mostOfSet = 1000
/** Of a file. */
export const mostFindings = 10_000

export interface Found {
  readonly severity?: Severity
  readonly level: SnipLevel
  readonly position: Position
  readonly tag: string | null
  readonly element?: number
  readonly component?: number
  readonly repetition?: number
  readonly loop?: string
  readonly code: string
  readonly sentence: string
  readonly report?: readonly [Report['in'], string] | null | undefined
  readonly trigger?: Trigger | null
}

/** Passes findings of a file on, and says at its end how many it has kept to itself. */
export class Findings {
  readonly #ration = new Ration(mostFindings, mostOfSet)
  readonly #tell: (finding: Finding) => void
  #last: Position | null = null
  /** The segment that is looked at now. */
  current: Segment | null = null

  constructor(tell: (finding: Finding) => void) {
    this.#tell = tell
  }

  add(found: Found): void {
    const { severity = 'error', position, report = null } = found
    this.#last = position
    if (this.#ration.allows({ severity, position, report })) this.#tell(findingOf(found, this.current))
  }

  close(): void {
    const { left } = this.#ration
    if (left === 0 || !this.#last) return
    const common = { severity: 'note', level: 1, position: this.#last, tag: null } as const
    this.#tell(findingOf({ ...common, code: 'more-findings', sentence: leftOut(left) }, null))
  }
}

function findingOf(found: Found, current: Segment | null): Finding {
  const { severity = 'error', level, position, tag, element, component, repetition, loop, code, sentence } = found
  const { report, trigger } = found
  const offset = element === undefined ? null : offsetIn(current, position, element)
  return {
    severity,
    level,
    position,
    tag,
    element: element ?? null,
    component: component ?? null,
    ...(repetition === undefined ? {} : { repetition }),
    ...(offset === null ? {} : { offset }),
    ...(loop === undefined ? {} : { loop }),
    code,
    sentence,
    report: report ? { in: report[0], code: report[1] } : null,
    ...(trigger ? { trigger } : {}),
  }
}
