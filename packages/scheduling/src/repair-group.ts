import { minuteAt, Temporal } from '@foyer/kernel'
import { minuteMs } from './local-day.ts'
import { costOf, repairReasons } from './repair-cost.ts'
import { partAt, repairOptions } from './repair-options.ts'
import type { RepairOption, RepairPlace, RepairReason } from './repair.ts'
import type { RoleName } from './visit-type.ts'

/** Another time for a group with everybody in it, why it is one, and what it costs each of them. */
export type GroupTime = RepairOption & { readonly why: readonly RepairReason[]; readonly cost: number }

/** Two times with one leader that begin closer to one another than this are no choice. */
const apartMinutes = 60

/**
 * Other times to which a group may go, the least moved first: the fewest days away; of one day with the leader it has before
 * another one; then nearest to the hour its people are used to, by the clock on the wall; then with the room it has.
 *
 * Unlike a visit, no group waits a day longer for its own leader, since everybody in it would wait.
 *
 * @param places come from a search in which the time of the group is free and all its people are taken into account
 * @param at.lead who leads it, by role; an educator is to a group what a clinician is to a visit
 */
export function groupTimes(
  group: RepairPlace,
  places: readonly RepairPlace[],
  at: { readonly zone: string; readonly now: number; readonly lead: RoleName },
): GroupTime[] {
  const had = renamed(group, at.lead, clinician)
  const left = { ...had, urgency: 0, dayPart: partAt(group.start, at.zone) } as const
  const usual = clockMinute(group.start, at.zone)
  const others = places.filter(({ start }) => start !== group.start).map((place) => renamed(place, at.lead, clinician))
  const ranked = repairOptions(had, others, at).map((option) => {
    const why = repairReasons(left, option)
    const far = Math.abs(clockMinute(option.start, at.zone) - usual)
    return {
      time: { ...renamed(option, clinician, at.lead), why, cost: costOf(why) },
      days: Math.abs(option.days),
      far,
    }
  })
  ranked.sort(
    (a, b) =>
      a.days - b.days ||
      Number(b.time.isSameClinician) - Number(a.time.isSameClinician) ||
      a.far - b.far ||
      a.time.cost - b.time.cost ||
      a.time.start - b.time.start,
  )
  return ranked.map(({ time }) => time)
}

/** Whether somebody who is offered one of the two gains nothing by the other. */
export function isSameChoice(a: RepairPlace, b: RepairPlace, lead: RoleName): boolean {
  return Math.abs(a.start - b.start) < apartMinutes * minuteMs && leaderOf(a, lead) === leaderOf(b, lead)
}

function leaderOf({ assignments }: RepairPlace, lead: RoleName): string | undefined {
  return assignments.find(({ role }) => role === lead)?.resourceId
}

const clinician: RoleName = 'clinician'

/** What costs of visits say of their clinician counts for whoever leads. */
function renamed<P extends RepairPlace>(place: P, from: RoleName, to: RoleName): P {
  if (from === to) return place
  return { ...place, assignments: place.assignments.map((each) => (each.role === from ? { ...each, role: to } : each)) }
}

function clockMinute(ms: number, zone: string): number {
  return minuteAt(Temporal.Instant.fromEpochMilliseconds(ms), zone)
}
