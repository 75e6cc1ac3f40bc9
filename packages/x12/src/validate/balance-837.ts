import type { Position } from '../position.ts'
import { tagCode } from '../read/tag.ts'
import { centsOfElement, shownCents } from './amount.ts'
import type { Balance } from './balance.ts'
import type { Findings } from './findings.ts'

const [clm, sv1, sv2] = ['CLM', 'SV1', 'SV2'].map(tagCode)

/** What a claim charges in all (CLM02) is the sum of its lines (SV102, SV203). */
export function balance837(findings: Findings): Balance {
  let claim: { readonly position: Position; readonly charged: number } | null = null
  let lines = 0
  let sum = 0
  return {
    segment(segment, code) {
      if (code === clm) {
        claim = { position: segment.position, charged: centsOfElement(segment, 2) }
        lines = 0
        sum = 0
      } else if (code === sv1 || code === sv2) {
        lines++
        sum += centsOfElement(segment, code === sv1 ? 2 : 3)
      }
    },
    leave(loop) {
      if (loop !== '2300' || !claim) return
      if (lines > 0 && claim.charged !== sum) {
        const sentence = `Claim: its lines come to ${shownCents(sum)}, and CLM02 says ${shownCents(claim.charged)}.`
        const { position } = claim
        findings.add({ level: 3, position, tag: 'CLM', element: 2, code: 'balance', sentence, report: ['IK304', 'I6'] })
      }
      claim = null
    },
  }
}
