import { Temporal } from '@foyer/kernel'
import {
  type AvailabilityIndex,
  createIndex,
  findOpenings,
  type Interval,
  type OpeningRequest,
  type OpeningsAnswer,
  type VisitTypeRule,
} from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import type { Practice } from '../../practice/index.ts'
import { instantOfMs, msOf } from '../instants.ts'
import { sessionsBetween } from '../hours.ts'
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
const dayMs = 86_400_000

export async function searchOpenings(ctx: Ctx, practice: Practice, wish: SearchWish): Promise<OpeningsAnswer> {
  const { rule, from, to, zone, dayParts, weekdays, clinicianIds, limit, patientId } = wish
  const now = ctx.now.epochMilliseconds
  const ask = async (until: string): Promise<OpeningsAnswer> => {
    const range = { start: siteDay(from, zone).start, end: siteDay(until, zone).end }
    const [index, patientBusy, usual] = await Promise.all([
      loadIndex(ctx, practice, rule, range),
      patientId === null ? [] : selectPatientBusy(ctx.db, patientId, range),
      patientId === null ? null : usualClinician(ctx, patientId),
    ])
    const request: OpeningRequest = {
      visitType: rule,
      zone,
      from,
      to,
      limit,
      variety: true,
      ...(dayParts ? { dayParts } : {}),
      ...(weekdays ? { weekdays } : {}),
      candidates: { clinician: clinicianIds },
      ...(usual === null ? {} : { usualPractitionerId: usual }),
      patientBusy: patientBusy.map((visit) => ({ start: msOf(visit.starts_at), end: msOf(visit.ends_at) })),
    }
    return findOpenings(request, index, now)
  }

  const answer = await ask(to)
  if (!wish.lookOn || answer.openings.length >= Math.min(few, limit)) return answer
  return ask(Temporal.PlainDate.from(to).add({ days: lookOnDays }).toString())
}

async function loadIndex(
  ctx: Ctx,
  practice: Practice,
  rule: VisitTypeRule,
  range: Interval,
): Promise<AvailabilityIndex> {
  const ids = [...new Set(rule.roles.flatMap((role) => role.candidates))]
  const firstDay = Math.floor(range.start / dayMs)
  const index = createIndex({ firstDay, days: Math.ceil(range.end / dayMs) - firstDay + 1 })
  for (const id of ids) {
    const lanes = practice.resources.get(id)?.lanes ?? 1
    index.putResource({ id, lanes, overbook: 0, sessions: sessionsBetween(practice, id, range.start, range.end) })
  }
  for (const row of await selectBusy(ctx.db, ids, range, ctx.now.toString(), holderOf(ctx.actor))) {
    const { resource_id, lane, from, until, visit_type_id } = row
    const busy = { start: msOf(from), end: msOf(until), lane }
    index.take(resource_id, visit_type_id === null ? busy : { ...busy, visitTypeId: visit_type_id })
  }
  return index
}

async function usualClinician(ctx: Ctx, patientId: string): Promise<string | null> {
  const now = ctx.now.epochMilliseconds
  return selectUsualClinician(ctx.db, patientId, instantOfMs(now - usualYears * 365 * dayMs), instantOfMs(now))
}
