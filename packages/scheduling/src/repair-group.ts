import { minuteAt, Temporal } from '@foyer/kernel'
import { minuteMs } from './local-day.ts'
import { costOf, repairReasons } from './repair-cost.ts'
import { isClinician, partAt, repairOptions } from './repair-options.ts'
import type { RepairOption, RepairPlace, RepairReason } from './repair.ts'

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
 */
export function groupTimes(
  group: RepairPlace,
  places: readonly RepairPlace[],
  at: { readonly zone: string; readonly now: number },
): GroupTime[] {
  const left = { ...group, urgency: 0, dayPart: partAt(group.start, at.zone) } as const
  const usual = clockMinute(group.start, at.zone)
  const ranked = repairOptions(group, places, at)
    .filter(({ start }) => start !== group.start)
    .map((option) => {
      const why = repairReasons(left, option)
      const far = Math.abs(clockMinute(option.start, at.zone) - usual)
      return { time: { ...option, why, cost: costOf(why) }, days: Math.abs(option.days), far }
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
export function isSameChoice(a: RepairPlace, b: RepairPlace): boolean {
  return Math.abs(a.start - b.start) < apartMinutes * minuteMs && leadersOf(a) === leadersOf(b)
}

function leadersOf({ assignments }: RepairPlace): string {
  return assignments
    .filter(isClinician)
    .map(({ resourceId }) => resourceId)
    .toSorted()
    .join()
}

function clockMinute(ms: number, zone: string): number {
  return minuteAt(Temporal.Instant.fromEpochMilliseconds(ms), zone)
}
