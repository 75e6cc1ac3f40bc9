import type { Availability } from './availability.ts'
import { dayMs, minuteMs } from './local-day.ts'
import type { OpeningRequest, Reason } from './opening.ts'
import type { Option } from './opening-search.ts'
import type { Seat } from './seats.ts'

/**
 * Points of the ranking. An opening begins with 1000 and loses 40 for each day of waiting, by the minute; the other
 * points say how many days somebody should rather wait for it. The usual clinician is worth two and a half days. Filling
 * a gap exactly, following or preceding another booking, and beginning or ending the hours keep a day in one piece. A
 * lighter day gives up to 12, so that work spreads over clinicians where all else is equal.
 */
const points = { begin: 1000, day: -40, usual: 100, fillsGap: 32, beside: 16, dayEdge: 12, lightest: 12 } as const

/** Below this a clinician's day is called light, if another clinician in question has more. */
const lightPercent = 50

export type Ranked = { readonly option: Option; readonly score: number }

/** Answers score and reasons of options of one request; `since` is where waiting is counted from (epoch milliseconds). */
export function ranking(
  request: OpeningRequest,
  seats: readonly Seat[],
  availability: Availability,
  since: number,
): { score: (option: Option) => number; reasons: (option: Option, soonest: number) => Reason[] } {
  const [lead] = seats
  const usual = lead?.role === 'clinician' ? request.usualPractitionerId : undefined
  const percents = new Map<string, number>()

  function bookedPercent(leadId: string, option: Option): number {
    const key = `${leadId} ${option.day.date}`
    const before = percents.get(key)
    if (before !== undefined) return before
    const percent = availability.bookedPercent(leadId, option.day)
    percents.set(key, percent)
    return percent
  }

  function place(option: Option): 'fills-gap' | 'beside' | 'day-edge' | 'open' {
    const { free, start } = option
    const atStart = lead !== undefined && start + lead.from === free.start
    const atEnd = lead !== undefined && start + lead.until === free.end
    const besideBooking = (atStart && !free.opensAtStart) || (atEnd && !free.closesAtEnd)
    if (atStart && atEnd && besideBooking) return 'fills-gap'
    if (besideBooking) return 'beside'
    return atStart || atEnd ? 'day-edge' : 'open'
  }

  function score(option: Option): number {
    const waiting = points.day * Math.max(0, (option.start - since) / dayMs)
    const clinician = usual !== undefined && option.leadId === usual ? points.usual : 0
    const light = (points.lightest * (100 - bookedPercent(option.leadId, option))) / 100
    return Math.round(points.begin + waiting + clinician + pointsOf(place(option)) + light)
  }

  function reasons(option: Option, soonest: number): Reason[] {
    const found: Reason[] = []
    const resourceId = option.leadId
    if (option.start === soonest) found.push({ code: 'soonest' })
    if (usual !== undefined)
      found.push({ code: resourceId === usual ? 'usual-clinician' : 'other-clinician', resourceId })
    if (request.dayParts?.includes(option.part)) found.push({ code: 'preferred-day-part', part: option.part })
    const placed = place(option)
    if (placed === 'fills-gap') found.push({ code: placed, minutes: (option.free.end - option.free.start) / minuteMs })
    if (placed === 'day-edge') found.push({ code: placed })
    const percent = bookedPercent(resourceId, option)
    const others = lead?.candidates.filter((id) => id !== resourceId && availability.freeTimes(id).length > 0) ?? []
    const heavier = others.some((id) => bookedPercent(id, option) > percent && bookedPercent(id, option) < 100)
    if (percent < lightPercent && heavier) found.push({ code: 'lighter-day', resourceId, bookedPercent: percent })
    return found
  }

  return { score, reasons }
}

function pointsOf(place: 'fills-gap' | 'beside' | 'day-edge' | 'open'): number {
  if (place === 'fills-gap') return points.fillsGap
  if (place === 'beside') return points.beside
  return place === 'day-edge' ? points.dayEdge : 0
}

/** Best first; where the score is equal the sooner one, then the smaller id: the same wish has one answer. */
export function bestFirst(a: Ranked, b: Ranked): number {
  if (a.score !== b.score) return b.score - a.score
  if (a.option.start !== b.option.start) return a.option.start - b.option.start
  return a.option.leadId < b.option.leadId ? -1 : Number(a.option.leadId > b.option.leadId)
}
