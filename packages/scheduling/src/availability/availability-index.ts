import type { Interval } from '../interval.ts'
import { overlaps } from '../interval.ts'
import { dayMs } from '../local-day.ts'
import type { SessionTime } from '../session-times.ts'
import { DayPercents } from './day-percents.ts'
import { type DayPattern, dayPatterns } from './day-pattern.ts'
import { bitsBetween, clearBits, dayTicks, dayWords, setBits, tickMs } from './ticks.ts'
import { type Calendar, calendarOf } from './zone-days.ts'

export type ResourceSetup = {
  readonly id: string
  /** Visits side by side where a session does not say. */
  readonly lanes: number
  /** How many more a session may allow at most. */
  readonly overbook: number
  /** When it works: `sessionTimes`, sorted and disjoint. Time off a tick is rounded inwards. */
  readonly sessions: readonly SessionTime[]
}

/** Time of a lane that is taken, buffers included. A visit, a group or a hold for one where `visitTypeId` is set, else a block. */
export type Busy = Interval & {
  readonly lane: number
  readonly visitTypeId?: string
  readonly newPatient?: boolean
}

/** A resource and its rows: one for each lane, those for overbooking last. */
export type Indexed = {
  readonly id: string
  readonly row: number
  readonly rows: number
  /** Lanes that may be used in the ordinary way in some session. */
  readonly lanes: number
  /** Lanes where a session does not say. */
  readonly ownLanes: number
}

export type IndexRange = {
  /** UTC day numbers (days since 1 January 1970). What lies outside is never free. */
  readonly firstDay: number
  readonly days: number
  /** About how many lanes all resources will have, where that is known: room for them is made at once. More have room as well. */
  readonly lanes?: number
}

const firstRows = 16
/**
 * Of what is taken outside of hours so much is remembered in a lane. Beyond that, as with years of visits of somebody who has
 * no hours, a break may look free that is not: it is refused when it is chosen.
 */
const mostOutside = 400

/** Time whose bits do not say all of it: it begins or ends within five minutes, which another may share, or is closed. */
type OffTick = Interval & { readonly isVisit: boolean }

/**
 * Free time of resources as bits of five minutes. Day-major: for every UTC day, for every row (a lane of a resource), nine
 * words. A bit of `free` says that somebody works then and is not taken; a bit of `starts` that a visit begins there, for
 * what a session bears. Hours are numbers of shared patterns. UTC has neither gaps nor doubles: what a zone wishes becomes
 * a mask (`zone-days.ts`).
 */
export class AvailabilityIndex {
  readonly firstDay: number
  readonly days: number
  /** Bits; the words of a row on a day begin at `at(day, row)`. For the search, which only reads. */
  free: Uint32Array<ArrayBuffer>
  starts: Uint32Array<ArrayBuffer>
  /** One for each row and day, at `(day - firstDay) * rows + row`. */
  patternIds: Uint16Array<ArrayBuffer>
  /** Rows there is room for. */
  rows: number
  readonly patterns = dayPatterns()
  /** For the ranking. */
  readonly percents = new DayPercents()
  readonly #resources = new Map<string, Indexed>()
  readonly #calendars = new Map<string, Calendar>()
  /** What is taken and does not begin and end on a tick, by row: two of them may share one. And what is taken outside of hours. */
  readonly #offTick = new Map<number, OffTick[]>()
  readonly #spare = new Map<number, number[]>()
  #lists = new WeakMap<readonly string[], readonly Indexed[]>()
  #hasLists = false
  #used = 0
  readonly #origin: number

  constructor(range: IndexRange) {
    this.firstDay = range.firstDay
    this.days = range.days
    this.rows = Math.max(firstRows, range.lanes ?? 0)
    this.#origin = range.firstDay * dayMs
    this.free = new Uint32Array(this.days * this.rows * dayWords)
    this.starts = new Uint32Array(this.days * this.rows * dayWords)
    this.patternIds = new Uint16Array(this.days * this.rows)
  }

  /** Where the words of a row on a UTC day begin. */
  at(day: number, row: number): number {
    return ((day - this.firstDay) * this.rows + row) * dayWords
  }

  /** The hours of a row on a UTC day of the range. */
  patternAt(day: number, row: number): DayPattern {
    return this.patterns.at(this.patternIds[(day - this.firstDay) * this.rows + row]!)
  }

  resource(id: string): Indexed | undefined {
    return this.#resources.get(id)
  }

