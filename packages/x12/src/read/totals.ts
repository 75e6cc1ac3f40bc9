import type { Finding } from '../finding.ts'
import { openReader } from './open-reader.ts'
import { tagCode } from './tag.ts'

/** What a file holds and pays, without looking at more of it. */
export interface Totals {
  readonly interchanges: number
  readonly groups: number
  readonly sets: number
  /** CLP of an 835. */
  readonly claims: number
  /** Sums in cents: BPR02, CLP03, CLP04. Amounts that cannot be read are left out and counted. */
  readonly paymentCents: number
  readonly chargedCents: number
  readonly paidCents: number
  readonly unreadable: number
  /** Of the envelopes. */
  readonly findings: readonly Finding[]
}

const [isa, gs, st, bpr, clp] = ['ISA', 'GS', 'ST', 'BPR', 'CLP'].map(tagCode)

/** Counts and sums of a file, for a list of files or before one is taken in. */
export function totalsOf(input: Uint8Array | string): Totals {
  const findings: Finding[] = []
  const totals = {
    interchanges: 0,
    groups: 0,
    sets: 0,
    claims: 0,
    paymentCents: 0,
    chargedCents: 0,
    paidCents: 0,
    unreadable: 0,
  }
  const known = (cents: number | null): number => {
    if (cents === null) totals.unreadable++
    return cents ?? 0
  }
  const reader = openReader({
    only: ['ISA', 'GS', 'ST', 'BPR', 'CLP'],
    finding: (finding) => void findings.push(finding),
    segment(segment) {
      const { code } = segment
      if (code === clp) {
        totals.claims++
        totals.chargedCents += known(segment.cents(3))
        totals.paidCents += known(segment.cents(4))
      } else if (code === bpr) totals.paymentCents += known(segment.cents(2))
      else if (code === st) totals.sets++
      else if (code === gs) totals.groups++
      else if (code === isa) totals.interchanges++
    },
  })
  reader.write(input)
  reader.end()
  return { ...totals, findings }
}
