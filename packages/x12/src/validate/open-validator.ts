import type { Finding } from '../finding.ts'
import type { Position } from '../position.ts'
import { type CurrentSegment, openReader, type Reader } from '../read/open-reader.ts'
import { tagCode } from '../read/tag.ts'
import { Findings } from './findings.ts'
import { SetChecker } from './set-checker.ts'

const [isa, iea, gs, ge, st, se] = ['ISA', 'IEA', 'GS', 'GE', 'ST', 'SE'].map(tagCode)

/**
 * Checks a file as it arrives, in constant memory: what `validate` finds, those of one set before those of the next. Within
 * a set what is missing is told where its loop ends.
 *
 * @param see each segment before it is checked
 */
export function openValidator(tell: (finding: Finding) => void, see?: (segment: CurrentSegment) => void): Reader {
  const findings = new Findings(tell)
  const checker = new SetChecker(findings)
  let version = ''
  let last: Position | null = null
  const close = (): void => {
    if (last) checker.end(last)
    last = null
  }
  const reader = openReader({
    segment(segment) {
      see?.(segment)
      switch (segment.code) {
        case isa:
        case ge:
        case iea:
          close()
          break
        case gs:
          close()
          version = segment.text(8).trim()
          break
        case st:
          close()
          checker.begin(segment, segment.text(3).trim() || version)
          last = segment.position
          break
        case se:
          checker.take(segment)
          if (last) last = segment.position
          close()
          break
        default:
          if (last) checker.take(segment)
      }
    },
    finding: tell,
  })
  return {
    write: (chunk) => reader.write(chunk),
    end() {
      close()
      findings.close()
      reader.end()
    },
  }
}