  /** Those of the ids that are known, each once. Kept as long as the list itself is and no resource comes or goes. */
  resources(ids: readonly string[]): readonly Indexed[] {
    const before = this.#lists.get(ids)
    if (before) return before
    const found = [...new Set(ids)].flatMap((id) => this.#resources.get(id) ?? [])
    this.#lists.set(ids, found)
    this.#hasLists = true
    return found
  }

  /** Days and masks of a zone, kept from one question to the next. */
  calendar(zone: string): Calendar {
    const before = this.#calendars.get(zone)
    if (before) return before
    const calendar = calendarOf(zone)
    this.#calendars.set(zone, calendar)
    return calendar
  }

  /** Bytes of what grows with resources and days; the masks of zones and what the engine adds are small beside it. */
  bytes(): number {
    return this.free.byteLength + this.starts.byteLength + this.patternIds.byteLength + this.patterns.bytes()
  }

  /** Adds a resource, or replaces it; nothing of its time is taken afterwards. */
  putResource({ id, lanes, overbook, sessions }: ResourceSetup): void {
    const most = sessions.reduce((found, { lanes: own = lanes }) => Math.max(found, own), lanes)
    const needed = sessions.reduce(
      (found, session) => Math.max(found, (session.lanes ?? lanes) + (session.overbook ?? 0)),
      Math.max(most, lanes + overbook),
    )
    const before = this.#resources.get(id)
    if (before?.rows !== needed) this.removeResource(id)
    const unused = this.#used
    const row = before?.rows === needed ? before.row : this.#rowsFor(needed)
    const known: Indexed = { id, row, rows: needed, lanes: most, ownLanes: lanes }
    this.#resources.set(id, known)
    this.#forgetLists()
    this.percents.forget()
    if (row < unused) this.#clear(known)
    let first = 0
    for (let day = this.firstDay; day < this.firstDay + this.days; day++) {
      const midnight = day * dayMs
      while (first < sessions.length && sessions[first]!.end <= midnight) first++
      let last = first
      while (last < sessions.length && sessions[last]!.start < midnight + dayMs) last++
      if (first === last) continue
      const today = sessions.slice(first, last)
      for (let lane = 0; lane < needed; lane++) {
        const pattern = this.patterns.idOf(today, midnight, lane, lanes)
        this.patternIds[(day - this.firstDay) * this.rows + row + lane] = pattern
        const { open } = this.patterns.at(pattern)
        const base = this.at(day, row + lane)
        for (let word = 0; word < dayWords; word++) this.free[base + word] = open[word]!
      }
    }
  }

  removeResource(id: string): void {
    const known = this.#resources.get(id)
    if (!known) return
    this.#clear(known)
    this.#resources.delete(id)
    this.#forgetLists()
    this.#spare.set(known.rows, [...(this.#spare.get(known.rows) ?? []), known.row])
  }

  /** The whole truth about what is taken in a range. The same call twice changes nothing. */
  putBusy(resourceId: string, range: Interval, busy: readonly Busy[]): void {
    const known = this.#resources.get(resourceId)
    if (!known) return
    this.percents.forget()
    const from = this.#tick(range.start, Math.floor)
    const until = this.#tick(range.end, Math.ceil)
    for (let row = known.row; row < known.row + known.rows; row++) {
      const odd = this.#offTick.get(row)
      if (odd)
        this.#keep(
          row,
          odd.filter((each) => !overlaps(each, range)),
        )
      this.#setFree(row, from, until)
      this.#clearStarts(row, from, until)
    }
    for (const each of busy) this.#take(known, each)
  }

  /** A lane is taken; a lane the resource does not have, or time outside the range, is passed over. */
  take(resourceId: string, busy: Busy): void {
    const known = this.#resources.get(resourceId)
    if (known) this.#take(known, busy)
  }

  /** What was taken is free again, as far as somebody works then. */
  give(resourceId: string, busy: Busy): void {
    const known = this.#resources.get(resourceId)
    if (!known || busy.lane >= known.rows) return
    this.percents.forget()
    const row = known.row + busy.lane
    const odd = this.#offTick.get(row)
    if (odd) {
      const index = odd.findIndex((each) => each.start === busy.start && each.end === busy.end)
      if (index >= 0) this.#keep(row, odd.toSpliced(index, 1))
    }
    this.#setFree(row, this.#tick(busy.start, Math.floor), this.#tick(busy.end, Math.ceil))
    if (busy.visitTypeId === undefined) return
    const start = this.#tick(busy.start, Math.floor)
    this.#clearStarts(row, start, start + 1)
  }

