import { type Interval, intersect, merge, subtract } from '../interval.ts'
import { minuteMs } from '../local-day.ts'
import type { Taken } from '../rules/wish.ts'
import type { SessionTime } from '../session-times.ts'
import type { BookedTime } from '../template-change.ts'

/** One resource in the period: its sessions (`sessionTimes`), what is taken, and its lanes where a session does not say. */
export type FillRow = {
  readonly sessions: readonly SessionTime[]
  readonly taken: readonly Taken[]
  readonly lanes?: number
}

export type Fill = {
  readonly offeredMinutes: number
  readonly bookedMinutes: number
  /** Null where nothing was offered; above 1 when overbooked. */
  readonly rate: number | null
}

/**
 * Booked minutes of offered minutes, over all lanes. What is taken without a visit is a block, which is not offered in its
 * lane; visits outside the sessions count in neither.
 */
export function fillRate(rows: readonly FillRow[]): Fill {
  let offered = 0
  let booked = 0
  for (const { sessions, taken, lanes: ordinary = 1 } of rows) {
    for (const session of sessions) {
      const lanes = session.lanes ?? ordinary
      for (let lane = 0; lane < lanes + (session.overbook ?? 0); lane++) {
        const here = taken.filter((each) => (each.lane ?? 0) === lane)
        const blocks = here.filter((each) => each.visitId === undefined)
        const open = subtract([session], blocks)
        if (lane < lanes) offered += minutesOf(open)
        booked += minutesOf(
          intersect(
            open,
            here.filter((each) => each.visitId !== undefined),
          ),
        )
      }
    }
  }
  return { offeredMinutes: offered, bookedMinutes: booked, rate: offered === 0 ? null : booked / offered }
}

export type TemplateUse = {
  readonly visitTypeIds: readonly string[]
  readonly label: string | null
  readonly reservedMinutes: number
  /** Booked by the kinds the sessions are kept for. */
  readonly ownMinutes: number
  /** Booked by other kinds, released or overridden. */
  readonly otherMinutes: number
  readonly freeMinutes: number
  /** How many visits of each kind begin in them. */
  readonly visits: Readonly<Record<string, number>>
}

/**
 * How reserved sessions are used, one line for sessions that are kept for the same kinds under the same name. Time is
 * counted once, also where visits lie side by side; a visit of its own kind is counted first.
 */
export function templateUse(sessions: readonly SessionTime[], visits: readonly BookedTime[]): TemplateUse[] {
  const reserved = sessions.filter((each) => each.visitTypeIds !== undefined)
  const alike = Map.groupBy(reserved, ({ label, visitTypeIds }) => JSON.stringify([label, visitTypeIds?.toSorted()]))
  return [...alike.values()].map((group) => {
    const [{ label = null, visitTypeIds = [] } = {}] = group
    const isOwn = ({ visitTypeId }: BookedTime): boolean => visitTypeIds.includes(visitTypeId)
    const own = intersect(group, visits.filter(isOwn))
    const all = intersect(group, visits)
    const begun = visits.filter(({ start }) => group.some((each) => each.start <= start && start < each.end))
    const reservedMinutes = minutesOf(merge(group))
    return {
      visitTypeIds: visitTypeIds.toSorted(),
      label,
      reservedMinutes,
      ownMinutes: minutesOf(own),
      otherMinutes: minutesOf(subtract(all, own)),
      freeMinutes: reservedMinutes - minutesOf(all),
      visits: counted(begun, ({ visitTypeId }) => visitTypeId),
    }
  })
}

/** How many of each. */
export function counted<T, K extends string>(rows: readonly T[], keyOf: (row: T) => K): Record<K, number> {
  const counts = new Map<K, number>()
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1)
  return Object.fromEntries(counts) as Record<K, number>
}

function minutesOf(merged: readonly Interval[]): number {
  return merged.reduce((sum, { start, end }) => sum + (end - start), 0) / minuteMs
}
