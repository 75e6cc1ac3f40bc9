import { compare } from './compare.ts'
import type { OrderQuestion, OrderRule, PayingFor, Policy } from './policy.ts'

export interface PayingOrder {
  /** Ids of policies; the first pays first. */
  readonly ids: readonly string[]
  /** Why each goes before the next. */
  readonly because: readonly OrderRule[]
  /** What would have to be asked to be sure; none: the order is certain. */
  readonly asks: readonly OrderQuestion[]
}

/**
 * Who pays before whom. Each policy is held against each other one; who goes before most others comes first, so that the
 * answer does not depend on the order in which they were written down.
 */
export function orderOf(policies: readonly Policy[], facts: PayingFor): PayingOrder {
  const byId = policies.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const wins = new Map(byId.map(({ id }) => [id, 0]))
  const asks = new Set<OrderQuestion>()
  for (const [at, a] of byId.entries()) {
    for (const b of byId.slice(at + 1)) {
      const verdict = compare(a, b, facts, byId)
      const first = verdict.first === 'a' ? a.id : b.id
      wins.set(first, (wins.get(first) ?? 0) + 1)
      if (verdict.asks) asks.add(verdict.asks)
    }
  }
  const ordered = byId.toSorted((a, b) => (wins.get(b.id) ?? 0) - (wins.get(a.id) ?? 0))
  const because = ordered.slice(1).map((policy, at) => compare(ordered[at]!, policy, facts, byId).rule)
  return { ids: ordered.map(({ id }) => id), because, asks: [...asks] }
}
