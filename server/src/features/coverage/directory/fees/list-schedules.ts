import { type payers, type Reply, roleMay } from '@foyer/contract'
import type { Ctx } from '../../../../platform/context.ts'
import { Problem } from '../../../../platform/http/problem.ts'
import type { PracticeBook } from '../../../practice/index.ts'
import { todayAt } from '../../practice-day.ts'
import { type FeeLine, selectFees, selectSchedule, selectSchedules, selectSteps } from './store.ts'

export async function listFeeSchedules(
  ctx: Ctx,
  practices: PracticeBook,
): Promise<Reply<typeof payers.listFeeSchedules>> {
  const [schedules, steps, today] = await Promise.all([
    selectSchedules(ctx.db),
    selectSteps(ctx.db),
    todayAt(ctx, practices),
  ])
  const newest = new Map<string, string>()
  // The newest come first.
  for (const one of schedules) if (!newest.has(lineOf(one))) newest.set(lineOf(one), one.id)
  return {
    schedules: schedules.map((one) => ({ ...one, isNewest: newest.get(lineOf(one)) === one.id })),
    steps: [...steps],
    today,
    can: { change: roleMay(ctx.actor.role, 'practice.change') },
  }
}

function lineOf({ kind, payerId, planId }: FeeLine): string {
  return `${kind} ${payerId} ${planId}`
}

const MOST = 100

export async function lookUpFees(ctx: Ctx, id: string, q: string): Promise<Reply<typeof payers.lookUpFees>> {
  if (!(await selectSchedule(ctx.db, id))) throw new Problem('not-found')
  const fees = await selectFees(ctx.db, id, q.toUpperCase(), MOST + 1)
  return { fees: fees.slice(0, MOST), more: fees.length > MOST }
}
