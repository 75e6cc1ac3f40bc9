import { addDays } from '@foyer/kernel'
import type { Calendar, Piece } from '../availability/zone-days.ts'
import { clearBits, dayTicks, dayWords, setBits, tickMs } from '../availability/ticks.ts'
import { dayMs, minuteMs } from '../local-day.ts'
import type { OpeningRequest } from '../opening.ts'
import { patientRules } from '../rules/patient.ts'
import type { RuleEvaluation } from '../rules/rule.ts'
import { clearRuledOut } from './ruled-out.ts'

/** The dates and instants between which a visit may begin. */
export type Bounds = { readonly start: number; readonly end: number }

/**
 * When a visit may begin: on the wished dates, `leadMinutes` after now or later, and at most `horizonDays` civil days of
 * the site after today. Who came without an appointment is here now: on the site's today only, and without notice.
 */
export function boundsOf(
  request: Pick<OpeningRequest, 'visitType' | 'from' | 'to' | 'walkIn'>,
  calendar: Calendar,
  now: number,
): Bounds {
  const { leadMinutes, horizonDays } = request.walkIn ? { leadMinutes: 0, horizonDays: 0 } : request.visitType
  const horizon =
    horizonDays === undefined ? Infinity : calendar.localDay(addDays(calendar.dateAt(now), horizonDays)).end
  return {
    start: Math.max(now + (leadMinutes ?? 0) * minuteMs, calendar.localDay(request.from).start),
    end: Math.min(horizon, calendar.localDay(request.to).end),
  }
}

const dayParts = { morning: [0, 720], afternoon: [720, 1020], evening: [1020, 1440] } as const

/**
 * The ticks of a UTC day at which a visit may begin, before any resource is asked: within the bounds, on a wished weekday,
 * day part and time by the wall clock, where the patient is nowhere else and it suits them, and on dates whose cap is not
 * reached and on which the patient is whom the visit type is for. The grid comes on top.
 */
export function wishMask(
  request: OpeningRequest,
  calendar: Calendar,
  bounds: Bounds,
  utcDay: number,
  into: Uint32Array,
): boolean {
  into.fill(0)
  const midnight = utcDay * dayMs
  const from = Math.max(0, Math.ceil((bounds.start - midnight) / tickMs))
  const until = Math.min(dayTicks, Math.ceil((bounds.end - midnight) / tickMs))
  if (from >= until) return false
  for (const piece of calendar.pieces(utcDay)) {
    if (piece.until <= from || piece.from >= until || !isWished(request, piece)) continue
    for (const [first, last] of minutesOf(request)) {
      const start = Math.ceil((piece.midnight + first * minuteMs - midnight) / tickMs)
      const end = last >= 1440 ? dayTicks : Math.ceil((piece.midnight + last * minuteMs - midnight) / tickMs)
      const least = Math.max(from, piece.from, first <= 0 ? 0 : start)
      const most = Math.min(until, piece.until, end)
      if (least < most) setBits(into, 0, least, most)
    }
  }
  const duration = request.visitType.durationMinutes * minuteMs
  for (const busy of request.patientBusy ?? []) {
    if (busy.start >= busy.end) continue
    const first = Math.floor((busy.start - duration - midnight) / tickMs) + 1
    const last = Math.ceil((busy.end - midnight) / tickMs)
    clearBits(into, 0, Math.max(0, first), Math.min(dayTicks, last))
  }
  clearRuledOut(request.not ?? [], calendar, utcDay, duration, into)
  for (let word = 0; word < dayWords; word++) if (into[word] !== 0) return true
  return false
}

function isWished({ weekdays = [], visitType, counters, patient }: OpeningRequest, { day }: Piece): boolean {
  if (weekdays.length > 0 && !weekdays.includes(day.weekday)) return false
  const asksOfPatient = patient !== undefined && visitType.patient !== undefined
  if (asksOfPatient && patientRules({ wish: { visitType, patient }, day }).some(saysNo)) return false
  const most = visitType.caps?.perDay
  return most === undefined || (counters?.ofType?.(day.date) ?? 0) < most
}

function saysNo({ verdict }: RuleEvaluation): boolean {
  return verdict === 'not-met'
}

/** Stretches of the wall clock (minutes) in which the visit may begin: day parts and times at once. */
function minutesOf({ dayParts: parts = [], times }: OpeningRequest): (readonly [number, number])[] {
  const wanted = parts.length === 0 ? [[0, 1440] as const] : [...new Set(parts)].map((part) => dayParts[part])
  if (!times) return wanted
  return wanted.map(([from, until]) => [Math.max(from, times.fromMinute), Math.min(until, times.untilMinute)] as const)
}
