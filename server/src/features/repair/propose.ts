import type { Body, Refusal, repair } from '@foyer/contract'
import { addDays, instantAt, ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import { instantOfMs, msOf } from '../scheduling/index.ts'
import { type Affected, loadAffected } from './affected/load-affected.ts'
import { selectGroupIds } from './groups/store.ts'
import { repairChanged } from './events.ts'
import { planRepair } from './plan.ts'
import { planned } from './planned.ts'
import type { RepairReply } from './present.ts'
import { readRepair, type RepairWork } from './read-repair.ts'
import { insertRepair, savePlanned } from './store.ts'

type Spec = typeof repair.proposeRepair
type Refused = Result<never, Refusal<Spec>>

const mostDays = 31
const mostVisits = 200
const dayMs = 86_400_000

/** Somebody or something cannot be there: who is affected, and a whole new plan. Nothing moves yet. */
export async function propose(
  ctx: Ctx,
  work: RepairWork,
  input: Body<Spec>,
): Promise<Result<RepairReply, Refusal<Spec>>> {
  ctx.because(input.reason)
  const { practice } = work
  const resourceIds = [...new Set(input.resourceIds)]
  const [first] = resourceIds.map((id) => practice.resources.get(id))
  const site = first && practice.sites.get(first.siteId)
  if (!site || resourceIds.some((id) => !practice.resources.has(id))) throw new Problem('not-found')
  const done = await ctx.recall()
  if (done !== undefined) return readRepair(ctx, work, (done as { repairId: string }).repairId)

  const wanted = { start: bound(input.from, site.timeZone, 0), end: bound(input.until, site.timeZone, 1) }
  if (wanted.start >= wanted.end) return refuse({ reason: 'dates-backwards' })
  // What has passed cannot be closed any more.
  const time = { start: Math.max(wanted.start, ctx.now.epochMilliseconds), end: wanted.end }
  if (time.start >= time.end) return refuse({ reason: 'time-past' })
  if (time.end - time.start > mostDays * dayMs) return refuse({ reason: 'too-long', mostDays })

  const span = { start: instantOfMs(time.start), end: instantOfMs(time.end) }
  const only = input.appointmentIds ? new Set(input.appointmentIds) : null
  const { visits, here } = await loadAffected(ctx.db, resourceIds, span, only)
  const groupIds = await selectGroupIds(ctx.db, resourceIds, span, input.appointmentIds ?? null)
  const none = whomItConcerns(visits, groupIds, here)
  if (none) return none
  const closed = only ? [] : resourceIds.map((resourceId) => ({ resourceId, ...time }))
  const plan = await planRepair(ctx, practice, work.solver, visits, { closed, backAt: time.end })

  const repairId = ctx.newId()
  ctx.touch(
    visits.map(({ patientId }) => patientId),
    repairId,
  )
  const saved = await ctx.tx<{ readonly repairId: string }, Refusal<Spec>>(async (db) => {
    const by = { at: ctx.now.toString(), staffId: ctx.actor.staffId, name: ctx.actor.name }
    const { isOptimal } = plan
    const { reason } = input
    await insertRepair(db, {
      id: repairId,
      siteId: site.id,
      resourceIds,
      ...span,
      reason,
      isOptimal,
      closes: only === null,
      groupIds,
      ...by,
    })
    await savePlanned(db, repairId, planned(visits, plan))
    await ctx.tell(db, repairChanged(repairId, site.id))
    return ok({ repairId })
  })
  if (!saved.ok) return saved
  return readRepair(ctx, work, saved.value.repairId)
}

function whomItConcerns(visits: readonly Affected[], groupIds: readonly string[], here: number): Refused | null {
  if (visits.length === 0 && groupIds.length === 0) return refuse({ reason: 'nobody-affected', here })
  return visits.length > mostVisits
    ? refuse({ reason: 'too-many-visits', most: mostVisits, count: visits.length })
    : null
}

/** A date means its midnight, and as the end of something the midnight that ends it. */
function bound(text: string, zone: string, days: 0 | 1): number {
  if (text.length > 10) return msOf(text)
  const date = addDays(text, days)
  return instantAt(date, 0, zone).epochMilliseconds
}
