import { measures, type Query, type Refusal, type Reply } from '@foyer/contract'
import { daysBetween, ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { Practice } from '../practice/index.ts'
import type { AvailabilityBook } from '../scheduling/index.ts'
import { measureDaysToAppointment, measureThirdNext } from './measure-access.ts'
import { measureOutcomes } from './measure-outcomes.ts'
import { measureFill, measureSessions } from './measure-use.ts'
import type { Scope } from './store.ts'

type Spec = typeof measures.readMeasures

/** Counted from the tables as they are now; nothing is prepared overnight. */
export async function readMeasures(
  ctx: Ctx,
  practice: Practice,
  { from, to, siteId, visitTypeId, clinicianId }: Query<Spec>,
  availability: AvailabilityBook,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  const isUnknown =
    (siteId !== undefined && !practice.sites.has(siteId)) ||
    (visitTypeId !== undefined && !practice.visitTypes.has(visitTypeId)) ||
    (clinicianId !== undefined && !practice.resources.has(clinicianId))
  if (isUnknown) throw new Problem('not-found')
  const days = daysBetween(from, to) + 1
  if (days < 1) return refuse({ reason: 'dates-backwards' })
  if (days > measures.mostMeasureDays) return refuse({ reason: 'too-many-days', most: measures.mostMeasureDays })
  const sites = siteId === undefined ? [...practice.sites.values()].filter(({ active }) => active) : [{ id: siteId }]
  const scope: Scope = {
    siteIds: sites.map(({ id }) => id),
    visitTypeId: visitTypeId ?? null,
    clinicianId: clinicianId ?? null,
    from,
    to,
  }
  const [thirdNext, daysToAppointment, fill, sessions, outcomes] = await Promise.all([
    measureThirdNext(ctx, practice, scope, availability),
    measureDaysToAppointment(ctx, scope),
    measureFill(ctx, practice, scope),
    measureSessions(ctx, practice, scope),
    measureOutcomes(ctx, scope),
  ])
  return ok({ from, to, thirdNext, daysToAppointment, fill, sessions, ...outcomes })
}
