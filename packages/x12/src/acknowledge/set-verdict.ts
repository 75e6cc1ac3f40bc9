import type { Finding, Trigger } from '../finding.ts'
import { numberOfElement } from '../grammar/dictionary.ts'
import type { TransactionSet } from '../interchange.ts'
import type { Segment } from '../segment.ts'
import type { ElementError, SegmentError, SetAcknowledgement } from '../write/acknowledgement.ts'

/** More are not said of one set: its sender will not read on. */
const mostErrors = 200
/** Contexts of a segment that say what asked for it (005010X231A1, loop 2100). */
const mostContexts = 9

type Context = SegmentError['contexts'][number]

interface GrowingError extends SegmentError {
  readonly contexts: Context[]
  readonly elements: ElementError[]
}

/** IK3 and IK4 for what is wrong with a set; rejected for an error, accepted with errors for a warning. */
export function setVerdict(set: TransactionSet, findings: readonly Finding[]): SetAcknowledgement {
  const { code, controlNumber, version } = set
  const errors = segmentErrors(set, findings)
  const about = findings.filter(({ report, severity }) => report !== null && severity !== 'note')
  const codes = about.flatMap(({ report }) => (report?.in === 'IK502' ? [report.code] : []))
  // IK502 5: there are errors in segments.
  if (errors.length > 0) codes.push('5')
  const verdict = about.some(({ severity }) => severity === 'error') ? 'R' : about.length > 0 ? 'E' : 'A'
  return { code, controlNumber, version, errors, verdict, codes: [...new Set(codes)] }
}

function segmentErrors(set: TransactionSet, findings: readonly Finding[]): SegmentError[] {
  const errors = new Map<string, GrowingError>()
  for (const finding of findings) {
    const { report, tag, position, severity } = finding
    if (!report || tag === null || severity === 'note' || errors.size >= mostErrors) continue
    if (report.in !== 'IK304' && report.in !== 'IK403') continue
    const code = report.in === 'IK304' ? report.code : '8'
    const key = `${position.segment} ${tag} ${code}`
    const known = errors.get(key)
    const error: GrowingError = known ?? {
      tag,
      number: position.segment,
      loop: finding.loop ?? '',
      code,
      contexts: [],
      elements: [],
    }
    errors.set(key, error)
    if (finding.trigger && error.contexts.length < mostContexts) error.contexts.push(contextOf(finding.trigger))
    if (report.in === 'IK403')
      error.elements.push(elementError(finding, report.code, set.segments[position.segment - 1]))
  }
  return [...errors.values()]
}

/**
 * CTX: where that stands which asks for what is missing. Its element is named by its number (CTX06) where it is a simple one:
 * that of a composite has a letter, which data element 725 has no room for.
 */
function contextOf({ tag, segment, loop, element, component }: Trigger): Context {
  const place = element === null ? [] : [String(element), ...(component === null ? [] : [String(component)])]
  const number = element === null || component !== null ? '' : numberOfElement(tag, element, null)
  return ['SITUATIONAL TRIGGER', tag, String(segment), loop ?? '', place, number]
}

function elementError({ tag, element, component, code: what }: Finding, code: string, segment?: Segment): ElementError {
  const number = element ?? 1
  // Minimum necessary (45 CFR 164.502(b)): only what was sent as a code is copied back.
  const value = what === 'code-not-allowed' ? (segment?.part(number, component ?? 1) ?? '') : ''
  return {
    element: number,
    component,
    repetition: null,
    dataElement: numberOfElement(tag ?? '', number, component),
    code,
    value: /^[A-Z0-9]{1,3}$/.test(value) ? value : '',
    contexts: [],
  }
}
