import { type Cover, type Eligibility, insures } from '@foyer/coverage'
import type { ContractFor } from './price-lists.ts'
import type { CoverRow } from './store.ts'

/**
 * Policies in the order in which they pay; others are handed along, so that it is said why they do not count.
 *
 * @param order ids, the first payer first
 */
export function coversOf(
  rows: readonly CoverRow[],
  order: readonly string[],
  contractFor: ContractFor,
): readonly Cover[] {
  const listed = order.flatMap((id) => rows.find((row) => row.id === id) ?? [])
  const others = rows.filter((row) => !order.includes(row.id))
  return [...listed, ...others].map((row) => coverOf(row, contractFor))
}

function coverOf(row: CoverRow, contractFor: ContractFor): Cover {
  return {
    coverageId: row.id,
    payer: row.payer,
    paysFor: insures(row.kind, row.payer_kind),
    saidOfNetwork: row.in_network,
    from: row.period_start,
    until: row.period_end,
    answer: answerIn(row.result),
    contract: contractFor(row),
  }
}

/** What was read from a 271 is one entry for each person in it; a question is about one. */
function answerIn(result: unknown): Eligibility | null {
  const one: unknown = Array.isArray(result) ? result[0] : result
  const isAnswer = typeof one === 'object' && one !== null && 'state' in one && 'benefits' in one
  // Written by `readEligibilities` alone.
  return isAnswer ? (one as Eligibility) : null
}
