import { dayTicks, clearBits, tickMs, utcDay } from '../availability/ticks.ts'
import type { Calendar, Piece } from '../availability/zone-days.ts'
import { type Interval, overlaps } from '../interval.ts'
import { dayMs, minuteMs } from '../local-day.ts'
import type { RuledOut } from '../opening.ts'

/** What of a piece of a day does not suit the patient, in epoch milliseconds. */
function within({ from, until, day, midnight }: Piece, utc: number, not: readonly RuledOut[]): Interval[] {
  const whole = { start: utc * dayMs + from * tickMs, end: utc * dayMs + until * tickMs }
  return not.flatMap(({ from: first, to: last, weekdays, times }) => {
    const isThatDay =
      (first === undefined || first <= day.date) &&
      (last === undefined || day.date <= last) &&
      (weekdays === undefined || weekdays.length === 0 || weekdays.includes(day.weekday))
    if (!isThatDay) return []
    if (!times) return [whole]
    const start = Math.max(whole.start, midnight + times.fromMinute * minuteMs)
    const end = Math.min(whole.end, midnight + times.untilMinute * minuteMs)
    return start < end ? [{ start, end }] : []
  })
}

function ruledOutOn(utc: number, calendar: Calendar, not: readonly RuledOut[]): Interval[] {
  return calendar.pieces(utc).flatMap((piece) => within(piece, utc, not))
}

/** Whether any minute of it does not suit. */
export function isRuledOut(not: readonly RuledOut[], calendar: Calendar, time: Interval): boolean {
  if (not.length === 0) return false
  for (let utc = utcDay(time.start); utc <= utcDay(time.end - 1); utc++) {
    if (ruledOutOn(utc, calendar, not).some((each) => overlaps(each, time))) return true
  }
  return false
}

/** Takes away the starts on a UTC day from which a visit of that length would reach into what does not suit. */
export function clearRuledOut(
  not: readonly RuledOut[],
  calendar: Calendar,
  utc: number,
  durationMs: number,
  starts: Uint32Array,
): void {
  if (not.length === 0) return
  const midnight = utc * dayMs
  for (let day = utc; day <= utcDay(midnight + dayMs + durationMs - 1); day++) {
    for (const { start, end } of ruledOutOn(day, calendar, not)) {
      const first = Math.floor((start - durationMs - midnight) / tickMs) + 1
      const last = Math.ceil((end - midnight) / tickMs)
      clearBits(starts, 0, Math.max(0, first), Math.min(dayTicks, last))
    }
  }
}
