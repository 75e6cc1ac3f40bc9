import type { AvailabilityIndex, Indexed } from '../availability/availability-index.ts'
import type { DaySession } from '../availability/day-pattern.ts'
import { clearBits, countBits, dayTicks, dayWords, setBits, tickMs } from '../availability/ticks.ts'
import type { Calendar } from '../availability/zone-days.ts'
import { dayMs, minuteMs } from '../local-day.ts'
import type { OpeningRequest } from '../opening.ts'
import { copyDay, makeRuns } from './runs.ts'
import type { Seat } from './seats.ts'

/** A session that counts as open to the visit for one question, as if its owner gave it up. */
export type Opened = { readonly resourceId: string; readonly start: number; readonly end: number }

/** Which starts of a day one lane of one resource would allow in one role. */
export type LaneMasks = {
  /** Writes the bits of possible starts; false when there are none. */
  readonly starts: (seat: Seat, known: Indexed, lane: number, day: number, into: Uint32Array) => boolean
  /**
   * Tells the allowed starts of a lead of one lane whose sessions say nothing of their own; false, and nothing is told, where
   * the long way has to be taken. The seat begins with the visit and is at most `longestInTwo` ticks long.
   */
  readonly tellPlain: (
    seat: Seat,
    known: Indexed,
    lead: number,
    day: number,
    allowed: Uint32Array,
    found: (tick: number, lead: number) => void,
  ) => boolean
  /** Writes the grid of a lead's day; false where no session has a grid of its own. */
  readonly ownGrid: (known: Indexed, day: number, into: Uint32Array) => boolean
  /** Lanes of a resource that are looked at. */
  readonly lanes: (known: Indexed) => number
}

/** Plain but for the grid. */
const withGrid = 3

/**
 * A resource may be needed for the whole time of its role, buffers included, in one lane. A session reserved for other
 * kinds counts as closed until it is released; so does one for walk-ins, unless somebody walked in, whose lead then needs
 * such a session. Where as many visits begin in a session as it bears, no more begin in it.
 */
