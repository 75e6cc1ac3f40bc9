import type { Body, Refusal, Reply, scheduling } from '@foyer/contract'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { BookRefusal } from '@foyer/scheduling'
import { staffOf } from '../../../platform/auth/sessions.ts'
import { runIn } from '../../../platform/database/organization-db.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { Practice } from '../../practice/index.ts'
import { planInTurn } from '../booking/plan.ts'
import { groupChanged, takenBy } from '../events.ts'
import { instantOfMs } from '../instants.ts'
import type { Lost } from '../openings/with-next.ts'
import { openPlaceOf } from '../place.ts'
import { dayAround } from '../site-days.ts'
import { conflictOf } from '../taken.ts'
import { insertAllocations } from '../time/store.ts'
import { insertGroup } from './store.ts'

type Spec = typeof scheduling.openGroup
type Refused = Exclude<Refusal<Spec>, { reason: 'opening-taken' }>

/** Opens a group session. It takes time like a visit does, one lane of each resource; seats are booked one by one. */
export async function openGroup(
  ctx: Ctx,
  practice: Practice,
  input: Body<Spec>,
): Promise<Result<Reply<Spec>, Refused | Lost>> {
  const { siteId, visitTypeId, start, overrides } = input
  const place = openPlaceOf(practice, visitTypeId, siteId)
  const seats = input.seats ?? place.rule.seats ?? 1
  if (seats < 2) return refuse({ reason: 'not-for-groups' })
  if (overrides) ctx.because(overrides.reason)
  const wanted = { place, start, assignments: input.assignments, patientId: null }
  try {
    const opened = await ctx.tx<Reply<Spec>, Refused | BookRefusal>(async (db) => {
      const plan = await planInTurn(db, { practice, place, wanted: input, patientId: null, overrides }, ctx)
      if (!plan.ok) return plan
      const id = ctx.newId()
      ctx.touch([], id)
      const times = { starts_at: instantOfMs(plan.value.start), ends_at: instantOfMs(plan.value.end) }
      const made = { created_at: ctx.now.toString(), created_by: staffOf(ctx.actor) }
      const group = { id, visit_type_id: visitTypeId, site_id: siteId, seats, rules: plan.value.rules }
      await runIn(db, insertGroup(db, { ...group, ...times, ...made }))
      await runIn(
        db,
        insertAllocations(db, plan.value, { groupSessionId: id }, () => ctx.newId()),
      )
      const date = dayAround(plan.value.start, place.zone).date
      await ctx.tell(db, groupChanged({ id, siteId, date }, takenBy(plan.value)))
      return ok({ id, start: times.starts_at, end: times.ends_at, seats, version: 1 })
    })
    if (opened.ok) return opened
    const { error } = opened
    return error.reason === 'opening-taken'
      ? refuse({ reason: error.reason, rules: error.rules, wanted })
      : refuse(error)
  } catch (error) {
    if (!conflictOf(error)) throw error
    return refuse({ reason: 'opening-taken', wanted })
  }
}
