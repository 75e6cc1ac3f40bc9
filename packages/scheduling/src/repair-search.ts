import { unplacedCost } from './repair-cost.ts'
import { type RepairModel, readRepair } from './repair-model.ts'
import type { RepairPlan } from './repair.ts'

/** The columns that cannot be taken together with each, those of its own visit left out. */
function clashes(model: RepairModel): number[][] {
  const with_ = model.columns.map(() => new Set<number>())
  for (const clique of model.cliques) {
    for (const one of clique) {
      for (const other of clique) {
        if (model.columns[one]?.visit !== model.columns[other]?.visit) with_[one]?.add(other)
      }
    }
  }
  return with_.map((set) => [...set])
}

/** Urgent ones first, then those with the fewest places to go; each takes its cheapest place that is left. */
function greedyColumns(model: RepairModel, clash: readonly (readonly number[])[]): number[] {
  const order = [...model.visits.keys()].sort((a, b) => {
    const urgency = (model.visits[b]?.urgency ?? 0) - (model.visits[a]?.urgency ?? 0)
    return urgency || (model.columnsOf[a]?.length ?? 0) - (model.columnsOf[b]?.length ?? 0) || a - b
  })
  const closed = new Set<number>()
  const taken: number[] = []
  for (const visit of order) {
    const best = cheapestFirst(model, visit).find((column) => !closed.has(column))
    if (best === undefined) continue
    taken.push(best)
    for (const other of clash[best] ?? []) closed.add(other)
  }
  return taken
}

function cheapestFirst({ columnsOf, costs }: RepairModel, visit: number): number[] {
  return (columnsOf[visit] ?? []).toSorted((a, b) => (costs[a] ?? 0) - (costs[b] ?? 0) || a - b)
}

function planOf(model: RepairModel, taken: readonly number[], isOptimal: boolean): RepairPlan {
  const plan = readRepair(model, taken, isOptimal)
  if (!plan) throw new Error('columns were taken that clash')
  return plan
}

/** A plan in one pass; it is there at once and seldom the best. */
export function repairGreedily(model: RepairModel): RepairPlan {
  return planOf(model, greedyColumns(model, clashes(model)), model.visits.length === 0)
}

/**
 * The best plan by branch and bound, or, when `nodeLimit` steps did not prove one, the best that was seen, never worse
 * than the greedy one. A branch ends where what is taken, plus the cheapest open place of every visit that is left, costs
 * no less than the best plan so far. The visit with the fewest open places is decided next.
 */
export function repairExactly(model: RepairModel, nodeLimit: number): RepairPlan {
  const clash = clashes(model)
  const greedy = planOf(model, greedyColumns(model, clash), false)
  const ordered = model.visits.map((_, visit) => cheapestFirst(model, visit))
  const closed = new Int32Array(model.columns.length)
  const waiting = new Set(model.visits.keys())
  const taken: number[] = []
  let best = { cost: greedy.cost, columns: greedyColumns(model, clash) }
  let nodes = 0

  function costOrNone(visit: number, column: number | undefined): number {
    const none = unplacedCost(model.visits[visit]?.urgency ?? 0)
    return column === undefined ? none : Math.min(none, model.costs[column] ?? 0)
  }

  /** The cheapest there could still be, and the visit to decide next. */
  function look(): { bound: number; next: number | undefined } {
    let bound = 0
    let next: number | undefined
    let fewest = Infinity
    for (const visit of waiting) {
      let first: number | undefined
      let count = 0
      for (const column of ordered[visit] ?? []) {
        if (closed[column] !== 0) continue
        first ??= column
        count++
      }
      bound += costOrNone(visit, first)
      if (count < fewest) [fewest, next] = [count, visit]
    }
    return { bound, next }
  }

  /** False when the limit was reached and something may have been missed. */
  function search(cost: number): boolean {
    if (++nodes > nodeLimit) return false
    const { bound, next } = look()
    if (cost + bound >= best.cost) return true
    if (next === undefined) {
      best = { cost, columns: [...taken] }
      return true
    }
    waiting.delete(next)
    let isWhole = true
    for (const column of ordered[next] ?? []) {
      if (closed[column] !== 0) continue
      for (const other of clash[column] ?? []) closed[other] = (closed[other] ?? 0) + 1
      taken.push(column)
      isWhole = search(cost + (model.costs[column] ?? 0)) && isWhole
      taken.pop()
      for (const other of clash[column] ?? []) closed[other] = (closed[other] ?? 0) - 1
      if (nodes > nodeLimit) break
    }
    isWhole = search(cost + costOrNone(next, undefined)) && isWhole
    waiting.add(next)
    return isWhole
  }

  const isOptimal = search(0)
  return planOf(model, best.columns, isOptimal)
}
