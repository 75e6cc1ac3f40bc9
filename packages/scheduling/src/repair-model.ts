import { type RepairColumn, repairCliques, repairColumns } from './repair-clash.ts'
import { costOf, repairReasons, unplacedCost } from './repair-cost.ts'
import { isTied, type RepairTie, tieCliques } from './repair-ties.ts'
import type { RepairPlacement, RepairPlan, RepairVisit } from './repair.ts'

/** The choice of a plan as a programme of zeros and ones. */
export type RepairModel = {
  readonly visits: readonly RepairVisit[]
  readonly columns: readonly RepairColumn[]
  /** Of each column. */
  readonly costs: readonly number[]
  /** Numbers of the columns of each visit. */
  readonly columnsOf: readonly (readonly number[])[]
  /** At most one column of each may be taken. */
  readonly cliques: readonly (readonly number[])[]
  /** Gaps of chains: who is tied and has no place is told so. */
  readonly ties: readonly RepairTie[]
}

/**
 * Options become columns; for each visit exactly one of its columns or "no place" is taken; of columns that want one
 * lane of a resource at one moment, or would tear two legs of a chain apart, at most one.
 */
export function repairModel(visits: readonly RepairVisit[], ties: readonly RepairTie[] = []): RepairModel {
  const columns = repairColumns(visits)
  const columnsOf: number[][] = visits.map(() => [])
  const costs = columns.map(({ visit, option }, column) => {
    columnsOf[visit]?.push(column)
    const whole = visits[visit]
    const chosen = whole?.options[option]
    return whole && chosen ? costOf(repairReasons(whole, chosen)) : 0
  })
  const cliques = [...repairCliques(visits, columns), ...tieCliques(visits, columns, columnsOf, ties)]
  return { visits, columns, costs, columnsOf, cliques, ties }
}

/** The programme in the LP format of CPLEX, which solvers read: `x<column>` takes an option, `u<visit>` leaves one out. */
export function repairProgramme(model: RepairModel): string {
  const { visits, costs, columnsOf, cliques } = model
  const goal = [
    ...costs.map((cost, column) => `${cost} x${column}`),
    ...visits.map(({ urgency }, visit) => `${unplacedCost(urgency)} u${visit}`),
  ]
  const once = columnsOf.map((own, visit) => [...own.map((column) => `x${column}`), `u${visit}`])
  const apart = cliques.map((clique) => clique.map((column) => `x${column}`))
  const names = [...costs.map((_, column) => `x${column}`), ...visits.map((_, visit) => `u${visit}`)]
  return [
    'Minimize',
    ` cost: ${sum(goal)}`,
    'Subject To',
    ...once.map((terms, index) => ` once${index}: ${sum(terms)} = 1`),
    ...apart.map((terms, index) => ` apart${index}: ${sum(terms)} <= 1`),
    'Binary',
    ...names.map((name) => ` ${name}`),
    'End',
    '',
  ].join('\n')
}

/** The format allows short lines only: a term on each. */
function sum(terms: readonly string[]): string {
  return terms.join('\n + ')
}

/** The columns that a solver took, from its values by name. */
export function takenColumns(model: RepairModel, values: ReadonlyMap<string, number>): number[] {
  return model.columns.flatMap((_, column) => ((values.get(`x${column}`) ?? 0) > 0.5 ? [column] : []))
}

/** A plan from the columns taken, or `undefined` where they clash or take a visit twice: solvers are not trusted. */
export function readRepair(model: RepairModel, taken: readonly number[], isOptimal: boolean): RepairPlan | undefined {
  const chosen = new Set(taken)
  if (model.cliques.some((clique) => clique.filter((column) => chosen.has(column)).length > 1)) return undefined
  const placements: RepairPlacement[] = []
  for (const index of model.visits.keys()) {
    const own = (model.columnsOf[index] ?? []).filter((column) => chosen.has(column))
    if (own.length > 1) return undefined
    placements.push(placement(model, index, own[0]))
  }
  return { placements, cost: placements.reduce((all, { cost }) => all + cost, 0), isOptimal }
}

function placement(model: RepairModel, index: number, column: number | undefined): RepairPlacement {
  const visit = model.visits[index]
  const option = column === undefined ? undefined : visit?.options[model.columns[column]?.option ?? -1]
  if (!visit) throw new Error('a placement is of a visit of the model')
  if (!option) return unplaced(visit, index, model.ties)
  const why = repairReasons(visit, option)
  return { visitId: visit.id, option, cost: costOf(why), why }
}

/** A visit without a place, and why: nothing is free, or nothing that holds the gaps of its chain. */
export function unplaced(
  { id, urgency }: Pick<RepairVisit, 'id' | 'urgency'>,
  index: number,
  ties: readonly RepairTie[],
): RepairPlacement {
  const cost = unplacedCost(urgency)
  const code = isTied(index, ties) ? 'chain-gap' : 'nothing-free'
  return { visitId: id, option: null, cost, why: [{ code, points: cost }] }
}
