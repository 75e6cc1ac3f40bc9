import type { Cover, Eligibility, PriceList } from '@foyer/coverage'
import type { CoverRow } from './store.ts'

export interface Covers {
  readonly covers: readonly Cover[]
  readonly isOrderSure: boolean
}

export interface Orders {
  readonly pinned: readonly string[]
  readonly decided: readonly string[] | null
}

/**
 * Who pays, and in which order: as it was pinned to the visit, else as a person decided, else as the cards are numbered.
 * Two with the same number are two of which nobody said who pays first.
 */
export function coversOf(
  rows: readonly CoverRow[],
  { pinned, decided }: Orders,
  contracts: ReadonlyMap<string, PriceList>,
): Covers {
  const order = pinned.length > 0 ? pinned : decided
  if (order) {
    const listed = order.flatMap((id) => rows.find((row) => row.id === id) ?? [])
    const others = pinned.length > 0 ? [] : rows.filter((row) => !order.includes(row.id))
    return { covers: [...listed, ...others].map((row) => coverOf(row, contracts)), isOrderSure: others.length === 0 }
  }
  const numbers = rows.filter(({ kind }) => kind === 'health').map((row) => row.coverage_order)
  return {
    covers: rows.map((row) => coverOf(row, contracts)),
    isOrderSure: new Set(numbers).size === numbers.length,
  }
}

function coverOf(row: CoverRow, contracts: ReadonlyMap<string, PriceList>): Cover {
  return {
    coverageId: row.id,
    payer: row.payer,
    isHealth: row.kind === 'health',
    saidOfNetwork: row.in_network,
    from: row.period_start,
    until: row.period_end,
    answer: answerIn(row.result),
    contract: contracts.get(row.payer_id) ?? null,
  }
}

/** What was read from a 271 is one entry for each person in it; a question is about one. */
function answerIn(result: unknown): Eligibility | null {
  const one: unknown = Array.isArray(result) ? result[0] : result
  const isAnswer = typeof one === 'object' && one !== null && 'state' in one && 'benefits' in one
  // Written by `readEligibilities` alone.
  return isAnswer ? (one as Eligibility) : null
}
