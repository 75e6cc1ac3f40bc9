import {
  brokenTies,
  type Interval,
  readRepair,
  repairExactly,
  repairModel,
  type RepairPlace,
  type RepairPlacement,
  type RepairPlan,
  repairProgramme,
  type RepairTie,
  repairVisit,
  takenColumns,
  tiedPlaces,
  unplaced,
} from '@foyer/scheduling'
import type { Ctx } from '../../platform/context.ts'
import type { Solver } from '../../platform/ports/solver.ts'
import type { Practice } from '../practice/index.ts'
import { rehearseMoves } from '../scheduling/index.ts'
import { type Closed, findPlaces, loadWorld } from './affected/find-places.ts'
import type { Affected } from './affected/load-affected.ts'
import { loadTies } from './affected/load-ties.ts'
import { isAgainst, type Obstacle } from './obstacle.ts'
import { storedPlace } from './place.ts'

/** What is answered within a blink without the solver. */
const ownNodes = 2000
const solverMs = 4000
/** Places kept of each visit; more in a second round, when somebody found none. */
const rounds = [48, 240] as const

/** Plans that a rule stood against are tried again without those places, at most so often. */
const mostRehearsals = 12

/**
 * A whole plan for all affected visits, rehearsed: every move of it was done and taken back, so that what is proposed can
 * be done. The search knows time, and what the gaps of chains allow; caps and sessions count what others of the plan do as
 * well, so a place against which a rule stands is left out and the rest planned again. When the solver fails, our own best
 * answer stands, and says what it is.
 *
 * @param backAt when what is missing is there again; epoch milliseconds
 * @param going where visits will be that somebody accepted already
 */
export async function planRepair(
  ctx: Ctx,
  practice: Practice,
  solver: Solver,
  visits: readonly Affected[],
  { closed, backAt }: { readonly closed: readonly Closed[]; readonly backAt: number },
  going: ReadonlyMap<string, Interval> = new Map(),
): Promise<RepairPlan> {
  if (visits.length === 0) return { placements: [], cost: 0, isOptimal: true }
  const world = await loadWorld(ctx, practice, visits, closed, backAt)
  const ties = await loadTies(ctx.db, practice, visits, going)
  let places: (readonly RepairPlace[])[] = []
  for (const [turn, visit] of visits.entries())
    places.push(tiedPlaces(turn, await findPlaces(ctx, practice, visit, turn, world, ties), ties))

  for (let turn = 0; ; turn += 1) {
    const plan = await planOnce(ctx, practice, solver, { visits, places, ties })
    const obstacles = await rehearsed(ctx, practice, visits, plan)
    const torn = brokenTies(plan.placements, ties)
    if (obstacles.size === 0 && torn.size === 0) return turn === 0 ? plan : { ...plan, isOptimal: false }
    const isStopped = new Set([...obstacles.keys(), ...torn.keys()])
    if (turn === mostRehearsals) return withoutPlace(plan, visits, ties, isStopped)
    places = places.map((own, index) => {
      const [obstacle, isHeld] = [obstacles.get(index), torn.get(index)]
      if (!obstacle && !isHeld) return own
      return own.filter((place) => !(obstacle && isAgainst(obstacle, place)) && (isHeld?.(place) ?? true))
    })
  }
}

/** What is to be planned: for each visit where it could go, and what ties it to others. */
interface Task {
  readonly visits: readonly Affected[]
  readonly places: readonly (readonly RepairPlace[])[]
  readonly ties: readonly RepairTie[]
}

/** By the position of the visit: what stands against its place. */
async function rehearsed(
  ctx: Ctx,
  practice: Practice,
  visits: readonly Affected[],
  plan: RepairPlan,
): Promise<ReadonlyMap<number, Obstacle>> {
  const moves = plan.placements.flatMap(({ visitId, option }, index) => (option ? [{ visitId, option, index }] : []))
  const obstacles = await rehearseMoves(
    ctx,
    practice,
    moves.map(({ visitId, option }) => ({ appointmentId: visitId, ...storedPlace(option) })),
  )
  return new Map(
    moves.flatMap(({ option, index }, at) => {
      const obstacle = obstacles[at]
      const zone = practice.sites.get(visits[index]?.siteId ?? '')?.timeZone ?? 'UTC'
      return obstacle ? [[index, { ...obstacle, place: option, zone }] as const] : []
    }),
  )
}

/** Rather nowhere than somewhere it could not go: a person decides. Whose leg beside then stays, stays too. */
function withoutPlace(
  plan: RepairPlan,
  visits: readonly Affected[],
  ties: readonly RepairTie[],
  isStopped: ReadonlySet<number>,
): RepairPlan {
  const placements = plan.placements.map((placement, index): RepairPlacement => {
    const visit = visits[index]
    return visit && isStopped.has(index) ? unplaced(visit, index, ties) : placement
  })
  const torn = brokenTies(placements, ties)
  const rest = { placements, cost: placements.reduce((sum, { cost }) => sum + cost, 0), isOptimal: false }
  return torn.size === 0 ? rest : withoutPlace(rest, visits, ties, new Set(torn.keys()))
}

async function planOnce(ctx: Ctx, practice: Practice, solver: Solver, task: Task): Promise<RepairPlan> {
  let plan: RepairPlan | null = null
  for (const most of rounds) {
    plan = await solve(ctx, practice, solver, task, most)
    const isShort = plan.placements.some(({ option }, index) => !option && (task.places[index]?.length ?? 0) > most)
    if (!isShort) break
  }
  if (!plan) throw new Error('there is at least one round')
  return plan
}

async function solve(
  ctx: Ctx,
  practice: Practice,
  solver: Solver,
  { visits, places, ties }: Task,
  most: number,
): Promise<RepairPlan> {
  const now = ctx.now.epochMilliseconds
  const model = repairModel(
    visits.map((visit, index) => {
      const zone = practice.sites.get(visit.siteId)?.timeZone ?? 'UTC'
      return repairVisit(visit, places[index] ?? [], most, { zone, now })
    }),
    ties,
  )
  const own = repairExactly(model, ownNodes)
  if (own.isOptimal) return own
  const solution = await solver.solve(repairProgramme(model), solverMs)
  const solved = solution && readRepair(model, takenColumns(model, solution.values), solution.isOptimal)
  return solved && solved.cost <= own.cost ? solved : own
}
