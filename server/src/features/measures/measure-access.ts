import type { measures, Reply } from '@foyer/contract'
import { dateAt, Temporal } from '@foyer/kernel'
import { type Opening, thirdNextAvailable } from '@foyer/scheduling'
import type { Ctx } from '../../platform/context.ts'
import type { Practice } from '../practice/index.ts'
import { type AvailabilityBook, firstOpenings } from '../scheduling/index.ts'
import { median, quantile, spreadOf, total } from './spread.ts'
import { type Scope, selectDaysToAppointment } from './store.ts'
import { apartFrom } from './apart.ts'

type Measures = Reply<typeof measures.readMeasures>

const LOOK_AHEAD_DAYS = 92

/** For each kind of visit that a site has now: the third next available appointment, in days from today. */
export async function measureThirdNext(
  ctx: Ctx,
  practice: Practice,
  scope: Scope,
  availability: AvailabilityBook,
): Promise<Measures['thirdNext']> {
  const answers: Measures['thirdNext'] = []
  for (const siteId of scope.siteIds) {
    const zone = practice.sites.get(siteId)?.timeZone ?? 'UTC'
    const today = dateAt(ctx.now, zone)
    for (const visitType of practice.visitTypes.values()) {
      if (!visitType.active || (scope.visitTypeId !== null && visitType.id !== scope.visitTypeId)) continue
      if (!isOffered(practice, visitType.rule.roles[0]?.candidates ?? [], siteId, scope.clinicianId)) continue
      const wish = {
        siteId,
        visitTypeId: visitType.id,
        from: today,
        days: LOOK_AHEAD_DAYS,
        clinicianIds: scope.clinicianId === null ? [] : [scope.clinicianId],
        isEnough: (found: readonly Opening[]) => apartFrom(found).length >= 3,
      }
      const openings = await firstOpenings(ctx, practice, wish, availability)
      const apart = apartFrom(openings).map(({ start }) => start)
      const third = apart[2]
      answers.push({
        siteId,
        visitTypeId: visitType.id,
        days: thirdNextAvailable(apart, ctx.now.epochMilliseconds, zone),
        at: third === undefined ? null : Temporal.Instant.fromEpochMilliseconds(third).toString(),
      })
    }
  }
  return answers
}

function isOffered(
  practice: Practice,
  candidates: readonly string[],
  siteId: string,
  clinicianId: string | null,
): boolean {
  return candidates.some(
    (id) => practice.resources.get(id)?.siteId === siteId && (clinicianId === null || id === clinicianId),
  )
}

export async function measureDaysToAppointment(ctx: Ctx, scope: Scope): Promise<Measures['daysToAppointment']> {
  const rows = await selectDaysToAppointment(ctx.db, scope)
  const byType = Map.groupBy(rows, (row) => row.visit_type_id)
  return {
    count: total(rows),
    median: median(rows),
    ninth: quantile(rows, 0.9),
    spread: spreadOf(rows),
    visitTypes: [...byType]
      .map(([visitTypeId, counts]) => ({ visitTypeId, count: total(counts), median: median(counts) ?? 0 }))
      .toSorted((a, b) => b.count - a.count),
  }
}
