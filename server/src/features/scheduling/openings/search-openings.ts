import { Temporal } from '@foyer/kernel'
import {
  findOpenings,
  type Interval,
  type OpeningRequest,
  type OpeningsAnswer,
  type Resource,
  type VisitTypeRule,
} from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import type { Practice } from '../../practice/index.ts'
import { instantOfMs, msOf } from '../instants.ts'
import { openBetween } from '../hours.ts'
import { siteDay } from '../site-days.ts'
import { holderOf } from '../time/store.ts'
import { selectBusy, selectPatientBusy, selectUsualClinician } from './store.ts'

export type SearchWish = Pick<OpeningRequest, 'from' | 'to' | 'zone' | 'dayParts' | 'weekdays' | 'limit'> & {
  readonly rule: VisitTypeRule
  readonly patientId: string | null
  /** Any of these; empty means whoever the visit type allows. */
  readonly clinicianIds: readonly string[]
  /** When there are few: look on after `to`, for the opening to name as the next one later. */
  readonly lookOn: boolean
}

/** With fewer openings than this the answer says what would have to give. */
const few = 3
const lookOnDays = 28
const usualYears = 2

export async function searchOpenings(ctx: Ctx, practice: Practice, wish: SearchWish): Promise<OpeningsAnswer> {
  const { rule, from, to, zone, dayParts, weekdays, clinicianIds, limit, patientId } = wish
  const now = ctx.now.epochMilliseconds
  const ask = async (until: string): Promise<OpeningsAnswer> => {
    const range = { start: siteDay(from, zone).start, end: siteDay(until, zone).end }
    const [resources, patientBusy, usual] = await Promise.all([
      loadResources(ctx, practice, rule, range),
      patientId === null ? [] : selectPatientBusy(ctx.db, patientId, range),
      patientId === null ? null : usualClinician(ctx, patientId),
    ])
    const request: OpeningRequest = {
      visitType: rule,
      zone,
      from,
      to,
      limit,
      ...(dayParts ? { dayParts } : {}),
      ...(weekdays ? { weekdays } : {}),
      candidates: { clinician: clinicianIds },
      ...(usual === null ? {} : { usualPractitionerId: usual }),
      patientBusy: patientBusy.map((visit) => ({ start: msOf(visit.starts_at), end: msOf(visit.ends_at) })),
    }
    return findOpenings(request, resources, now)
  }

  const answer = await ask(to)
  if (!wish.lookOn || answer.openings.length >= Math.min(few, limit)) return answer
  return ask(Temporal.PlainDate.from(to).add({ days: lookOnDays }).toString())
}

async function loadResources(
  ctx: Ctx,
  practice: Practice,
  rule: VisitTypeRule,
  range: Interval,
): Promise<ReadonlyMap<string, Resource>> {
  const ids = [...new Set(rule.roles.flatMap((role) => role.candidates))]
  const busy = new Map<string, Interval[]>(ids.map((id) => [id, []]))
  for (const row of await selectBusy(ctx.db, ids, range, ctx.now.toString(), holderOf(ctx.actor)))
    busy.get(row.resource_id)?.push({ start: msOf(row.from), end: msOf(row.until) })
  return new Map(
    ids.map((id) => [
      id,
      {
        id,
        name: practice.resources.get(id)?.name ?? '',
        open: openBetween(practice, id, range.start, range.end),
        busy: busy.get(id) ?? [],
      },
    ]),
  )
}

async function usualClinician(ctx: Ctx, patientId: string): Promise<string | null> {
  const now = ctx.now.epochMilliseconds
  return selectUsualClinician(ctx.db, patientId, instantOfMs(now - usualYears * 365 * 86_400_000), instantOfMs(now))
}
