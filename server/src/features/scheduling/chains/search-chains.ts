import type { Body, scheduling } from '@foyer/contract'
import { type ChainLeg, type ChainsAnswer, findChains, type LegGap } from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import type { Practice } from '../../practice/index.ts'
import type { AvailabilityBook } from '../availability/availability-book.ts'
import { loadPatient } from '../booking/facts/load-facts.ts'
import { msOf } from '../instants.ts'
import { countersFor, groupsFor } from '../openings/counters.ts'
import { interpreted } from '../openings/interpreted.ts'
import { usualClinician } from '../openings/search-openings.ts'
import { selectPatientBusy } from '../openings/store.ts'
import { narrowedAll, withoutThem } from '../openings/wished.ts'
import { placeOf } from '../place.ts'
import { siteDay } from '../site-days.ts'
import { holderOf } from '../time/store.ts'
import { walkingOf } from './walking.ts'

type ChainWish = Body<typeof scheduling.findChains>

export type FoundChains = ChainsAnswer & {
  /** Whom the patient usually sees. */
  readonly usual: string | null
}

/** How many days after the leg before (or after the least of its gap) a leg is looked for where its gap does not say. */
const openEndDays = 28

/** The first leg begins on the dates of the wish, each other leg as its gap says; all are solved together. */
export async function searchChains(
  ctx: Ctx,
  practice: Practice,
  { siteId, patientId, limit, from, to, legs: wished }: ChainWish,
  availability: AvailabilityBook,
): Promise<FoundChains> {
  const zone = practice.sites.get(siteId)?.timeZone ?? 'UTC'
  const now = ctx.now.epochMilliseconds
  const { built } = await availability.read(ctx.organization, practice, now)
  // Legs go as far as the index does, and so does the nearest of one that fails.
  const range = { start: siteDay(from, zone).start, end: built.end }
  const [patientBusy, usual, asked] = await Promise.all([
    patientId === null ? [] : selectPatientBusy(ctx.db, patientId, range, null),
    patientId === null ? null : usualClinician(ctx, patientId),
    Promise.all(
      wished.map(async ({ visitTypeId, interpreter, gap, clinicianIds, withoutIds, attributes, not, ...when }) => {
        const { dayParts, weekdays, times } = when
        const place = placeOf(practice, visitTypeId, siteId, interpreter)
        const rule = withoutThem(await interpreted(ctx.db, practice, place.rule, patientId), withoutIds)
        const patient = patientId === null ? null : await loadPatient(ctx.db, place, patientId, null)
        const counters = await countersFor(ctx, practice, { rule, siteId, zone, range })
        const groups = await groupsFor(ctx.db, { rule: place.rule, siteId, range })
        const leg: ChainLeg = {
          visitType: rule,
          gap: ended(gap),
          dayParts,
          weekdays,
          not,
          ...(times ? { times } : {}),
          ...(counters ? { counters } : {}),
          ...(patient ? { patient } : {}),
          ...(groups.length > 0 ? { groups } : {}),
        }
        return { leg, wish: { rule, clinicianIds, attributes } }
      }),
    ),
  ])
  const who = narrowedAll(
    practice,
    asked.map(({ wish }) => wish),
  )
  const request = {
    legs: asked.map(({ leg }, at) => ({ ...leg, ...who[at] })),
    zone,
    from,
    to,
    limit,
    ...(usual === null ? {} : { usualPractitionerId: usual }),
    patientBusy: patientBusy.map((visit) => ({ start: msOf(visit.starts_at), end: msOf(visit.ends_at) })),
    ignore: built.marks.heldBy(holderOf(ctx.actor)),
    walking: walkingOf(practice),
  }
  return { ...findChains(request, built.index, now), usual }
}

function ended(gap: ChainWish['legs'][number]['gap'] = {}): LegGap {
  if ('sameDay' in gap) return gap
  const { minDays = 0, maxDays = minDays + openEndDays } = gap
  return { minDays, maxDays }
}
