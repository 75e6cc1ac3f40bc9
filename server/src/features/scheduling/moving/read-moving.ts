import type { Params, Reply, scheduling } from '@foyer/contract'
import { ok, type Result } from '@foyer/kernel'
import { type PatientFacts, payersOn, type VisitTypeRule } from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { mayOpen } from '../../patients/index.ts'
import type { Practice } from '../../practice/index.ts'
import { loadPatient } from '../booking/facts/load-facts.ts'
import { selectTaken } from '../booking/facts/store.ts'
import { sessionsBetween } from '../hours.ts'
import { instantOfMs } from '../instants.ts'
import { isInterpreted } from '../openings/interpreted.ts'
import { selectPatientBusy } from '../openings/store.ts'
import { placeOf } from '../place.ts'
import { siteDay } from '../site-days.ts'
import { selectAppointment } from '../store.ts'
import { holderOf, selectAllocations } from '../time/store.ts'
import { sessionReply } from '../day/present-session.ts'

type Spec = typeof scheduling.readMoving
type Known = Reply<Spec>['resources'][number]
type Range = { readonly start: number; readonly end: number }

/** A visit or a session over midnight begins or ends within so long of it. */
const aroundMs = 12 * 3_600_000

/** What a screen has to know beside the days that it shows, to say of a visit in the hand what the server would say. */
export async function readMoving(
  ctx: Ctx,
  practice: Practice,
  { appointmentId, date }: Params<Spec>,
): Promise<Result<Reply<Spec>, never>> {
  const visit = await selectAppointment(ctx.db, appointmentId)
  if (!visit) throw new Problem('not-found')
  ctx.touch(visit.id, visit.visit_id)
  const parts = await selectAllocations(ctx.db, [appointmentId])
  const place = placeOf(practice, visit.visit_type_id, visit.site_id, isInterpreted(parts))
  const day = siteDay(date, place.zone)
  const range = { start: day.start - aroundMs, end: day.end + aroundMs }
  const isShut = !(await mayOpen(ctx, ctx.db, [visit.id])).has(visit.id)
  const patient = isShut ? undefined : await loadPatient(ctx.db, place, visit.id, appointmentId)
  const busy = await selectPatientBusy(ctx.db, visit.id, range, appointmentId)
  return ok({
    appointmentId,
    date,
    patient: patient ? askedOf(place.rule, patient, date) : null,
    elsewhere: busy.map(({ starts_at, ends_at }) => ({ start: starts_at, end: ends_at })),
    resources: await resourcesIn(
      ctx,
      practice,
      parts.map(({ resource_id }) => resource_id),
      { range, appointmentId },
    ),
  })
}

/** Of the patient no more than the visit type asks. */
function askedOf({ id, patient = {} }: VisitTypeRule, facts: PatientFacts, date: string): Reply<Spec>['patient'] {
  const { sexes = [], onlyPayerIds = [], notPayerIds = [], gap } = patient
  const types = gap && gap.afterVisitTypeIds.length > 0 ? gap.afterVisitTypeIds : [id]
  return {
    sex: sexes.length > 0 ? facts.sex : null,
    payerIds: onlyPayerIds.length + notPayerIds.length > 0 ? payersOn(facts.coverages ?? [], date) : null,
    visits: facts.visits?.filter(({ visitTypeId }) => types.includes(visitTypeId)) ?? null,
  }
}

async function resourcesIn(
  ctx: Ctx,
  practice: Practice,
  ids: readonly string[],
  { range, appointmentId }: { readonly range: Range; readonly appointmentId: string },
): Promise<Known[]> {
  const found = ids.flatMap((id) => practice.resources.get(id) ?? [])
  const working = found.map((resource) => ({
    resource,
    sessions: sessionsBetween(practice, resource.id, range.start, range.end),
  }))
  const wholes = working.flatMap(({ sessions }) => sessions.flatMap(({ whole }) => whole ?? []))
  const reach = {
    start: Math.min(range.start, ...wholes.map(({ start }) => start)),
    end: Math.max(range.end, ...wholes.map(({ end }) => end)),
  }
  const without = { now: ctx.now.toString(), holder: holderOf(ctx.actor), holdIds: [], appointmentId }
  const taken = ids.length > 0 ? await selectTaken(ctx.db, ids, reach, without) : []
  return working.map(({ resource, sessions }) => ({
    id: resource.id,
    lanes: resource.lanes,
    sessions: sessions.map((session) => ({
      start: instantOfMs(session.start),
      end: instantOfMs(session.end),
      ...sessionReply(session, session.whole ?? session, resource.lanes),
    })),
    taken: taken
      .filter(({ resource_id }) => resource_id === resource.id)
      .map(({ from, until, lane, of }) => ({ start: from, end: until, lane, of })),
  }))
}
