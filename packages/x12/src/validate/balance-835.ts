import type { Position } from '../position.ts'
import { packed } from '../read/packed-codes.ts'
import { SegmentView } from '../read/segment-view.ts'
import { tagCode } from '../read/tag.ts'
import type { Segment } from '../segment.ts'
import { centsOfElement, shownCents, sumOf } from './amount.ts'
import type { Balance } from './balance.ts'
import type { Findings } from './findings.ts'
import { judgeProviderAdjustments } from './provider-adjustments.ts'

const [bpr, clp, svc, dtm, cas, plb] = ['BPR', 'CLP', 'SVC', 'DTM', 'CAS', 'PLB'].map(tagCode)
const patient = packed('PR')
const adjustmentAmounts = [3, 6, 9, 12, 15, 18]

interface Sum {
  position: Position
  charged: number
  paid: number
  adjusted: number
  /** When the service was, or the claim began or ended. */
  isDated: boolean
}

interface ClaimSum extends Sum {
  /** CLP05, and the adjustments that the patient bears (PR). */
  readonly owed: number
  borne: number
  lines: number
  /** By its lines. */
  lineCharges: number
}

/** Whether an adjustment is borne by the patient. */
function isOfPatient(cas: Segment): boolean {
  const known = cas instanceof SegmentView ? cas.packed(1, 0) : 0
  return known === 0 ? cas.text(1) === 'PR' : known === patient
}

/** Whether a date is that by which a claim begins or ends; its others are of something else. */
function isOfClaim(date: Segment): boolean {
  return date.text(1) === '232' || date.text(1) === '233'
}

/**
 * A payment adds up on three levels (835, section 1.10.2.1): a line's charge less its adjustments is what was paid for it; a
 * claim's charge less its own adjustments and those of its lines is what was paid for it, and its lines come to what it charges; all claims less the adjustments
 * of the provider are what the payment says. What a patient owes (CLP05) is what was adjusted as theirs (PR); payers keep that less
 * strictly, so it is a warning. Where a claim has no dates, each of its lines has one (section 2100 DTM).
 */
export function balance835(findings: Findings): Balance {
  let claim: ClaimSum | null = null
  let line: Sum | null = null
  let payment: { readonly position: Position; readonly amount: number } | null = null
  let paid = 0
  let withheld = 0
  const add = (position: Position, tag: string, element: number, loop: string, sentence: string): void =>
    findings.add({ level: 3, position, tag, element, loop, code: 'balance', sentence, report: ['IK403', 'I12'] })
  const judgeClaim = ({ position, owed, borne, lines, lineCharges, charged }: ClaimSum): void => {
    if (lines > 0 && lineCharges !== charged) {
      const sentence = `Claim: its lines charge ${shownCents(lineCharges)}, and CLP03 says ${shownCents(charged)}.`
      add(position, 'CLP', 3, '2100', sentence)
    }
    if (owed === borne) return
    const sentence = `Claim: CLP05 says that the patient owes ${shownCents(owed)}, and adjustments of the patient (PR) come to ${shownCents(borne)}.`
    findings.add({
      severity: 'warning',
      level: 3,
      position,
      tag: 'CLP',
      element: 5,
      loop: '2100',
      code: 'patient-balance',
      sentence,
      report: ['IK403', 'I12'],
    })
  }
  const judge = (sum: Sum, tag: string, element: number, loop: string, what: string): void => {
    const expected = sum.charged - sum.adjusted
    if (expected === sum.paid) return
    const sentence = `${what}: charged ${shownCents(sum.charged)} less adjustments of ${shownCents(sum.adjusted)} is ${shownCents(expected)}, and paid is ${shownCents(sum.paid)}.`
    add(sum.position, tag, element, loop, sentence)
  }
  const tellUndated = ({ position }: Sum, loop: string, sentence: string): void =>
    findings.add({ level: 4, position, tag: 'DTM', loop, code: 'situation', sentence, report: ['IK304', 'I6'] })
  return {
    segment(segment: Segment, code: number) {
      switch (code) {
        case bpr:
          payment = { position: segment.position, amount: centsOfElement(segment, 2) }
          if (payment.amount < 0) {
            add(
              payment.position,
              'BPR',
              2,
              '835',
              'A payment is not less than 0 (BPR02); what is owed is carried forward (PLB FB).',
            )
          }
          if (segment.text(4) === 'NON' && payment.amount > 0) {
            add(payment.position, 'BPR', 2, '835', 'BPR04 says that nothing is paid (NON), and BPR02 says more than 0.')
          }
          break
        case clp:
          claim = {
            position: segment.position,
            charged: centsOfElement(segment, 3),
            paid: centsOfElement(segment, 4),
            adjusted: 0,
            isDated: false,
            owed: centsOfElement(segment, 5),
            borne: 0,
            lines: 0,
            lineCharges: 0,
          }
          paid += claim.paid
          break
        case svc:
          line = {
            position: segment.position,
            charged: centsOfElement(segment, 2),
            paid: centsOfElement(segment, 3),
            adjusted: 0,
            isDated: claim?.isDated ?? true,
          }
          if (claim) {
            claim.lines++
            claim.lineCharges += line.charged
          }
          break
        case dtm:
          if (line) line.isDated = true
          else if (claim && isOfClaim(segment)) claim.isDated = true
          break
        case cas: {
          const sum = sumOf(segment, adjustmentAmounts)
          if (line) line.adjusted += sum
          if (claim) {
            claim.adjusted += sum
            if (isOfPatient(segment)) claim.borne += sum
          }
          break
        }
        case plb:
          withheld += judgeProviderAdjustments(segment, findings)
          break
      }
    },
    leave(loop: string) {
      if (loop === '2110' && line) {
        judge(line, 'SVC', 3, '2110', 'Service line')
        if (!line.isDated)
          tellUndated(line, '2110', 'A line of a claim without dates says when the service was (DTM*472).')
        line = null
      } else if (loop === '2100' && claim) {
        judge(claim, 'CLP', 4, '2100', 'Claim')
        judgeClaim(claim)
        if (claim.lines === 0 && !claim.isDated) {
          tellUndated(claim, '2100', 'A claim without lines says when it began or ended (DTM*232, DTM*233).')
        }
        claim = null
      } else if (loop === '835' && payment && payment.amount !== paid - withheld) {
        const sentence = `Payment: claims of ${shownCents(paid)} less provider adjustments of ${shownCents(withheld)} is ${shownCents(paid - withheld)}, and BPR02 says ${shownCents(payment.amount)}.`
        add(payment.position, 'BPR', 2, '835', sentence)
      }
    },
  }
}
