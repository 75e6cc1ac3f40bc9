import type { AvailabilityIndex, Indexed } from '../availability/availability-index.ts'
import { bitsBetween, dayTicks, dayWords, ones, tickMs } from '../availability/ticks.ts'
import { dayMs, type LocalDay } from '../local-day.ts'

/** Outside of the hours, or within them and taken or free. */
export const tickState = { closed: 0, taken: 1, free: 2 } as const
export type TickState = (typeof tickState)[keyof typeof tickState]

/** What the ranking asks the index about single times. Times are ticks since the beginning of the index. */
export type FreeTime = {
  readonly stateAt: (row: number, tick: number) => TickState
  /** What lies right before and right after a time: three times the one and the other, as numbers of {@link tickState}. */
  readonly sides: (row: number, from: number, until: number) => number
  readonly isFree: (row: number, tick: number) => boolean
  /** How many ticks are free beside a time, at most a day to either side. */
  readonly beside: (row: number, from: number, until: number) => number
  /** Some of the time may only be overbooked in this lane. */
  readonly isOverbooked: (row: number, from: number, until: number) => boolean
  /** 0 to 100: how much of the ordinary hours of a civil day is taken, over all lanes; 100 where there are none. */
  readonly bookedPercent: (known: Indexed, day: LocalDay) => number
}

export function freeTimeOf(index: AvailabilityIndex, overbook: boolean): FreeTime {
  const end = index.days * dayTicks

  function stateAt(row: number, tick: number): TickState {
    if (tick < 0 || tick >= end) return tickState.closed
    const day = (tick / dayTicks) | 0
    const bit = tick - day * dayTicks
    const [word, shift] = [bit >>> 5, bit & 31]
    const at = day * index.rows + row
    const pattern = index.patterns.at(index.patternIds[at]!)
    const hours = overbook ? pattern.open : pattern.ordinary
    if (((hours[word]! >>> shift) & 1) === 0) return tickState.closed
    return ((index.free[at * dayWords + word]! >>> shift) & 1) === 1 ? tickState.free : tickState.taken
  }

  function sides(row: number, from: number, until: number): number {
    const first = from - 1
    const day = (first / dayTicks) | 0
    const [bit, last] = [first - day * dayTicks, until - day * dayTicks]
    if (first < 0 || last >= dayTicks) return 3 * stateAt(row, first) + stateAt(row, until)
    // Both on one day, as nearly always: its hours are looked up once.
    const at = day * index.rows + row
    const pattern = index.patterns.at(index.patternIds[at]!)
    const hours = overbook ? pattern.open : pattern.ordinary
    const base = at * dayWords
    const before = (hours[bit >>> 5]! >>> (bit & 31)) & 1
    const after = (hours[last >>> 5]! >>> (last & 31)) & 1
    const beforeFree = before & (index.free[base + (bit >>> 5)]! >>> (bit & 31))
    const afterFree = after & (index.free[base + (last >>> 5)]! >>> (last & 31))
    return 3 * (before + beforeFree) + after + afterFree
  }

  function isFree(row: number, tick: number): boolean {
    return stateAt(row, tick) === tickState.free
  }

  return {
    stateAt,
    sides,
    isFree,
    beside(row, from, until) {
      let before = 0
      while (before < dayTicks && isFree(row, from - before - 1)) before++
      let after = 0
      while (after < dayTicks && isFree(row, until + after)) after++
      return before + after
    },
    isOverbooked(row, from, until) {
      for (let tick = Math.max(0, from); tick < Math.min(end, until); tick++) {
        const pattern = index.patternAt(index.firstDay + Math.floor(tick / dayTicks), row)
        const bit = tick % dayTicks
        if (((pattern.ordinary[bit >>> 5]! >>> (bit & 31)) & 1) === 0) return true
      }
      return false
    },
    bookedPercent(known, day) {
      const kept = index.percents.of(day, index.rows)
      const before = kept[known.row]!
      if (before >= 0) return before
      const start = Math.max(0, Math.ceil((day.start - index.firstDay * dayMs) / tickMs))
      const until = Math.min(end, Math.floor((day.end - index.firstDay * dayMs) / tickMs))
      let open = 0
      let free = 0
      for (let tick = start; tick < until; ) {
        const utc = Math.floor(tick / dayTicks)
        const last = Math.min(until, (utc + 1) * dayTicks)
        const [from, to] = [tick - utc * dayTicks, last - utc * dayTicks]
        for (let row = known.row; row < known.row + known.lanes; row++) {
          const { ordinary } = index.patternAt(index.firstDay + utc, row)
          const base = index.at(index.firstDay + utc, row)
          for (let word = from >>> 5; word << 5 < to; word++) {
            let hours = ordinary[word]!
            if (hours === 0) continue
            const bit = word << 5
            hours &= bitsBetween(Math.max(from - bit, 0), Math.min(to - bit, 32))
            open += ones(hours)
            free += ones(index.free[base + word]! & hours)
          }
        }
        tick = last
      }
      return (kept[known.row] = open === 0 ? 100 : Math.round(100 * (1 - free / open)))
    },
  }
}
