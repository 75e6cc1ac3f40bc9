import { calendarOf } from './availability/zone-days.ts'
import { type LegGap, legTime, legTimes } from './chain/leg-gap.ts'
import type { Interval } from './interval.ts'
import type { RepairColumn } from './repair-clash.ts'
import type { RepairPlace, RepairPlacement, RepairVisit } from './repair.ts'

/** A leg of a chain: where it stands now, and its number among the visits of the repair; null for one that stays. */
export type RepairLeg = { readonly visit: number | null; readonly time: Interval }

/** The gap between two legs of a chain that follow one another, one or both of which have to move. */
export type RepairTie = {
  readonly before: RepairLeg
  readonly after: RepairLeg
  readonly gap: LegGap
  /** IANA name of the zone of the site. */
  readonly zone: string
  /** Whether both may stay when they are, whatever the gap says: whoever made it so knew why. */
  readonly mayStay: boolean
}

type Filter = (place: Interval) => boolean

/** Whether two places hold the gap; asked of every pair there is. */
function gapHolder({ before, after, gap, zone, mayStay }: RepairTie): (first: Interval, second: Interval) => boolean {
  const timesAfter = legTimes(gap, calendarOf(zone))
  return (first, second) => {
    if (mayStay && first.start === before.time.start && second.start === after.time.start) return true
    const { earliest, latest } = timesAfter(first)
    return earliest <= second.start && second.start <= latest
  }
}

/** Whether a place of this visit holds the gap to the other leg while that is at `other`. */
function holds(tie: RepairTie, visit: number, other: Interval): Filter {
  const isKept = gapHolder(tie)
  return tie.before.visit === visit ? (place) => isKept(place, other) : (place) => isKept(other, place)
}

export function isTied(visit: number, ties: readonly RepairTie[]): boolean {
  return ties.some(({ before, after }) => before.visit === visit || after.visit === visit)
}

/** Those of the places of a visit that hold its gaps to legs that stay where they are. */
export function tiedPlaces<P extends RepairPlace>(
  visit: number,
  places: readonly P[],
  ties: readonly RepairTie[],
): readonly P[] {
  const filters = ties.flatMap((tie) => {
    if (tie.before.visit === visit && tie.after.visit === null) return [holds(tie, visit, tie.after.time)]
    if (tie.after.visit === visit && tie.before.visit === null) return [holds(tie, visit, tie.before.time)]
    return []
  })
  return filters.length === 0 ? places : places.filter((place) => filters.every((isFine) => isFine(place)))
}

/** The last date on which a visit may begin for the legs that stay; null where any will do. */
export function lastTiedDate(visit: number, ties: readonly RepairTie[]): string | null {
  const dates = ties.flatMap(({ before, after, gap, zone }) => {
    const calendar = calendarOf(zone)
    if (before.visit === visit && after.visit === null) return [calendar.dateAt(after.time.start)]
    if (after.visit !== visit || before.visit !== null) return []
    const { latest } = legTime(before.time, gap, calendar)
    return latest === Infinity ? [] : [calendar.dateAt(latest)]
  })
  return dates.toSorted()[0] ?? null
}

/**
 * Sets of columns of which a plan may take one, for legs that both move: each place of the one with all places of the
 * other that do not hold the gap to it.
 */
export function tieCliques(
  visits: readonly RepairVisit[],
  columns: readonly RepairColumn[],
  columnsOf: readonly (readonly number[])[],
  ties: readonly RepairTie[],
): number[][] {
  const placeOf = (column: number): RepairPlace | undefined => {
    const { visit = -1, option = -1 } = columns[column] ?? {}
    return visits[visit]?.options[option]
  }
  return ties.flatMap((tie) => {
    const { before, after } = tie
    if (before.visit === null || after.visit === null) return []
    const others = columnsOf[after.visit] ?? []
    const isKept = gapHolder(tie)
    return (columnsOf[before.visit] ?? []).flatMap((column) => {
      const place = placeOf(column)
      const apart = others.filter((other) => {
        const second = placeOf(other)
        return place && second && !isKept(place, second)
      })
      return apart.length > 0 ? [[column, ...apart]] : []
    })
  })
}

/**
 * By the number of the visit: what its places have to hold, where it was placed and the leg beside it was not, which then
 * stays where it is for all one knows, out of the gap.
 */
export function brokenTies(
  placements: readonly RepairPlacement[],
  ties: readonly RepairTie[],
): ReadonlyMap<number, Filter> {
  const broken = new Map<number, Filter>()
  const look = (tie: RepairTie, own: number | null, other: RepairLeg): void => {
    const place = own === null ? null : placements[own]?.option
    if (own === null || !place || other.visit === null || placements[other.visit]?.option) return
    const isFine = holds(tie, own, other.time)
    const before = broken.get(own)
    if (!isFine(place)) broken.set(own, before ? (each) => before(each) && isFine(each) : isFine)
  }
  for (const tie of ties) {
    look(tie, tie.before.visit, tie.after)
    look(tie, tie.after.visit, tie.before)
  }
  return broken
}
