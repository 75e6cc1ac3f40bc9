import { addDays } from '@foyer/kernel'
import type { AvailabilityIndex } from '../availability/availability-index.ts'
import { tickMs } from '../availability/ticks.ts'
import { dayMs, minuteMs } from '../local-day.ts'
import { type DayPart, dayPartOf, type NearMiss, type Opening, type OpeningRequest } from '../opening.ts'
import type { Wanted } from './best.ts'
import type { Opened } from './lane-masks.ts'
import { giveUps } from './give-up.ts'
import { openingsOf } from './openings-of.ts'
import type { Bounds } from './wish-mask.ts'

/**
 * When there are few: what would have to change, one thing at a time, with the best opening there would be then. In this
 * order: another part of the day, another time (the nearest before all others), another weekday, a time that was ruled out,
 * any clinician, somebody or some place without what was wished for, less notice than the visit should have, an overbooked
 * lane, a block, break or reserved session of somebody given up, one more than a cap allows, a rule about the patient set
 * aside, further ahead than it is booked, a later date.
 *
 * @param found the few
 */
export function nearMisses(
  request: OpeningRequest,
  index: AvailabilityIndex,
  now: number,
  found: readonly Opening[],
): NearMiss[] {
  const near: NearMiss[] = []
  const { dayParts = [], times, weekdays = [], candidates = {}, having = {} } = request
  const calendar = index.calendar(request.zone)

  // There are few: whatever is possible in the ordinary way is among them.
  const isKnown = new Set(found.map(({ start, assignments }) => `${start} ${assignments[0]?.resourceId}`))
  const isNew: Wanted = (day, tick, leadId) => !isKnown.has(`${day * dayMs + tick * tickMs} ${leadId}`)

  function best(changed: OpeningRequest, wanted: Wanted, opened?: Opened, within?: Bounds): Opening | undefined {
    return openingsOf({ ...changed, variety: false, limit: 1 }, index, now, wanted, opened, false, within).openings[0]
  }

  function offer(code: Exclude<NearMiss['code'], 'give-up'>, changed: OpeningRequest, wanted: Wanted): void {
    const opening = best(changed, wanted)
    if (opening) near.push({ code, opening })
  }

  function clock(day: number, tick: number): { minute: number; part: DayPart; weekday: number } {
    const piece = calendar.pieces(day).find(({ from, until }) => from <= tick && tick < until)!
    const minute = (day * dayMs + tick * tickMs - piece.midnight) / minuteMs
    return { minute, part: dayPartOf(minute), weekday: piece.day.weekday }
  }

  if (dayParts.length > 0) {
    const changed = { ...request, dayParts: [] }
    offer('other-day-part', changed, (day, tick) => !dayParts.includes(clock(day, tick).part))
  }
  if (times) {
    const { times: _, ...changed } = request
    const isOther: Wanted = (day, tick) => {
      const { minute } = clock(day, tick)
      return minute < times.fromMinute || minute >= times.untilMinute
    }
    const opening = widerTimes(times).reduce<Opening | undefined>(
      (before, wider) => before ?? best({ ...changed, times: wider }, isOther),
      undefined,
    )
    if (opening) near.push({ code: 'other-time', opening })
  }
  if (weekdays.length > 0) {
    offer('other-weekday', { ...request, weekdays: [] }, (day, tick) => !weekdays.includes(clock(day, tick).weekday))
  }
  if (request.not && request.not.length > 0) offer('ruled-out', { ...request, not: [] }, isNew)
  // One thing at a time: what somebody has to have stays when who it is does not matter, and the other way round.
  if (Object.values(candidates).some((named = []) => named.length > 0)) {
    offer('any-clinician', { ...request, candidates: {} }, isNew)
  }
  if (Object.keys(having).length > 0) {
    offer('other-attributes', { ...request, having: {} }, isNew)
  }
  const { visitType } = request
  if (visitType.leadMinutes && !request.walkIn) offer('too-soon', withoutRule(request, 'leadMinutes'), isNew)
  if (!request.overbook) {
    offer('overbook', { ...request, groups: [], overbook: true }, isNew)
  }
  near.push(
    ...giveUps(request, index, now, (changed, wanted, within, opened) =>
      best(changed, (day, tick, leadId) => isNew(day, tick, leadId) && wanted(day, tick, leadId), opened, within),
    ),
  )
  if (visitType.caps || visitType.forNewPatients) offer('over-cap', withoutCaps(request), isNew)
  if (request.patient && visitType.patient) {
    const { patient: _, ...changed } = request
    offer('not-for-patient', changed, isNew)
  }
  if (visitType.horizonDays !== undefined && !request.walkIn)
    offer('too-far', withoutRule(request, 'horizonDays'), isNew)
  const later = firstLater(request, index, now)
  return later ? [...near, { code: 'later', opening: later }] : near
}

/** Minutes by which a time may be missed before any other will do: who asks for 10:30 does not mean 8:00. */
const missedBy = [15, 30, 60, 120, 240, 480, 1440]

function widerTimes({ fromMinute, untilMinute }: NonNullable<OpeningRequest['times']>) {
  return missedBy.map((minutes) => ({
    fromMinute: Math.max(0, fromMinute - minutes),
    untilMinute: Math.min(1440, untilMinute + minutes),
  }))
}

function withoutRule(request: OpeningRequest, rule: 'leadMinutes' | 'horizonDays'): OpeningRequest {
  const { [rule]: _, ...visitType } = request.visitType
  return { ...request, visitType }
}

function withoutCaps(request: OpeningRequest): OpeningRequest {
  const { counters: _, ...changed } = request
  const { caps: __, ...visitType } = request.visitType
  return { ...changed, visitType }
}

/** The first opening after `to`, as far as `laterTo`, the index and the horizon go. */
export function firstLater(request: OpeningRequest, index: AvailabilityIndex, now: number): Opening | undefined {
  const calendar = index.calendar(request.zone)
  const end = calendar.dateAt((index.firstDay + index.days) * dayMs - 1)
  const last = request.laterTo !== undefined && request.laterTo < end ? request.laterTo : end
  const from = addDays(request.to, 1)
  if (from > last) return undefined
  return openingsOf({ ...request, from, to: last, variety: false, limit: 1 }, index, now, undefined, undefined, true)
    .openings[0]
}
