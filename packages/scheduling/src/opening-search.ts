import { dateAt, dayBounds, Temporal } from '@foyer/kernel'
import type { Availability, FreeTime } from './availability.ts'
import { firstEndingAfter, type Interval, merge, overlaps } from './interval.ts'
import { type LocalDay, minuteMs, type Stretch } from './local-day.ts'
import { type DayPart, dayPartOf, type OpeningRequest } from './opening.ts'
import { gridOf, restFits, type Seat } from './seats.ts'

/** A start that is possible with one lead. Who fills the other roles is worked out for the few that are shown. */
export type Option = {
  readonly start: number
  readonly leadId: string
  readonly part: DayPart
  readonly day: LocalDay
  /** The lead's free time around the visit. */
  readonly free: FreeTime
}

/** When a visit may begin at all, from the lead time and the horizon of its type. */
export function bookable(request: Pick<OpeningRequest, 'visitType' | 'zone'>, now: number): Interval {
  const { leadMinutes = 0, horizonDays } = request.visitType
  const start = now + leadMinutes * minuteMs
  return { start, end: horizonDays === undefined ? Infinity : horizonEnd(horizonDays, request.zone, now) }
}

/** The midnight that ends the last date on which a visit may begin: `horizonDays` civil days after today. */
export function horizonEnd(horizonDays: number, zone: string, now: number): number {
  const today = Temporal.PlainDate.from(dateAt(Temporal.Instant.fromEpochMilliseconds(now), zone))
  return dayBounds(today.add({ days: horizonDays }).toString(), zone).end.epochMilliseconds
}

/**
 * Every option on the days, ordered by day and lead. A start is possible when it lies on the grid of the wall clock, on
 * a wished weekday and day part, between lead time and horizon, outside the patient's other visits, and when every role
 * finds a free resource of its own. Walks the grid only where the lead is free.
 */
export function searchOptions(
  request: OpeningRequest,
  days: readonly LocalDay[],
  seats: readonly Seat[],
  availability: Availability,
  now: number,
): Option[] {
  const [lead] = seats
  if (!lead) return []
  const { weekdays = [], dayParts = [], visitType } = request
  const { candidates, from, until } = lead
  const grid = gridOf(visitType)
  const allowed = bookable(request, now)
  const patientBusy = merge(request.patientBusy ?? [])
  const fits = restFits(seats, availability)
  const options: Option[] = []

  function walk(day: LocalDay, stretch: Stretch, leadId: string, free: FreeTime): void {
    const earliest = Math.max(free.start - from, stretch.start, allowed.start)
    const latest = Math.min(free.end - until, stretch.end - 1, allowed.end - 1)
    const first = stretch.midnight + Math.ceil((earliest - stretch.midnight) / grid) * grid
    for (let start = first; start <= latest; start += grid) {
      const part = dayPartOf((start - stretch.midnight) / minuteMs)
      if (dayParts.length > 0 && !dayParts.includes(part)) continue
      if (!patientIsFree(patientBusy, start, start + visitType.durationMinutes * minuteMs)) continue
      if (fits(start, leadId)) options.push({ start, leadId, part, day, free })
    }
  }

  for (const day of days) {
    if (weekdays.length > 0 && !weekdays.includes(day.weekday)) continue
    for (const stretch of day.stretches) {
      for (const leadId of candidates) {
        const times = availability.freeTimes(leadId)
        for (let index = firstEndingAfter(times, stretch.start + from); index < times.length; index++) {
          const free = times[index]
          if (!free || free.start - from >= stretch.end) break
          walk(day, stretch, leadId, free)
        }
      }
    }
  }
  return options
}

function patientIsFree(busy: readonly Interval[], start: number, end: number): boolean {
  const next = busy[firstEndingAfter(busy, start)]
  return !next || !overlaps(next, { start, end })
}
