import { dateAt, Temporal } from '@foyer/kernel'
import { dayMs, type LocalDay, localDay, minuteMs } from '../local-day.ts'
import { dayTicks, dayWords, setBits, tickMs, utcDay } from './ticks.ts'

/** Part of a UTC day that lies on one civil date and in which the clock is not changed. Ticks from the UTC midnight. */
export type Piece = {
  readonly from: number
  readonly until: number
  readonly day: LocalDay
  /** The instant at which the clock of the piece shows 00:00, or would have (epoch milliseconds). */
  readonly midnight: number
}

/** The days of a zone, worked out when first asked for. */
export type Calendar = {
  readonly zone: string
  readonly localDay: (date: string) => LocalDay
  /** Date of the instant in the zone. */
  readonly dateAt: (instant: number) => string
  /** In order of time. */
  readonly pieces: (utcDay: number) => readonly Piece[]
  /** Bits at multiples of `gridMinutes` from local midnight by the wall clock, on a UTC day. Not to be written to. */
  readonly grid: (utcDay: number, gridMinutes: number) => Uint32Array
}

export function calendarOf(zone: string): Calendar {
  const days = new Map<string, LocalDay>()
  const pieces = new Map<number, readonly Piece[]>()
  const grids = new Map<number, Map<number, Uint32Array>>()

  function day(date: string): LocalDay {
    const before = days.get(date)
    if (before) return before
    const found = localDay(date, zone)
    days.set(date, found)
    return found
  }

  function piecesOn(utc: number): readonly Piece[] {
    const before = pieces.get(utc)
    if (before) return before
    const start = utc * dayMs
    const middle = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO('UTC').toPlainDate()
    const found = [-1, 0, 1]
      .map((days) => day(middle.add({ days }).toString()))
      .flatMap((local) =>
        local.stretches.map((stretch) => ({
          from: Math.max(0, Math.ceil((stretch.start - start) / tickMs)),
          until: Math.min(dayTicks, Math.ceil((stretch.end - start) / tickMs)),
          day: local,
          midnight: stretch.midnight,
        })),
      )
      .filter(({ from, until }) => from < until)
    pieces.set(utc, found)
    return found
  }

  function gridOn(utc: number, gridMinutes: number): Uint32Array {
    const ofGrid = grids.get(gridMinutes) ?? new Map<number, Uint32Array>()
    grids.set(gridMinutes, ofGrid)
    const before = ofGrid.get(utc)
    if (before) return before
    const mask = new Uint32Array(dayWords)
    for (const { from, until, midnight } of piecesOn(utc)) {
      for (let tick = from; tick < until; tick++) {
        if ((utc * dayMs + tick * tickMs - midnight) % (gridMinutes * minuteMs) === 0) setBits(mask, 0, tick, tick + 1)
      }
    }
    ofGrid.set(utc, mask)
    return mask
  }

  return {
    zone,
    localDay: day,
    pieces: piecesOn,
    grid: gridOn,
    dateAt(instant) {
      const tick = Math.floor((instant - utcDay(instant) * dayMs) / tickMs)
      const piece = piecesOn(utcDay(instant)).find(({ from, until }) => from <= tick && tick < until)
      return piece?.day.date ?? dateAt(Temporal.Instant.fromEpochMilliseconds(instant), zone)
    },
  }
}
