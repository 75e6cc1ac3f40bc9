import type { Position } from '../position.ts'
import { tagCode } from '../read/tag.ts'
import type { Segment } from '../segment.ts'
import { centsOfElement, shownCents, sumOf } from './amount.ts'
import type { Balance } from './balance.ts'
import type { Findings } from './findings.ts'

const [bpr, clp, svc, cas, plb] = ['BPR', 'CLP', 'SVC', 'CAS', 'PLB'].map(tagCode)
const adjustmentAmounts = [3, 6, 9, 12, 15, 18]
const providerAmounts = [4, 6, 8, 10, 12, 14]

interface Sum {
  position: Position
  charged: number
  paid: number
  adjusted: number
}

/**
 * A payment adds up on three levels (835, section 1.10.2.1): a line's charge less its adjustments is what was paid for it; a
 * claim's charge less its own adjustments and those of its lines is what was paid for it; all claims less the adjustments
 * of the provider are what the payment says.
 */
export function balance835(findings: Findings): Balance {
  let claim: Sum | null = null
  let line: Sum | null = null
  let payment: { readonly position: Position; readonly amount: number } | null = null
  let paid = 0
  let withheld = 0
  const judge = (sum: Sum, tag: string, element: number, what: string): void => {
    const expected = sum.charged - sum.adjusted
    if (expected === sum.paid) return
    const sentence = `${what}: charged ${shownCents(sum.charged)} less adjustments of ${shownCents(sum.adjusted)} is ${shownCents(expected)}, and paid is ${shownCents(sum.paid)}.`
    findings.add({ level: 3, position: sum.position, tag, element, code: 'balance', sentence, report: ['IK304', 'I6'] })
  }
  return {
    segment(segment: Segment, code: number) {
      switch (code) {
        case bpr:
          payment = { position: segment.position, amount: centsOfElement(segment, 2) }
          break
        case clp:
          claim = {
            position: segment.position,
            charged: centsOfElement(segment, 3),
            paid: centsOfElement(segment, 4),
            adjusted: 0,
          }
          paid += claim.paid
          break
        case svc:
          line = {
            position: segment.position,
            charged: centsOfElement(segment, 2),
            paid: centsOfElement(segment, 3),
            adjusted: 0,
          }
          break
        case cas: {
          const sum = sumOf(segment, adjustmentAmounts)
          if (line) line.adjusted += sum
          if (claim) claim.adjusted += sum
          break
        }
        case plb:
          withheld += sumOf(segment, providerAmounts)
          break
      }
    },
    leave(loop: string) {
      if (loop === '2110' && line) {
        judge(line, 'SVC', 3, 'Service line')
        line = null
      } else if (loop === '2100' && claim) {
        judge(claim, 'CLP', 4, 'Claim')
        claim = null
      } else if (loop === '835' && payment && payment.amount !== paid - withheld) {
        const sentence = `Payment: claims of ${shownCents(paid)} less provider adjustments of ${shownCents(withheld)} is ${shownCents(paid - withheld)}, and BPR02 says ${shownCents(payment.amount)}.`
        const { position } = payment
        findings.add({ level: 3, position, tag: 'BPR', element: 2, code: 'balance', sentence, report: ['IK304', 'I6'] })
      }
    },
  }
}
