import type { AvailabilityIndex, Indexed } from '../availability/availability-index.ts'
import { clearBits, dayWords, utcDay } from '../availability/ticks.ts'
import type { Calendar } from '../availability/zone-days.ts'
import type { OpeningRequest } from '../opening.ts'
import { isAny, type LaneMasks, laneMasks, type Opened } from './lane-masks.ts'
import { longestInTwo } from './runs.ts'
import { type Seat, seatsOf, shareCandidates } from './seats.ts'
import { type Bounds, boundsOf, wishMask } from './wish-mask.ts'

/** Told once for every pair of a start and a lead that is possible: the tick of the day, and which candidate leads. */
export type Found = (tick: number, lead: number) => void

/** One question to the index, day by day. */
export type Search = {
  readonly request: OpeningRequest
  readonly index: AvailabilityIndex
  readonly calendar: Calendar
  readonly bounds: Bounds
  readonly seats: readonly Seat[]
  readonly masks: LaneMasks
  /** UTC days on which a visit may begin; empty when `first` is after `last`. */
  readonly first: number
  readonly last: number
  /** All that is possible on a UTC day: lead by lead, in order of the candidates; times of one lead in order. */
  readonly scan: (day: number, found: Found, only?: Indexed) => void
}

const always: Bounds = { start: -Infinity, end: Infinity }

/**
 * A start is possible when it lies on the grid, within the wish, and when every role finds a resource of its own that is
 * free for as long as the role lasts. Roles other than the lead are ORed over their candidates once a day; only where one
 * person could be asked to fill two roles at once is every start looked at by itself.
 *
 * @param within only the days that touch this are looked at
 */
export function searchOf(
  request: OpeningRequest,
  index: AvailabilityIndex,
  now: number,
  opened?: Opened,
  within: Bounds = always,
): Search {
  const calendar = index.calendar(request.zone)
  const bounds = boundsOf(request, calendar, now)
  const seats = seatsOf(request.visitType, index, request)
  const masks = laneMasks(request, index, calendar, now, opened)
  const [lead, ...others] = seats
  const isShared = shareCandidates(seats)
  const gridMinutes = request.visitType.gridMinutes ?? 10
  const rest = new Uint32Array(dayWords)
  const onGrid = new Uint32Array(dayWords)
  const either = new Uint32Array(dayWords)
  const lane = new Uint32Array(dayWords)
  const own = new Uint32Array(dayWords)
  const grid = new Uint32Array(dayWords)
  const tables = isShared ? seats.map((seat) => new Uint32Array(seat.candidates.length * dayWords)) : []

  /** Starts that any lane of the resource allows in the role. */
  function startsOf(seat: Seat, known: Indexed, day: number, into: Uint32Array): boolean {
    const lanes = masks.lanes(known)
    if (lanes === 1) return masks.starts(seat, known, 0, day, into)
    into.fill(0)
    let isSome = false
    for (let each = 0; each < lanes; each++) {
      if (!masks.starts(seat, known, each, day, lane)) continue
      isSome = true
      for (let word = 0; word < dayWords; word++) into[word]! |= lane[word]!
    }
    return isSome
  }

  /** Leaves of `rest` the starts at which every role but the lead's finds somebody. */
  function narrow(day: number): boolean {
    for (const [number, seat] of others.entries()) {
      either.fill(0)
      const table = tables[number + 1]
      table?.fill(0)
      for (const [place, known] of seat.candidates.entries()) {
        if (!startsOf(seat, known, day, own)) continue
        let missing = 0
        for (let word = 0; word < dayWords; word++) {
          either[word]! |= own[word]!
          missing |= rest[word]! & ~either[word]!
        }
        table?.set(own, place * dayWords)
        if (missing === 0 && !table) break
      }
      for (let word = 0; word < dayWords; word++) rest[word]! &= either[word]!
      if (!isAny(rest)) return false
    }
    return true
  }

  /** Whether the roles from `number` on find resources that are nowhere else at that time. */
  function canFill(number: number, tick: number, chosen: readonly number[]): boolean {
    const seat = seats[number]
    if (!seat) return true
    const table = tables[number]!
    return seat.candidates.some((known, place) => {
      if (((table[place * dayWords + (tick >>> 5)]! >>> (tick & 31)) & 1) === 0) return false
      const isElsewhere = chosen.some((row, before) => {
        const other = seats[before]!
        return row === known.row && Math.max(seat.start, other.start) < Math.min(seat.end, other.end)
      })
      return !isElsewhere && canFill(number + 1, tick, [...chosen, known.row])
    })
  }

  /** Not more visits of the type, or of new patients, with one lead on one civil date than its caps say. */
  function clearCapped(known: Indexed, day: number, starts: Uint32Array): void {
    const { visitType, counters } = request
    const perLead = visitType.caps?.perLeadAndDay
    const perNew = visitType.forNewPatients ? counters?.newPatientsPerDay?.(known.id) : undefined
    if (perLead === undefined && perNew === undefined) return
    for (const piece of calendar.pieces(day)) {
      const { date } = piece.day
      const isFull =
        (perLead !== undefined && (counters?.ofTypeWithLead?.(date, known.id) ?? 0) >= perLead) ||
        (perNew !== undefined && (counters?.ofNewWithLead?.(date, known.id) ?? 0) >= perNew)
      if (isFull) clearBits(starts, 0, piece.from, piece.until)
    }
  }

  const start = Math.max(bounds.start, within.start)
  const first = Math.max(index.firstDay, Number.isFinite(start) ? utcDay(start) : index.firstDay)
  const last = Math.min(index.firstDay + index.days - 1, utcDay(Math.min(bounds.end, within.end) - 1))
  const isCapped = request.visitType.caps?.perLeadAndDay !== undefined || request.visitType.forNewPatients === true

  const isSimple = !isCapped && !isShared && lead?.from === 0 && lead.length <= longestInTwo

  function scan(day: number, found: Found, only?: Indexed): void {
    if (!lead || !wishMask(request, calendar, bounds, day, rest) || !narrow(day)) return
    const ordinary = calendar.grid(day, gridMinutes)
    for (let word = 0; word < dayWords; word++) onGrid[word] = rest[word]! & ordinary[word]!
    const { candidates } = lead
    for (let place = 0; place < candidates.length; place++) {
      const known = candidates[place]!
      if (only && known !== only) continue
      if (isSimple && masks.tellPlain(lead, known, place, day, onGrid, found)) continue
      if (!startsOf(lead, known, day, own)) continue
      let allowed = onGrid
      if (index.patternAt(day, known.row).hasRules && masks.ownGrid(known, day, grid)) {
        for (let word = 0; word < dayWords; word++) grid[word]! &= rest[word]!
        allowed = grid
      }
      if (isCapped) clearCapped(known, day, own)
      for (let word = 0; word < dayWords; word++) {
        for (let bits = own[word]! & allowed[word]!; bits !== 0; bits &= bits - 1) {
          const tick = (word << 5) + 31 - Math.clz32(bits & -bits)
          if (!isShared || canFill(1, tick, [known.row])) found(tick, place)
        }
      }
    }
  }

  return { request, index, calendar, bounds, seats, masks, first, last, scan }
}
