import type { Finding, Trigger } from '../finding.ts'
import { numberOfElement } from '../grammar/dictionary.ts'
import { setOfGroup } from '../grammar/functional-groups.ts'
import type { TransactionSet } from '../interchange.ts'
import type { Segment } from '../segment.ts'
import { isPlain } from './plain.ts'
import type { ElementError, SegmentError, SetAcknowledgement } from '../write/acknowledgement.ts'

/** More are not said of one set: its sender will not read on. */
const mostErrors = 200
/** Contexts of a segment that say what asked for it (005010X231A1, loop 2100). */
const mostContexts = 9

/** IK401 has two digits for an element and two for a component. */
const mostPlace = 99

type Context = SegmentError['contexts'][number]

interface GrowingError extends SegmentError {
  readonly contexts: Context[]
  readonly elements: ElementError[]
}

/** Sets of which nothing could be checked. */
const unchecked = new Set(['no-guide', 'older-version'])

/**
 * IK3 and IK4 for what is wrong with a set; rejected for an error and where nothing could be checked, accepted with errors for
 * a warning.
 *
 * @param spare stands for ST02 where that is no control number
 */
export function setVerdict(set: TransactionSet, findings: readonly Finding[], spare: string): SetAcknowledgement {
  const about = findings.filter(
    ({ report, severity, code }) => report !== null && (severity !== 'note' || unchecked.has(code)),
  )
  const errors = segmentErrors(set, about)
  const codes = about.flatMap(({ report }) => (report?.in === 'IK502' ? [report.code] : []))
  // IK502 5: there are errors in segments.
  if (about.some(isOfSegment)) codes.push('5')
  const isRejected = about.some(({ severity, code }) => severity === 'error' || unchecked.has(code))
  const verdict = isRejected ? 'R' : about.length > 0 ? 'E' : 'A'
  return { ...namesOf(set, spare), errors, verdict, codes: [...new Set(codes)] }
}

/** AK2, each element as it was sent or, where a 999 has no room for that, something that it has room for. */
function namesOf({ code, controlNumber, version, group }: TransactionSet, spare: string) {
  const number = controlNumber === '' ? spare : controlNumber.padStart(4, '0')
  return {
    code: /^[A-Z0-9]{3}$/i.test(code) ? code : (setOfGroup(group.functionalId) ?? '000'),
    controlNumber: isPlain(number, 4, 9) ? number : spare,
    version: isPlain(version, 1, 35) ? version : '',
  }
}

function isOfSegment({ report }: Finding): boolean {
  return report?.in === 'IK304' || report?.in === 'IK403'
}

/** A segment whose tag is no tag cannot be named by IK3: IK502 alone tells of it. */
function segmentErrors(set: TransactionSet, findings: readonly Finding[]): SegmentError[] {
  const errors = new Map<string, GrowingError>()
  for (const finding of findings) {
    const { report, tag, position, loop = '' } = finding
    if (!report || !isOfSegment(finding) || tag === null || !/^[A-Z][A-Z0-9]{1,2}$/.test(tag)) continue
    const code = report.in === 'IK304' ? report.code : '8'
    const key = `${position.segment} ${tag} ${code}`
    const known = errors.get(key)
    if (!known && errors.size >= mostErrors) continue
    const error: GrowingError = known ?? {
      tag,
      number: position.segment,
      // IK303 is empty for what stands in no loop.
      loop: loop === set.code ? '' : loop,
      code,
      contexts: [],
      elements: [],
    }
    errors.set(key, error)
    const contexts = finding.trigger ? [contextOf(finding.trigger)] : []
    if (report.in === 'IK403') {
      if (error.elements.length >= mostErrors) continue
      const segment = segmentOf(set, position.segment)
      error.elements.push({ ...elementError(finding, report.code, segment), contexts })
    } else error.contexts.push(...contexts.slice(0, mostContexts - error.contexts.length))
  }
  return [...errors.values()]
}

/** A segment by its number; those that were too long to be read have one and are not there. */
function segmentOf({ segments }: TransactionSet, number: number): Segment | undefined {
  for (let index = Math.min(number, segments.length) - 1; index >= 0; index--) {
    const segment = segments[index]
    if (segment && segment.position.segment <= number) return segment.position.segment === number ? segment : undefined
  }
  return undefined
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

function elementError(finding: Finding, code: string, segment: Segment | undefined): ElementError {
  const { tag, element, component, repetition = null, code: what } = finding
  const number = element ?? 1
  // Minimum necessary (45 CFR 164.502(b)): only what was sent as a code is copied back.
  const value = what === 'code-not-allowed' ? (segment?.part(number, component ?? 1, repetition ?? 1) ?? '') : ''
  return {
    element: Math.min(number, mostPlace),
    component: component && Math.min(component, mostPlace),
    repetition,
    dataElement: numberOfElement(tag ?? '', number, component),
    code,
    value: /^[A-Z0-9]{1,3}$/.test(value) ? value : '',
    contexts: [],
  }
}
