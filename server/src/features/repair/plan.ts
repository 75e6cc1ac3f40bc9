import {
  readRepair,
  repairExactly,
  repairModel,
  type RepairPlace,
  type RepairPlan,
  repairProgramme,
  repairVisit,
  takenColumns,
} from '@foyer/scheduling'
import type { Ctx } from '../../platform/context.ts'
import type { Solver } from '../../platform/ports/solver.ts'
import type { Practice } from '../practice/index.ts'
import { type Closed, findPlaces, loadWorld } from './affected/find-places.ts'
import type { Affected } from './affected/load-affected.ts'

/** What is answered within a blink without the solver. */
const ownNodes = 2000
const solverMs = 4000
/** Places kept of each visit; more in a second round, when somebody found none. */
const rounds = [48, 240] as const

/** A whole plan for all affected visits. When the solver fails, our own best answer stands, and says what it is. */
export async function planRepair(
  ctx: Ctx,
  practice: Practice,
  solver: Solver,
  visits: readonly Affected[],
  closed: readonly Closed[],
): Promise<RepairPlan> {
  if (visits.length === 0) return { placements: [], cost: 0, isOptimal: true }
  const world = await loadWorld(ctx, practice, visits, closed)
  const places: (readonly RepairPlace[])[] = []
  for (const [turn, visit] of visits.entries()) places.push(await findPlaces(ctx, practice, visit, turn, world))

  let plan: RepairPlan | null = null
  for (const most of rounds) {
    plan = await solve(ctx, practice, solver, visits, places, most)
    const isShort = plan.placements.some(({ option }, index) => !option && (places[index]?.length ?? 0) > most)
    if (!isShort) break
  }
  if (!plan) throw new Error('there is at least one round')
  return plan
}

async function solve(
  ctx: Ctx,
  practice: Practice,
  solver: Solver,
  visits: readonly Affected[],
  places: readonly (readonly RepairPlace[])[],
  most: number,
): Promise<RepairPlan> {
  const now = ctx.now.epochMilliseconds
  const model = repairModel(
    visits.map((visit, index) => {
      const zone = practice.sites.get(visit.siteId)?.timeZone ?? 'UTC'
      return repairVisit(visit, places[index] ?? [], most, { zone, now })
    }),
  )
  const own = repairExactly(model, ownNodes)
  if (own.isOptimal) return own
  const solution = await solver.solve(repairProgramme(model), solverMs)
  const solved = solution && readRepair(model, takenColumns(model, solution.values), solution.isOptimal)
  return solved && solved.cost <= own.cost ? solved : own
}
