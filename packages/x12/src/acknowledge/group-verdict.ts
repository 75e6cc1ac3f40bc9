import type { Finding } from '../finding.ts'
import type { Group } from '../interchange.ts'
import type { GroupAcknowledgement } from '../write/acknowledgement.ts'
import { setVerdict } from './set-verdict.ts'

/** 999 of one group: each set by itself, and the group by its sets (AK901: A, E, P in part, R). */
export function groupVerdict(group: Group, findings: readonly Finding[]): GroupAcknowledgement {
  const bySet = Map.groupBy(findings, ({ position }) => position.set)
  const sets = group.sets.map((set) => setVerdict(set, bySet.get(set.position.set) ?? []))
  const about = findings.filter(({ report }) => report?.in === 'AK905')
  const isRejected = about.some(({ severity }) => severity === 'error')
  const accepted = isRejected ? 0 : sets.filter(({ verdict }) => verdict !== 'R').length
  const ge = group.segments.find(({ tag }) => tag === 'GE')?.text(1) ?? ''
  return {
    functionalId: group.functionalId,
    controlNumber: group.controlNumber,
    version: group.version,
    sets,
    verdict: verdictOf(),
    setsIncluded: /^\d{1,6}$/.test(ge) ? Number(ge) : sets.length,
    setsReceived: sets.length,
    setsAccepted: accepted,
    codes: [...new Set(about.map(({ report }) => report?.code ?? ''))],
  }

  function verdictOf(): 'A' | 'E' | 'P' | 'R' {
    if (isRejected || (accepted === 0 && sets.length > 0)) return 'R'
    if (accepted < sets.length) return 'P'
    return about.length > 0 || sets.some(({ verdict }) => verdict === 'E') ? 'E' : 'A'
  }
}
