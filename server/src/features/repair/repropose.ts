import type { Body, Params, Refusal, repair } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Urgency } from '@foyer/scheduling'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import { instantOfMs, msOf } from '../scheduling/index.ts'
import { loadAffected } from './affected/load-affected.ts'
import { repairChanged } from './events.ts'
import { placeOfStored } from './place.ts'
import { planRepair } from './plan.ts'
import { planned } from './planned.ts'
import type { RepairReply } from './present.ts'
import { readRepair, type RepairWork } from './read-repair.ts'
import {
  lockRepair,
  markSettled,
  type RepairRow,
  savePlanned,
  selectItems,
  selectRepair,
  touchRepair,
} from './store.ts'

type Spec = typeof repair.reproposeRepair

/** Plans anew what is open or was overtaken, and what was booked into the time meanwhile. */
export async function repropose(
  ctx: Ctx,
  work: RepairWork,
  input: Params<Spec> & Body<Spec>,
): Promise<Result<RepairReply, Refusal<Spec>>> {
  const { repairId } = input
  const row = await selectRepair(ctx.db, repairId)
  if (!row) throw new Problem('not-found')
  if (row.version !== input.version && (await ctx.recall()) === undefined)
    return refuse({ reason: 'changed-meanwhile', version: row.version })
  if (row.status === 'closed') return refuse({ reason: 'taken-back' })
  if (msOf(row.until) <= ctx.now.epochMilliseconds) return refuse({ reason: 'time-past' })
  const urgencies = new Map(input.urgencies.map((each) => [each.appointmentId, each.urgency as Urgency]))
  const done = await planAnew(ctx, work, row, urgencies)
  return done.ok ? readRepair(ctx, work, repairId) : done
}

/**
 * Accepted visits keep their place, which nobody else of the repair is offered; kept and cancelled ones are not asked
 * again. What no longer counts on the resource was settled by somebody else.
 */
export async function planAnew(
  ctx: Ctx,
  work: RepairWork,
  row: RepairRow,
  urgencies: ReadonlyMap<string, Urgency>,
): Promise<Result<unknown, { readonly reason: 'changed-meanwhile'; readonly version: number }>> {
  const start = Math.max(msOf(row.from), ctx.now.epochMilliseconds)
  const [items, { visits }] = await Promise.all([
    selectItems(ctx.db, row.id),
    loadAffected(ctx.db, row.resource_ids, { start: instantOfMs(start), end: row.until }),
  ])
  const known = new Map(items.map((item) => [item.appointment_id, item]))
  const waiting = visits
    .filter(({ id }) => {
      const item = known.get(id)
      return item === undefined
        ? row.closes
        : item.applied_at === null && (item.decision === 'open' || item.decision === 'overtaken')
    })
    .map((visit) => ({
      ...visit,
      urgency: urgencies.get(visit.id) ?? known.get(visit.id)?.before.urgency ?? visit.urgency,
    }))
  const settled = items.filter(
    (item) => item.applied_at === null && !visits.some(({ id }) => id === item.appointment_id),
  )
  const fixed = items.filter((item) => item.applied_at === null && item.decision === 'accepted')
  const closed = [
    ...(row.closes ? row.resource_ids.map((resourceId) => ({ resourceId, start, end: msOf(row.until) })) : []),
    ...fixed.flatMap(({ proposal }) => (proposal ? placeOfStored(proposal).assignments : [])),
  ]
  const going = new Map(
    fixed.flatMap((item) => (item.proposal ? [[item.appointment_id, placeOfStored(item.proposal)] as const] : [])),
  )
  const missing = { closed, backAt: msOf(row.until) }
  const plan = await planRepair(ctx, work.practice, work.solver, waiting, missing, going)
  ctx.touch(
    waiting.map(({ patientId }) => patientId),
    row.id,
  )
  return ctx.tx<unknown, { readonly reason: 'changed-meanwhile'; readonly version: number }>(async (db) => {
    const now = await lockRepair(db, row.id)
    if (now?.version !== row.version) return refuse({ reason: 'changed-meanwhile', version: now?.version ?? 0 })
    await savePlanned(db, row.id, planned(waiting, plan))
    await markSettled(
      db,
      row.id,
      settled.map((item) => item.appointment_id),
      ctx.now.toString(),
    )
    await touchRepair(db, row.id, { isOptimal: plan.isOptimal, ...(waiting.length > 0 && { status: 'proposed' }) })
    await ctx.tell(db, repairChanged(row.id, row.site_id))
    return ok({})
  })
}
