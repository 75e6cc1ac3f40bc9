import type { Interval } from '@foyer/scheduling'
import type { Book } from './book.ts'
import type { Crowd } from './crowd.ts'
import { justCancelled, type Lane, lanes, type LaneVisit } from './lanes.ts'
import { minuteMs, type Slot, spanOf, takeSlot } from './slot.ts'
import type { State } from './steps.ts'

export type Placed = { readonly slot: Slot; readonly state: State }

const ten = 10 * minuteMs
const maxSteps = 60

/** Starts in order, moved into the day: never before it begins, never so late that they would be tomorrow's. */
function startsOf(visits: readonly LaneVisit[], now: number, day: Interval): number[] {
  const base = Math.floor(now / ten) * ten
  const starts: number[] = []
  let free = day.start
  for (const visit of visits) {
    const start = Math.max(base + visit.at * minuteMs, free)
    starts.push(start)
    free = start + spanOf(visit.visitType) * minuteMs
  }
  let latest = day.end - ten
  for (let index = visits.length - 1; index >= 0; index--) {
    starts[index] = Math.min(starts[index] ?? latest, latest)
    latest = (starts[index] ?? latest) - spanOf(visits[index - 1]?.visitType ?? 'bp-check') * minuteMs
  }
  return starts
}

/** What has been done must have begun; at the very start of a day some of it has not. */
function fitsTheClock(visit: LaneVisit, now: number, day: Interval): boolean {
  return !visit.optional || now + visit.at * minuteMs - ten >= day.start
}

function placeLane(lane: Lane, book: Book, crowd: Crowd, now: number, day: Interval): Placed[] {
  const visits = lane.visits.filter((visit) => fitsTheClock(visit, now, day))
  const starts = startsOf(visits, now, day)
  return visits.flatMap((visit, index) => {
    const { visitType, interpreter, status } = visit
    const start = starts[index] ?? now
    const around = { start, end: start + spanOf(visitType) * minuteMs }
    const patient = visit.who ?? crowd.pick(visitType, lane.site, around)?.key
    const resources = interpreter === undefined ? [lane.resource] : [lane.resource, interpreter]
    const slot = patient && takeSlot(book, { visitType, site: lane.site, start, resources }, patient)
    if (!slot) return []
    const state = {
      status,
      ...(visit.since === undefined ? {} : { sinceMinutes: visit.since }),
      ...(visit.room === undefined ? {} : { room: visit.room }),
    }
    return [{ slot, state }]
  })
}

/** The visits of this moment at one site. `day` is today there; epoch milliseconds. */
export function placeLanes(site: Lane['site'], book: Book, crowd: Crowd, now: number, day: Interval): Placed[] {
  return lanes.filter((lane) => lane.site === site).flatMap((lane) => placeLane(lane, book, crowd, now, day))
}

/** The visit that was just cancelled: later today where the day is long enough. It takes nobody's time. */
export function placeCancelled(taken: readonly Slot[], crowd: Crowd, now: number, day: Interval): Placed[] {
  const { resource, site, visitType, at, since } = justCancelled
  const length = spanOf(visitType) * minuteMs
  let start = Math.min(Math.floor(now / ten) * ten + at * minuteMs, day.end - ten)
  const isBusy = (wanted: Interval): boolean =>
    taken.some(({ assignments }) =>
      assignments.some((one) => one.resourceId === resource && one.start < wanted.end && wanted.start < one.end),
    )
  for (let step = 0; step < maxSteps && isBusy({ start, end: start + length }); step++) start -= ten
  const person = crowd.pick(visitType, site, { start, end: start + length })
  if (!person) return []
  const assignments = [{ role: 'clinician', resourceId: resource, start, end: start + length }] as const
  const slot = { visitType, site, patient: person.key, start, end: start + length, assignments }
  return [{ slot, state: { status: 'cancelled', sinceMinutes: since, reason: 'patient' } }]
}
