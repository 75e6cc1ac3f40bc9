import { dateAt, instantAt, minuteAt, Temporal } from '@foyer/kernel'

/** Where a day begins and ends on the screen when the hours give no reason for more. Minutes since local midnight. */
const usualFrom = 7 * 60
const usualTo = 18 * 60

/** A line across the day; whole hours carry what the wall clock shows. */
export type Mark = { readonly offset: number; readonly label: string | null }

/**
 * The vertical axis of a day. It counts minutes that really pass, so that a visit is as tall as it is long: on the day
 * the clocks go forward an hour is missing on it, on the day they go back one hour stands there twice.
 */
export type Axis = {
  readonly zone: string
  readonly start: number
  readonly minutes: number
  readonly marks: readonly Mark[]
}

/** A stretch of the axis, in minutes from its start. */
export type Span = { readonly from: number; readonly to: number }

type Times = { readonly start: string; readonly end: string }

const minuteMs = 60_000

function epochOf(instant: string): number {
  return Temporal.Instant.from(instant).epochMilliseconds
}

/** From the earliest to the latest of these times, at least 7:00 to 18:00, in whole hours of the wall clock. */
export function axisOf(date: string, zone: string, times: readonly Times[]): Axis {
  const onDay = (instant: string, isEnd: boolean) => {
    const at = Temporal.Instant.from(instant)
    const day = dateAt(at, zone)
    if (day === date) return minuteAt(at, zone)
    if (day < date) return 0
    return isEnd ? 1440 : usualFrom
  }
  const from = Math.min(usualFrom, ...times.map(({ start }) => onDay(start, false)))
  const to = Math.max(usualTo, ...times.map(({ end }) => onDay(end, true)))
  return axisBetween(date, zone, Math.floor(from / 60) * 60, Math.ceil(to / 60) * 60)
}

/** @param fromMinute first minute since local midnight @param toMinute last, up to 1440 */
export function axisBetween(date: string, zone: string, fromMinute: number, toMinute: number): Axis {
  const start = instantAt(date, fromMinute, zone).epochMilliseconds
  const end = instantAt(date, toMinute, zone).epochMilliseconds
  const minutes = Math.round((end - start) / minuteMs)
  const marks: Mark[] = []
  for (let offset = 0; offset < minutes; offset += 30) {
    const minute = minuteAt(Temporal.Instant.fromEpochMilliseconds(start + offset * minuteMs), zone)
    marks.push({ offset, label: minute % 60 === 0 ? `${minute / 60}:00` : null })
  }
  return { zone, start, minutes, marks }
}

/** Minutes from the start of the axis, kept on it. */
export function offsetOf(axis: Axis, instant: string): number {
  const offset = (epochOf(instant) - axis.start) / minuteMs
  return Math.min(axis.minutes, Math.max(0, offset))
}

export function spanOf(axis: Axis, { start, end }: Times): Span {
  return { from: offsetOf(axis, start), to: offsetOf(axis, end) }
}

/** Where the axis is not covered by these times: the closed hours of a column. */
export function closedSpans(axis: Axis, open: readonly Times[]): readonly Span[] {
  const spans = open.map((times) => spanOf(axis, times)).sort((a, b) => a.from - b.from)
  const closed: Span[] = []
  let at = 0
  for (const span of spans) {
    if (span.from > at) closed.push({ from: at, to: span.from })
    at = Math.max(at, span.to)
  }
  if (at < axis.minutes) closed.push({ from: at, to: axis.minutes })
  return closed
}

/** Whether an instant lies on the axis: now, on the day that is shown. */
export function isOnAxis(axis: Axis, instant: string): boolean {
  const offset = (epochOf(instant) - axis.start) / minuteMs
  return offset >= 0 && offset <= axis.minutes
}

export function overlaps(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to
}
