import type { Indexed } from '../availability/availability-index.ts'
import { dayTicks, tickMinutes, tickMs } from '../availability/ticks.ts'
import { dayMs, type LocalDay, minuteMs } from '../local-day.ts'
import { type DayPart, dayPartOf, type GroupSession, type Reason } from '../opening.ts'
import { placesOf } from './fill.ts'
import { type FreeTime, tickState } from './free-time.ts'
import type { Search } from './search.ts'

/**
 * Points of the ranking. An opening begins with 1000 and loses 40 for each day of waiting, by the minute; the other
 * points say how many days somebody should rather wait for it. The usual clinician is worth two and a half days. Filling
 * a gap exactly, following or preceding another booking, and beginning or ending the hours keep a day in one piece. A
 * lighter day gives up to 12, so that work spreads over clinicians where all else is equal. A seat in a group that meets
 * anyway takes nobody's time and counts like a gap.
 */
export const points = {
  begin: 1000,
  day: -40,
  usual: 100,
  fillsGap: 32,
  beside: 16,
  dayEdge: 12,
  lightest: 12,
  joinsGroup: 32,
} as const

/** How a time lies in the day of its clinician; `apart` leaves free time to both sides. */
type Placed = 'apart' | 'fillsGap' | 'beside' | 'dayEdge'
const placePoints: Record<Placed, number> = {
  apart: 0,
  fillsGap: points.fillsGap,
  beside: points.beside,
  dayEdge: points.dayEdge,
}

/** By what lies before and after, as {@link FreeTime.sides} tells it. */
const placedBetween: readonly Placed[] = Object.values(tickState).flatMap((before) =>
  Object.values(tickState).map((after): Placed => {
    if (before === tickState.free && after === tickState.free) return 'apart'
    if (before !== tickState.taken && after !== tickState.taken) return 'dayEdge'
    return before === tickState.free || after === tickState.free ? 'beside' : 'fillsGap'
  }),
)

/** Below this a clinician's day is called light, if another clinician in question has more. */
const lightPercent = 50

/** A start that is possible with one lead, or a seat in a group. Who else takes part is worked out for those shown. */
export type Option = {
  readonly start: number
  readonly leadId: string
  readonly date: string
  readonly score: number
  /** UTC day and tick of the start, and which candidate leads; of a group the group instead. */
  readonly day: number
  readonly tick: number
  readonly lead: number
  readonly group?: GroupSession
}

export type Ranking = {
  /** No option with that start has more. */
  readonly most: (start: number, isUsual: boolean) => number
  readonly score: (known: Indexed, day: number, tick: number) => number
  readonly scoreGroup: (group: GroupSession, leadId: string) => number
  readonly reasons: (option: Option, soonest: number) => Reason[]
  readonly usual: string | undefined
}

export function rankingOf(search: Search, free: FreeTime): Ranking {
  const { request, index, calendar, seats } = search
  const [lead] = seats
  const usual = lead?.role === 'clinician' ? request.usualPractitionerId : undefined
  const since = search.bounds.start
  function dayOf(utc: number, tick: number): { day: LocalDay; part: DayPart } {
    const piece = calendar.pieces(utc).find(({ from, until }) => from <= tick && tick < until)
    if (!piece) throw new RangeError('a tick outside of every day')
    return { day: piece.day, part: dayPartOf((utc * dayMs + tick * tickMs - piece.midnight) / minuteMs) }
  }

  /** The last one asked for: options come by time. */
  let lately = { utc: Number.NaN, from: 0, until: 0, day: undefined as LocalDay | undefined }

  function dateOf(utc: number, tick: number): LocalDay {
    if (lately.day && lately.utc === utc && lately.from <= tick && tick < lately.until) return lately.day
    const piece = calendar.pieces(utc).find(({ from, until }) => from <= tick && tick < until)
    if (!piece) throw new RangeError('a tick outside of every day')
    lately = { utc, from: piece.from, until: piece.until, day: piece.day }
    return piece.day
  }

  function placed(known: Indexed, day: number, tick: number): Placed {
    if (!lead) return 'apart'
    const from = (day - index.firstDay) * dayTicks + tick + lead.from
    const until = from + lead.length
    let { row } = known
    if (search.masks.lanes(known) > 1) row += placesOf(search, free, lead, known, day, tick)[0]?.lane ?? 0
    return placedBetween[free.sides(row, from, until)]!
  }

  function waiting(start: number): number {
    return points.day * Math.max(0, (start - since) / dayMs)
  }

  return {
    usual,
    most: (start, isUsual) =>
      Math.round(points.begin + waiting(start) + (isUsual ? points.usual : 0) + points.fillsGap + points.lightest),
    score(known, day, tick) {
      const start = day * dayMs + tick * tickMs
      const light = (points.lightest * (100 - free.bookedPercent(known, dateOf(day, tick)))) / 100
      const clinician = usual !== undefined && known.id === usual ? points.usual : 0
      return Math.round(points.begin + waiting(start) + clinician + placePoints[placed(known, day, tick)] + light)
    },
    scoreGroup(group, leadId) {
      const clinician = usual !== undefined && leadId === usual ? points.usual : 0
      return Math.round(points.begin + waiting(group.start) + clinician + points.joinsGroup)
    },
    reasons(option, soonest) {
      const found: Reason[] = []
      const { leadId: resourceId, group } = option
      const { day, part } = dayOf(option.day, option.tick)
      if (option.start === soonest) found.push({ code: 'soonest' })
      if (usual !== undefined)
        found.push({ code: resourceId === usual ? 'usual-clinician' : 'other-clinician', resourceId })
      if (request.dayParts?.includes(part)) found.push({ code: 'preferred-day-part', part })
      if (group) return [...found, { code: 'joins-group', groupId: group.id, seatsLeft: group.seatsLeft }]
      const known = lead?.candidates[option.lead]
      if (!known) return found
      const place = placed(known, option.day, option.tick)
      if (place === 'fillsGap') found.push({ code: 'fills-gap', minutes: lead.length * tickMinutes })
      if (place === 'dayEdge') found.push({ code: 'day-edge' })
      const percent = free.bookedPercent(known, day)
      const isHeavier = (other: Indexed): boolean => {
        const theirs = other === known ? 0 : free.bookedPercent(other, day)
        return theirs > percent && theirs < 100
      }
      if (percent < lightPercent && lead.candidates.some(isHeavier)) {
        found.push({ code: 'lighter-day', resourceId, bookedPercent: percent })
      }
      return found
    },
  }
}

/** Best first; where the score is equal the sooner one, then the smaller id: the same wish has one answer. */
export function bestFirst(a: Option, b: Option): number {
  if (a.score !== b.score) return b.score - a.score
  if (a.start !== b.start) return a.start - b.start
  if (a.leadId !== b.leadId) return a.leadId < b.leadId ? -1 : 1
  return Number(a.group !== undefined) - Number(b.group !== undefined)
}
