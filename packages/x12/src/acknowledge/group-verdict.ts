import type { Finding } from '../finding.ts'
import type { Group } from '../interchange.ts'
import type { GroupAcknowledgement } from '../write/acknowledgement.ts'
import { groupOfSet } from '../grammar/functional-groups.ts'
import { isPlain } from './plain.ts'
import { setVerdict } from './set-verdict.ts'

/** What a group holds by GS01 or, where that is none, by its first set; null where neither can be told. */
export function kindOf({ functionalId, sets }: Group): string | null {
  return /^[A-Z0-9]{2}$/i.test(functionalId) ? functionalId : groupOfSet(sets[0]?.code ?? '')
}

/** Numbers in place of control numbers that are none: those of the group's sets are passed over. */
function spareNumbers({ sets }: Group): { readonly next: () => string } {
  const taken = new Set(sets.map(({ controlNumber }) => controlNumber.padStart(4, '0')))
  let last = 0
  return {
    next() {
      do last++
      while (taken.has(String(last).padStart(4, '0')))
      return String(last).padStart(4, '0')
    },
  }
}

/** 999 of one group: each set by itself, and the group by its sets (AK901: A, E, P in part, R). */
export function groupVerdict(group: Group, findings: readonly Finding[]): GroupAcknowledgement {
  const bySet = Map.groupBy(findings, ({ position }) => position.set)
  const spares = spareNumbers(group)
  const sets = group.sets.map((set) => setVerdict(set, bySet.get(set.position.set) ?? [], spares.next()))
  const isUnsupported = sets.length > 0 && sets.every(({ codes }) => codes.includes('I6') || codes.includes('1'))
  const about = findings.filter(({ report }) => report?.in === 'AK905')
  const isRejected = isUnsupported || about.some(({ severity }) => severity === 'error')
  const accepted = isRejected ? 0 : sets.filter(({ verdict }) => verdict !== 'R').length
  const ge = group.segments.find(({ tag }) => tag === 'GE')?.text(1) ?? ''
  const codes = about.map(({ report }) => report?.code ?? '')
  // AK905 2: the version of the group is not supported.
  if (isUnsupported) codes.push('2')
  return {
    functionalId: kindOf(group) ?? '',
    controlNumber: /^\d{1,9}$/.test(group.controlNumber) ? group.controlNumber : '0',
    version: isPlain(group.version, 1, 12) ? group.version : '',
    sets,
    verdict: verdictOf(),
    setsIncluded: /^\d{1,6}$/.test(ge) ? Number(ge) : sets.length,
    setsReceived: sets.length,
    setsAccepted: accepted,
    codes: [...new Set(codes)],
  }

  function verdictOf(): 'A' | 'E' | 'P' | 'R' {
    if (isRejected || (accepted === 0 && sets.length > 0)) return 'R'
    if (accepted < sets.length) return 'P'
    return about.length > 0 || sets.some(({ verdict }) => verdict === 'E') ? 'E' : 'A'
  }
}