export function laneMasks(
  request: OpeningRequest,
  index: AvailabilityIndex,
  calendar: Calendar,
  now: number,
  opened?: Opened,
): LaneMasks {
  const { visitType, overbook = false, walkIn = false } = request
  const gridMinutes = visitType.gridMinutes ?? 10
  const { free, patternIds, rows, firstDay } = index
  const last = firstDay + index.days - 1
  const plain = new Uint8Array(index.patterns.size())
  const window = new Uint32Array(dayWords * 8)

  /** Whether the free time of the pattern is what counts, without a look at its sessions. */
  function isPlain(id: number): boolean {
    const before = plain[id]!
    if (before !== 0) return before !== 2
    const pattern = index.patterns.at(id)
    const whole = pattern.open === pattern.ordinary || overbook
    const isFree = whole && !walkIn && pattern.sessions.every(({ rules }) => isOpenToAll(rules))
    const hasGrid = pattern.sessions.some(({ rules }) => rules.gridMinutes !== undefined)
    plain[id] = isFree ? (hasGrid ? withGrid : 1) : 2
    return isFree
  }

  function isClosed(session: DaySession, seat: Seat, known: Indexed, midnight: number): boolean {
    const { rules, from, until } = session
    if (opened && opened.resourceId === known.id) {
      const start = midnight + from * tickMs
      if (start === opened.start && midnight + until * tickMs === opened.end) return false
    }
    if (rules.walkIn === true && !walkIn) return true
    if (rules.walkIn !== true && walkIn && seat.isLead) return true
    if (rules.visitTypeIds?.includes(visitType.id) !== false) return false
    if (rules.releaseMinutes === undefined) return true
    return now < midnight + session.wholeFrom * tickMs - rules.releaseMinutes * minuteMs
  }

  /** The free time of a lane on a day, as far as its sessions take the visit. */
  function writeDay(seat: Seat, known: Indexed, lane: number, day: number, offset: number): void {
    if (day < firstDay || day > last) {
      window.fill(0, offset, offset + dayWords)
      return
    }
    const base = index.at(day, known.row + lane)
    const pattern = index.patternAt(day, known.row + lane)
    const hours = overbook ? pattern.open : pattern.ordinary
    for (let word = 0; word < dayWords; word++) window[offset + word] = free[base + word]! & hours[word]!
    for (const session of pattern.sessions) {
      if (!isClosed(session, seat, known, day * dayMs)) continue
      clearBits(window, offset, Math.max(0, session.from), Math.min(dayTicks, session.until))
    }
  }

  function clearFull(known: Indexed, day: number, offset: number): void {
    if (day < firstDay || day > last) return
    for (const { from, until, wholeFrom, wholeUntil, rules } of index.patternAt(day, known.row).sessions) {
      if (rules.capacity === undefined || begun(known, day, wholeFrom, wholeUntil) < rules.capacity) continue
      clearBits(window, offset, Math.max(0, from), Math.min(dayTicks, until))
    }
  }

  /** Visits that begin in a time over all lanes; ticks from the midnight of `day`. */
  function begun(known: Indexed, day: number, from: number, until: number): number {
    let count = 0
    for (let each = day + Math.floor(from / dayTicks); (each - day) * dayTicks < until; each++) {
      if (each < firstDay || each > last) continue
      const midnight = (each - day) * dayTicks
      const first = Math.max(0, from - midnight)
      const end = Math.min(dayTicks, until - midnight)
      for (let row = known.row; row < known.row + known.rows; row++) {
        count += countBits(index.starts, index.at(each, row), first, end)
      }
    }
    return count
  }

  function reaching(seat: Seat, known: Indexed, lane: number, day: number, into: Uint32Array): boolean {
    const { first, last: end } = seat.days
    const words = (end - first + 1) * dayWords
    if (words >= window.length) return false
    for (let each = first; each <= end; each++) writeDay(seat, known, lane, day + each, (each - first) * dayWords)
    makeRuns(window, 0, words, seat.steps)
    window.fill(0, words, words + dayWords)
    for (let each = first; each <= end; each++) clearFull(known, day + each, (each - first) * dayWords)
    copyDay(window, seat.from - first * dayTicks, into)
    return isAny(into)
  }

  return {
    starts(seat, known, lane, day, into) {
      if (seat.from !== 0 || day < firstDay || day > last) return reaching(seat, known, lane, day, into)
      const at = (day - firstDay) * rows + known.row + lane
      const id = patternIds[at]!
      if (id === 0) return false
      if (!isPlain(id)) return reaching(seat, known, lane, day, into)
      const base = at * dayWords
      if (free[base + dayWords - 1]! >>> 31 !== 0 && seat.length > 1) return reaching(seat, known, lane, day, into)
      for (let word = 0; word < dayWords; word++) into[word] = free[base + word]!
      makeRuns(into, 0, dayWords, seat.steps)
      return true
    },
    tellPlain(seat, known, lead, day, allowed, found) {
      if (day < firstDay || day > last || (overbook ? known.rows : known.lanes) !== 1) return false
      const at = (day - firstDay) * rows + known.row
      const id = patternIds[at]!
      if (id === 0) return true
      if (!isPlain(id) || plain[id] === withGrid) return false
      const base = at * dayWords
      if (free[base + dayWords - 1]! >>> 31 !== 0) return false
      const { steps } = seat
      for (let word = 0; word < dayWords; word++) {
        let runs = free[base + word]!
        if ((runs & allowed[word]!) === 0) continue
        let rest = word + 1 < dayWords ? free[base + word + 1]! : 0
        for (let index = 0; index < steps.length; index++) {
          const step = steps[index]!
          runs &= (runs >>> step) | (rest << (32 - step))
          rest &= rest >>> step
        }
        for (let bits = runs & allowed[word]!; bits !== 0; bits &= bits - 1) {
          found((word << 5) + 31 - Math.clz32(bits & -bits), lead)
        }
      }
      return true
    },
    ownGrid(known, day, into) {
      const { sessions } = index.patternAt(day, known.row)
      if (!sessions.some(({ rules }) => rules.gridMinutes !== undefined)) return false
      into.set(calendar.grid(day, gridMinutes))
      for (const { from, until, rules } of sessions) {
        if (rules.gridMinutes === undefined) continue
        const [first, end] = [Math.max(0, from), Math.min(dayTicks, until)]
        const own = calendar.grid(day, rules.gridMinutes)
        const range = new Uint32Array(dayWords)
        setBits(range, 0, first, end)
        for (let word = 0; word < dayWords; word++) {
          into[word] = (into[word]! & ~range[word]!) | (own[word]! & range[word]!)
        }
      }
      return true
    },
    lanes: (known) => (overbook ? known.rows : known.lanes),
  }

  function isOpenToAll({ visitTypeIds, capacity, walkIn: isWalkIn }: DaySession['rules']): boolean {
    return visitTypeIds?.includes(visitType.id) !== false && capacity === undefined && isWalkIn !== true
  }
}

export function isAny(words: Uint32Array): boolean {
  for (let word = 0; word < dayWords; word++) if (words[word] !== 0) return true
  return false
}
