import { dateAt, dayBounds, instantAt, minuteAt, Temporal } from '@foyer/kernel'

/** Where a day begins and ends on the screen when the hours give no reason for more. Minutes since local midnight. */
const usualFrom = 7 * 60
const usualTo = 18 * 60

/** A line across the day; whole hours carry what the wall clock shows. */
export type Mark = { readonly offset: number; readonly label: string | null }

/** From the instant `at` (epoch milliseconds) on, the wall clock is `by` minutes ahead of the minutes that passed. */
type Jump = { readonly at: number; readonly by: number }

/**
 * The vertical axis of a day. That of a single day counts minutes that really pass, so that a visit is as tall as it is
 * long: on the day the clocks go forward an hour is missing on it, on the day they go back one hour stands there twice.
 * Where several days stand side by side the axis is that of the wall clock, and `jump` tells where they part.
 */
export type Axis = {
  readonly zone: string
  readonly date: string
  readonly fromMinute: number
  readonly start: number
  readonly minutes: number
  readonly marks: readonly Mark[]
  readonly jump: Jump | null
}

/** A stretch of the axis, in minutes from its start. */
export type Span = { readonly from: number; readonly to: number }

export type Times = { readonly start: string; readonly end: string }

const minuteMs = 60_000

/** First and last minute of the wall clock to show: all of these times, at least 7:00 to 18:00, in whole hours. */
export function rangeOf(date: string, zone: string, times: readonly Times[]): { from: number; to: number } {
  const onDay = (instant: string, isEnd: boolean) => {
    const at = Temporal.Instant.from(instant)
    const day = dateAt(at, zone)
    if (day === date) return minuteAt(at, zone)
    if (day < date) return 0
    return isEnd ? 1440 : usualFrom
  }
  const first = times.reduce<Times | null>((a, b) => (a && Date.parse(a.start) <= Date.parse(b.start) ? a : b), null)
  const last = times.reduce<Times | null>((a, b) => (a && Date.parse(a.end) >= Date.parse(b.end) ? a : b), null)
  const from = Math.min(usualFrom, first ? onDay(first.start, false) : usualFrom)
  const to = Math.max(usualTo, last ? onDay(last.end, true) : usualTo)
  return { from: Math.floor(from / 60) * 60, to: Math.ceil(to / 60) * 60 }
}

export function axisOf(date: string, zone: string, times: readonly Times[]): Axis {
  const { from, to } = rangeOf(date, zone, times)
  return axisBetween(date, zone, from, to)
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
  return { zone, date, fromMinute, start, minutes, marks, jump: null }
}

/** An axis on which every day has the same lines: the one of the wall clock. */
export function wallAxisBetween(date: string, zone: string, fromMinute: number, toMinute: number): Axis {
  const start = instantAt(date, fromMinute, zone).epochMilliseconds
  const minutes = toMinute - fromMinute
  const marks: Mark[] = []
  for (let offset = 0; offset < minutes; offset += 30) {
    const minute = fromMinute + offset
    marks.push({ offset, label: minute % 60 === 0 ? `${minute / 60}:00` : null })
  }
  return { zone, date, fromMinute, start, minutes, marks, jump: jumpOf(date, zone, start) }
}

/** The change of the clocks on that day, where it comes after the axis has begun. */
function jumpOf(date: string, zone: string, axisStart: number): Jump | null {
  const { start, end } = dayBounds(date, zone)
  const first = start.toZonedDateTimeISO(zone)
  const by = (end.toZonedDateTimeISO(zone).offsetNanoseconds - first.offsetNanoseconds) / (minuteMs * 1_000_000)
  const change = by === 0 ? null : first.getTimeZoneTransition('next')
  return change && change.epochMilliseconds > axisStart ? { at: change.epochMilliseconds, by } : null
}

/** Minutes from the start of the axis, kept on it. */
export function offsetOf(axis: Axis, instant: string): number {
  return Math.min(axis.minutes, Math.max(0, rawOffset(axis, instant)))
}

/** Minutes from the start of the axis, also before it and after. */
export function rawOffset(axis: Axis, instant: string): number {
  const at = Date.parse(instant)
  const passed = (at - axis.start) / minuteMs
  return axis.jump && at >= axis.jump.at ? passed + axis.jump.by : passed
}

/** The instant at a place of the axis; seconds are never part of it. */
export function instantOn(axis: Axis, offset: number): string {
  const at = axis.jump
    ? instantAt(axis.date, axis.fromMinute + offset, axis.zone)
    : Temporal.Instant.fromEpochMilliseconds(axis.start + offset * minuteMs)
  return at.toString()
}

/** The nearest start of a grid that is counted from the full hour. */
export function snap(offset: number, step: number): number {
  return Math.round(offset / step) * step
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
  const offset = rawOffset(axis, instant)
  return offset >= 0 && offset <= axis.minutes
}

export function overlaps(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to
}

/** Which of equally wide columns lies under `x`, both counted from where the first one begins; kept among them. */
export function columnAt(x: number, width: number, count: number): number {
  return Math.min(count - 1, Math.max(0, Math.floor(x / width)))
}