  /** No visit begins there any more, but for those of which another begins within the same tick. */
  #clearStarts(row: number, from: number, until: number): void {
    this.#each(from, until, (day, first, last) => clearBits(this.starts, this.at(day, row), first, last))
    for (const { start, isVisit } of this.#offTick.get(row) ?? []) {
      const tick = this.#tick(start, Math.floor)
      if (isVisit && tick >= from && tick < until) this.#setStart(row, tick)
    }
  }

  #setStart(row: number, tick: number): void {
    this.#each(tick, tick + 1, (day, first, last) => setBits(this.starts, this.at(day, row), first, last))
  }

  /**
   * Asks with some time given back, and takes it again afterwards. Nobody else looks in between: the question is answered
   * in one go.
   */
  asIfFree<T>(given: readonly (Busy & { readonly resourceId: string })[], ask: () => T): T {
    const undo: (() => void)[] = []
    try {
      for (const busy of given) {
        const known = this.#resources.get(busy.resourceId)
        if (!known || busy.lane >= known.rows) continue
        undo.push(this.#remember(known.row + busy.lane, busy))
        this.give(busy.resourceId, busy)
      }
      return ask()
    } finally {
      for (const restore of undo.reverse()) restore()
    }
  }

  /** Asks as if some closed time of a resource were open in its ordinary lanes, as far as it is not taken. */
  asIfOpen<T>({ resourceId, start, end }: Interval & { readonly resourceId: string }, ask: () => T): T {
    const known = this.#resources.get(resourceId)
    if (!known) return ask()
    const [from, until] = [this.#tick(start, Math.ceil), this.#tick(end, Math.floor)]
    const undo: (() => void)[] = []
    try {
      for (let row = known.row; row < known.row + known.ownLanes; row++) {
        undo.push(this.#remember(row, { start, end }))
        this.#each(from, until, (day, first, last) => {
          const at = (day - this.firstDay) * this.rows + row
          const before = this.patternIds[at]!
          undo.push(() => {
            this.patternIds[at] = before
          })
          this.patternIds[at] = this.patterns.openedId(before, first, last)
        })
        this.#setFree(row, from, until)
      }
      this.percents.forget()
      return ask()
    } finally {
      for (const restore of undo.reverse()) restore()
    }
  }

  #remember(row: number, { start, end }: Interval): () => void {
    const odd = this.#offTick.get(row) ?? []
    const words: (() => void)[] = []
    this.#each(this.#tick(start, Math.floor), this.#tick(end, Math.ceil), (day) => {
      const base = this.at(day, row)
      const free = this.free.slice(base, base + dayWords)
      const starts = this.starts.slice(base, base + dayWords)
      words.push(() => {
        this.free.set(free, base)
        this.starts.set(starts, base)
      })
    })
    return () => {
      for (const restore of words) restore()
      this.#keep(row, odd)
      this.percents.forget()
    }
  }

  #take(known: Indexed, busy: Busy): void {
    if (busy.lane >= known.rows || busy.start >= busy.end) return
    this.percents.forget()
    const row = known.row + busy.lane
    const [from, until] = [(busy.start - this.#origin) / tickMs, (busy.end - this.#origin) / tickMs]
    const [start, end] = [Math.floor(from), Math.ceil(until)]
    const isOutside = this.#occupy(row, start, end)
    const isOffTick = from !== start || until !== end
    if (isOffTick || isOutside) {
      const odd = this.#offTick.get(row) ?? []
      const isEnough = !isOffTick && odd.length >= mostOutside
      if (!isEnough && !odd.some((each) => each.start === busy.start && each.end === busy.end))
        this.#offTick.set(row, [...odd, { start: busy.start, end: busy.end, isVisit: busy.visitTypeId !== undefined }])
    }
    if (busy.visitTypeId === undefined || start < 0 || start >= this.days * dayTicks) return
    const day = Math.floor(start / dayTicks)
    const bit = start - day * dayTicks
    this.starts[(day * this.rows + row) * dayWords + (bit >>> 5)]! |= 1 << (bit & 31)
  }

  /**
   * The ticks are free no more. Answers whether some of it is closed in the lane, so that no bit can say that it is taken. Asked for
   * every visit there is, hence both in one go.
   */
  #occupy(row: number, from: number, to: number): boolean {
    let closed = 0
    const until = Math.min(this.days * dayTicks, to)
    for (let tick = Math.max(0, from); tick < until; ) {
      const day = Math.floor(tick / dayTicks)
      const midnight = day * dayTicks
      const last = Math.min(until - midnight, dayTicks)
      const at = day * this.rows + row
      const { open } = this.patterns.at(this.patternIds[at]!)
      const base = at * dayWords
      for (let bit = tick - midnight; bit < last; ) {
        const word = bit >>> 5
        const next = Math.min(last, (word + 1) << 5)
        const taken = bitsBetween(bit & 31, next - (word << 5))
        this.free[base + word]! &= ~taken
        closed |= taken & ~open[word]!
        bit = next
      }
      tick = midnight + last
    }
    return closed !== 0
  }

  /** Ticks are free again where somebody works, but for what is taken beside them within the same tick. */
  #setFree(row: number, from: number, until: number): void {
    const hours = new Uint32Array(dayWords)
    this.#each(from, until, (day, first, last) => {
      const { open } = this.patternAt(day, row)
      const base = this.at(day, row)
      if (last - first === dayTicks) {
        for (let word = 0; word < dayWords; word++) this.free[base + word] = open[word]!
        return
      }
      hours.fill(0)
      setBits(hours, 0, first, last)
      for (let word = 0; word < dayWords; word++) this.free[base + word]! |= hours[word]! & open[word]!
    })
    for (const each of this.#offTick.get(row) ?? []) {
      if (this.#tick(each.start, Math.floor) < until && this.#tick(each.end, Math.ceil) > from)
        this.#occupy(row, this.#tick(each.start, Math.floor), this.#tick(each.end, Math.ceil))
    }
  }

  #forgetLists(): void {
    if (this.#hasLists) this.#lists = new WeakMap()
    this.#hasLists = false
  }

  #keep(row: number, odd: OffTick[]): void {
    if (odd.length === 0) this.#offTick.delete(row)
    else this.#offTick.set(row, odd)
  }

  #clear(known: Indexed): void {
    for (let row = known.row; row < known.row + known.rows; row++) this.#offTick.delete(row)
    for (let day = this.firstDay; day < this.firstDay + this.days; day++) {
      const from = this.at(day, known.row)
      const until = this.at(day, known.row + known.rows)
      this.free.fill(0, from, until)
      this.starts.fill(0, from, until)
      this.patternIds.fill(0, from / dayWords, until / dayWords)
    }
  }

  /** Ticks since the beginning of the range. */
  #tick(instant: number, round: (value: number) => number): number {
    return round((instant - this.#origin) / tickMs)
  }

  /** Ticks of the range, day by day. */
  #each(from: number, until: number, say: (day: number, first: number, last: number) => void): void {
    const end = Math.min(until, this.days * dayTicks)
    for (let tick = Math.max(0, from); tick < end; ) {
      const day = Math.floor(tick / dayTicks)
      const midnight = day * dayTicks
      const last = Math.min(end, midnight + dayTicks)
      say(this.firstDay + day, tick - midnight, last - midnight)
      tick = last
    }
  }

  #rowsFor(count: number): number {
    const spare = this.#spare.get(count)?.pop()
    if (spare !== undefined) return spare
    const row = this.#used
    this.#used += count
    if (this.#used > this.rows) this.#grow(this.#used)
    return row
  }

  /** Room for twice as many rows, or a quarter more where there are many already. */
  #grow(needed: number): void {
    const rows = Math.max(needed, this.rows < 512 ? this.rows * 2 : Math.ceil(this.rows * 1.25))
    const free = new Uint32Array(this.days * rows * dayWords)
    const starts = new Uint32Array(this.days * rows * dayWords)
    const patternIds = new Uint16Array(this.days * rows)
    for (let day = 0; day < this.days; day++) {
      const words = this.rows * dayWords
      free.set(this.free.subarray(day * words, (day + 1) * words), day * rows * dayWords)
      starts.set(this.starts.subarray(day * words, (day + 1) * words), day * rows * dayWords)
      patternIds.set(this.patternIds.subarray(day * this.rows, (day + 1) * this.rows), day * rows)
    }
    this.free = free
    this.starts = starts
    this.patternIds = patternIds
    this.rows = rows
  }
}

export function createIndex(range: IndexRange): AvailabilityIndex {
  return new AvailabilityIndex(range)
}
