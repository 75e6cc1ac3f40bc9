import { type RepairColumn, repairCliques, repairColumns } from './repair-clash.ts'
import { costOf, repairReasons, unplacedCost } from './repair-cost.ts'
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
}

/**
 * Options become columns; for each visit exactly one of its columns or "no place" is taken; of columns that want one
 * lane of a resource at one moment at most one.
 */
export function repairModel(visits: readonly RepairVisit[]): RepairModel {
  const columns = repairColumns(visits)
  const columnsOf: number[][] = visits.map(() => [])
  const costs = columns.map(({ visit, option }, column) => {
    columnsOf[visit]?.push(column)
    const whole = visits[visit]
    const chosen = whole?.options[option]
    return whole && chosen ? costOf(repairReasons(whole, chosen)) : 0
  })
  return { visits, columns, costs, columnsOf, cliques: repairCliques(visits, columns) }
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
  for (const [index, visit] of model.visits.entries()) {
    const own = (model.columnsOf[index] ?? []).filter((column) => chosen.has(column))
    if (own.length > 1) return undefined
    placements.push(placement(model, visit, own[0]))
  }
  return { placements, cost: placements.reduce((all, { cost }) => all + cost, 0), isOptimal }
}

function placement(model: RepairModel, visit: RepairVisit, column: number | undefined): RepairPlacement {
  const option = column === undefined ? undefined : visit.options[model.columns[column]?.option ?? -1]
  if (!option) {
    const cost = unplacedCost(visit.urgency)
    return { visitId: visit.id, option: null, cost, why: [{ code: 'nothing-free', points: cost }] }
  }
  const why = repairReasons(visit, option)
  return { visitId: visit.id, option, cost: costOf(why), why }
}
