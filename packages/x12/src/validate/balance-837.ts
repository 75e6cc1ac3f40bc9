import type { Position } from '../position.ts'
import { hasPacked, packCodes } from '../read/packed-codes.ts'
import { tagCode } from '../read/tag.ts'
import { SegmentView } from '../read/segment-view.ts'
import type { Segment } from '../segment.ts'
import { centsOfElement, shownCents } from './amount.ts'
import type { Balance } from './balance.ts'
import { codesOfOthers, OtherPayers } from './balance-other-payers.ts'
import type { Findings } from './findings.ts'

const [clm, sv1, sv2, lx, hi, sbr] = ['CLM', 'SV1', 'SV2', 'LX', 'HI', 'SBR'].map(tagCode)

/** The byte of 0. */
const zero = 0x30
/** Elements of HI; a claim of professionals has as many diagnoses. */
const mostDiagnoses = 12
/** Components of SV107. */
const mostPointers = 4
/** HI01-1 of diagnoses, by ICD-10 and ICD-9. */
const ofDiagnosis = new Set(['ABK', 'ABF', 'BK', 'BF'])
const packedOfDiagnosis = packCodes(ofDiagnosis)

interface Claim {
  readonly position: Position
  readonly charged: number
  lines: number
  /** Lines with an amount. */
  priced: number
  sum: number
  diagnoses: number
  readonly orders: Set<string>
  /** Null while nobody else pays. */
  others: OtherPayers | null
  /** Of the line that is open. */
  lineCents: number
}

/**
 * What a claim charges in all (CLM02) is the sum of its lines (SV102, SV203); those count up from 1 (LX01) and point at diagnoses of
 * the claim (SV107); what other payers say adds up (balance-other-payers.ts); of its payers none has the place of another (SBR01, but for U: unknown).
 */
export function balance837(findings: Findings): Balance {
  let claim: Claim | null = null
  let subscriberOrder = ''
  const wrong = (
    segment: Segment,
    element: number,
    component: number,
    loop: string,
    code: string,
    sentence: string,
  ) => {
    const { position, tag } = segment
    const place = component === 0 ? { element } : { element, component }
    findings.add({ level: 4, position, tag, ...place, loop, code, sentence, report: ['IK403', '7'] })
  }
  const readLine = (line: Segment, open: Claim): void => {
    open.lines++
    if (line.text(1) === String(open.lines)) return
    wrong(line, 1, 0, '2400', 'line-count', `LX01 should be ${open.lines}: the lines of a claim are counted from 1.`)
  }
  const readPointers = (service: Segment, { diagnoses }: Claim): void => {
    for (let component = 1; component <= mostPointers; component++) {
      if (isDigitUpTo(service, component, Math.min(diagnoses, 9))) continue
      const pointer = service.part(7, component)
      // What is no number is told of as such.
      if (!/^\d{1,2}$/.test(pointer)) continue
      const number = Number(pointer)
      if (number >= 1 && number <= Math.min(diagnoses, mostDiagnoses)) continue
      const sentence = `SV107-${component} points at a diagnosis that the claim does not have; it has ${diagnoses}.`
      wrong(service, 7, component, '2400', 'diagnosis-pointer', sentence)
    }
  }
  const readPayer = (payer: Segment, loop: string): void => {
    const order = payer.text(1)
    if (loop === '2000B') {
      subscriberOrder = order
      return
    }
    if (!claim || order === 'U') return
    if (claim.orders.has(order)) {
      wrong(
        payer,
        1,
        0,
        loop,
        'payer-order-twice',
        'SBR01 gives this payer the place that another payer of the claim has.',
      )
    }
    claim.orders.add(order)
  }
  return {
    segment(segment, code, loop) {
      if (claim && codesOfOthers.has(code) && (loop === '2320' || loop === '2330B' || loop === '2430')) {
        claim.others ??= new OtherPayers(findings)
        claim.others.take(segment, code, loop)
      }
      switch (code) {
        case clm:
          claim = {
            position: segment.position,
            charged: centsOfElement(segment, 2),
            lines: 0,
            priced: 0,
            sum: 0,
            diagnoses: 0,
            others: null,
            lineCents: 0,
            orders: new Set(subscriberOrder === 'U' ? [] : [subscriberOrder]),
          }
          break
        case sbr:
          readPayer(segment, loop)
          break
        case hi:
          if (claim) claim.diagnoses += diagnosesOf(segment)
          break
        case lx:
          if (claim) readLine(segment, claim)
          break
        case sv1:
        case sv2:
          if (!claim) break
          claim.priced++
          claim.lineCents = centsOfElement(segment, code === sv1 ? 2 : 3)
          claim.sum += claim.lineCents
          if (code === sv1) readPointers(segment, claim)
      }
    },
    leave(loop) {
      if (loop === '2400') claim?.others?.endLine(claim.lineCents)
      if (loop !== '2300' || !claim) return
      const { position, priced, charged, sum } = claim
      if (priced > 0 && charged !== sum) {
        const sentence = `Claim: its lines come to ${shownCents(sum)}, and CLM02 says ${shownCents(charged)}.`
        const found = { level: 3, position, tag: 'CLM', element: 2, loop, code: 'balance', sentence } as const
        findings.add({ ...found, report: ['IK403', 'I12'] })
      }
      claim.others?.endClaim(charged)
      claim = null
    },
  }
}

/** One that is not cut into components cannot be told from a diagnosis. */
function diagnosesOf(hi: Segment): number {
  let count = 0
  const view = hi instanceof SegmentView ? hi : null
  for (let element = 1; element <= hi.size; element++) {
    if (view && hasPacked(packedOfDiagnosis, view.packed(element, 1))) {
      count++
      continue
    }
    const kind = hi.part(element, 1)
    if (ofDiagnosis.has(kind) || (kind !== '' && hi.part(element, 2) === '')) count++
  }
  return count
}

/** A pointer as nearly all are, or none: seen without a text of it. */
function isDigitUpTo(service: Segment, component: number, most: number): boolean {
  if (!(service instanceof SegmentView)) return false
  const digit = service.packed(7, component) - zero
  return (digit >= 1 && digit <= most) || (service.known === 0 && service.firstByte(7, component) === 0)
}
