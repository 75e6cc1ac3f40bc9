import { type Body, type Refusal, type Reply, scheduling } from '@foyer/contract'
import { minuteAt, ok, refuse, type Result, Temporal } from '@foyer/kernel'
import { dayPartOf, occurrencesOf, type Opening, planSeries } from '@foyer/scheduling'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import type { Practice } from '../../practice/index.ts'
import type { AvailabilityBook } from '../availability/availability-book.ts'
import { instantOfMs } from '../instants.ts'
import { type Place, placeOf } from '../place.ts'
import { openingReply } from '../present.ts'
import { allOpenings } from '../several/search.ts'
import { dayAround } from '../site-days.ts'
import { patientExists } from '../store.ts'
import { exceptionsOf, ruleOf } from './series-rule.ts'

type Spec = typeof scheduling.planSeries
type Wish = Body<Spec>

/** Which occurrences can be met, and for the others the nearest that could be. Nothing is kept. */
export async function seriesPlan(
  ctx: Ctx,
  practice: Practice,
  wish: Wish,
  availability: AvailabilityBook,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  const place = placeOf(practice, wish.visitTypeId, wish.siteId, wish.interpreter)
  ctx.touch(wish.patientId)
  if (!(await patientExists(ctx.db, wish.patientId))) throw new Problem('not-found')
  if (practice.visitTypes.get(wish.visitTypeId)?.active !== true) return refuse({ reason: 'visit-type-closed' })
  const rule = ruleOf(wish)
  const exceptions = exceptionsOf(wish)
  const dates = occurrencesOf(rule, exceptions, place.zone).map(({ date }) => date)
  if (dates.length > scheduling.mostPlanned)
    return refuse({ reason: 'too-many-occurrences', most: scheduling.mostPlanned })
  const byDate = await openingsByDate(ctx, practice, place, wish, dates, availability)
  const planned = planSeries<Opening>(rule, exceptions, {
    zone: place.zone,
    withinDays: wish.withinDays,
    find: ({ from, to }) => [...byDate].flatMap(([date, found]) => (from <= date && date <= to ? found : [])),
    clinicianOf,
    suitsInstead: ({ start }) => isWished(wish, start, place.zone),
    ...(wish.clinicianId === null ? {} : { clinicianId: wish.clinicianId }),
  })
  return ok({
    timeZone: place.zone,
    occurrences: planned.map((one) => {
      const opening = one.verdict === 'met' ? one.opening : one.nearest
      return {
        occurrence: one.occurrence,
        date: one.date,
        atMinute: one.atMinute,
        start: instantOfMs(one.start),
        isMet: one.verdict === 'met',
        opening: opening && openingReply(opening),
      }
    }),
  })
}

/** Whether something begins in a part of the day, and between the times, that are wished for. */
function isWished({ dayParts, times }: Pick<Wish, 'dayParts' | 'times'>, start: number, zone: string): boolean {
  const minute = minuteAt(Temporal.Instant.fromEpochMilliseconds(start), zone)
  if (dayParts.length > 0 && !dayParts.includes(dayPartOf(minute))) return false
  return !times || (times.fromMinute <= minute && minute < times.untilMinute)
}

function clinicianOf({ assignments }: Opening): string | undefined {
  return (assignments.find(({ role }) => role === 'clinician') ?? assignments[0])?.resourceId
}

/** All openings near the dates; dates whose surroundings touch are looked at together. */
async function openingsByDate(
  ctx: Ctx,
  practice: Practice,
  place: Place,
  { patientId, withinDays, clinicianIds, withoutIds, attributes, not }: Wish,
  dates: readonly string[],
  availability: AvailabilityBook,
): Promise<ReadonlyMap<string, readonly Opening[]>> {
  const near = dates.map((date) => {
    const day = Temporal.PlainDate.from(date)
    return { from: day.subtract({ days: withinDays }).toString(), to: day.add({ days: withinDays }).toString() }
  })
  const windows: { from: string; to: string }[] = []
  for (const { from, to } of near.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = windows.at(-1)
    if (last && from <= last.to) last.to = to > last.to ? to : last.to
    else windows.push({ from, to })
  }
  const found = new Map<string, Opening[]>()
  for (const window of windows)
    for (const opening of await allOpenings(
      ctx,
      practice,
      place,
      { ...window, patientId, clinicianIds, withoutIds, attributes, not },
      availability,
    )) {
      const { date } = dayAround(opening.start, place.zone)
      const those = found.get(date) ?? []
      those.push(opening)
      found.set(date, those)
    }
  return found
}
