import type { PriceList } from '@foyer/coverage'
import type { selectPriceLists } from './store.ts'

type Row = Awaited<ReturnType<typeof selectPriceLists>>[number]

export interface PriceLists {
  readonly charges: PriceList | null
  readonly selfPay: PriceList | null
  /** By payer. */
  readonly contracts: ReadonlyMap<string, PriceList>
}

/** @param rows the newest list first */
export function priceListsOf(rows: readonly Row[]): PriceLists {
  const byId = new Map<string, { readonly row: Row; readonly list: PriceList }>()
  for (const row of rows) {
    const { list } = byId.get(row.id) ?? { list: { name: row.name, fees: [] } }
    const { code, modifier, amount_cents: cents } = row
    const fee = code === null || cents === null ? [] : [{ code, modifier: modifier ?? '', cents }]
    byId.set(row.id, { row, list: { ...list, fees: [...list.fees, ...fee] } })
  }
  const lists = [...byId.values()]
  const newest = (kind: string) => lists.find(({ row }) => row.kind === kind)?.list ?? null
  const contracts = new Map<string, PriceList>()
  for (const { row, list } of lists)
    if (row.payer_id !== null && !contracts.has(row.payer_id)) contracts.set(row.payer_id, list)
  return { charges: newest('charge'), selfPay: newest('self-pay'), contracts }
}
