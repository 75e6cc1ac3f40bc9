import { around, firstEndingAfter, type Interval, merge, subtract } from './interval.ts'

/** Anything bookable, with the time it works and the time it is taken. Neither list needs to be sorted or merged. */
export type Resource = {
  readonly id: string
  readonly name: string
  readonly open: readonly Interval[]
  /** Bookings (buffers included), holds and blocks. */
  readonly busy: readonly Interval[]
}

/** Free time of a resource; the flags say whether its hours begin or end there, rather than a booking. */
export type FreeTime = Interval & { readonly opensAtStart: boolean; readonly closesAtEnd: boolean }

/** What the search asks of a practice. Every question is answered without walking over the bookings again. */
export type Availability = {
  /** Sorted and disjoint. */
  readonly freeTimes: (resourceId: string) => readonly FreeTime[]
  /** The free time in which `time` lies whole. */
  readonly freeAround: (resourceId: string, time: Interval) => FreeTime | undefined
  /** 0 to 100: how much of the hours inside `time` is taken; 100 where there are no hours. */
  readonly bookedPercent: (resourceId: string, time: Interval) => number
  /** The last instant at which any of these resources is open. */
  readonly lastOpen: (resourceIds: readonly string[]) => number | undefined
}

type Known = { readonly open: readonly Interval[]; readonly free: readonly FreeTime[] }

/** Works out each resource when it is first asked for; resources that are not in the map are never free. */
export function availabilityOf(resources: ReadonlyMap<string, Resource>): Availability {
  const known = new Map<string, Known>()

  function know(resourceId: string): Known {
    const before = known.get(resourceId)
    if (before) return before
    const resource = resources.get(resourceId)
    const answer = resource ? workOut(resource) : { open: [], free: [] }
    known.set(resourceId, answer)
    return answer
  }

  return {
    freeTimes: (resourceId) => know(resourceId).free,
    freeAround: (resourceId, time) => around(know(resourceId).free, time),
    bookedPercent: (resourceId, time) => {
      const { open, free } = know(resourceId)
      const hours = lengthWithin(open, time)
      return hours === 0 ? 100 : Math.round(100 * (1 - lengthWithin(free, time) / hours))
    },
    lastOpen: (resourceIds) => {
      const ends = resourceIds.flatMap((resourceId) => know(resourceId).open.at(-1)?.end ?? [])
      return ends.length === 0 ? undefined : Math.max(...ends)
    },
  }
}

function workOut(resource: Resource): Known {
  const open = merge(resource.open)
  const opens = new Set(open.map((each) => each.start))
  const closes = new Set(open.map((each) => each.end))
  const free = subtract(open, resource.busy).map(({ start, end }) => ({
    start,
    end,
    opensAtStart: opens.has(start),
    closesAtEnd: closes.has(end),
  }))
  return { open, free }
}

function lengthWithin(merged: readonly Interval[], time: Interval): number {
  let length = 0
  for (let index = firstEndingAfter(merged, time.start); index < merged.length; index++) {
    const each = merged[index]
    if (!each || each.start >= time.end) break
    length += Math.min(each.end, time.end) - Math.max(each.start, time.start)
  }
  return length
}
