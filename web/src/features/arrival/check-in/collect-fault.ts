import { changeOf } from './change.ts'

export interface CollectDraft {
  readonly method: 'cash' | 'card'
  readonly amount: number | null
  readonly tendered: number | null
  readonly last4: string
}

export interface CollectFault {
  readonly field: 'amount' | 'tendered' | 'last4'
  readonly word: 'fault_amount' | 'fault_not-enough-cash' | 'fault_last4'
  /** The amount that the words speak of. */
  readonly cents: number | null
}

/** What keeps a payment from being sent; the server has the last word on what is due. */
export function collectFault({ method, amount, tendered, last4 }: CollectDraft): CollectFault | null {
  if (amount === null || amount <= 0) return { field: 'amount', word: 'fault_amount', cents: null }
  if (method === 'card') {
    return last4 === '' || /^\d{4}$/.test(last4) ? null : { field: 'last4', word: 'fault_last4', cents: null }
  }
  const change = changeOf(amount, tendered)
  return change?.what === 'missing' ? { field: 'tendered', word: 'fault_not-enough-cash', cents: change.cents } : null
}
