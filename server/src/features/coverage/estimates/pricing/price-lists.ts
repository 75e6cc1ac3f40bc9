import { contractOf, type PriceList } from '@foyer/coverage'
import type { selectPriceLists } from './store.ts'

type Row = Awaited<ReturnType<typeof selectPriceLists>>[number]

/** Of a policy: the rates of its plan, else of its payer. */
export type ContractFor = (of: { readonly payer_id: string; readonly plan_id: string | null }) => PriceList | null

export interface PriceLists {
  readonly charges: PriceList | null
  readonly selfPay: PriceList | null
  readonly contractFor: ContractFor
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
  const contract = (payerId: string, planId: string | null) =>
    lists.find(({ row }) => row.payer_id === payerId && row.plan_id === planId)?.list ?? null
  return {
    charges: newest('charge'),
    selfPay: newest('self-pay'),
    contractFor: ({ payer_id: payerId, plan_id: planId }) =>
      contractOf(planId === null ? null : contract(payerId, planId), contract(payerId, null)),
  }
}
