import type { ChainRequest, OpeningRequest, VisitTypeRule } from '@foyer/scheduling'
import { firstDate, type Row, zone } from './practice.ts'

/** Last of the 90 days. */
const lastDate = '2026-08-29'

export function plainRequest(rows: readonly Row[], limit: number): OpeningRequest {
  const candidates = rows.map(({ id }) => id)
  const visitType: VisitTypeRule = {
    id: 'visit',
    durationMinutes: 30,
    roles: [{ name: 'clinician', kind: 'practitioner', candidates }],
  }
  return { visitType, zone, from: firstDate, to: lastDate, limit }
}

/** Preparation 15 minutes, the scan 45, recovery 20: a nurse and a room, a technologist, another room; `each` candidates. */
export function phasedRequest(rows: readonly Row[], each = 100): OpeningRequest {
  const ids = rows.map(({ id }) => id)
  const visitType: VisitTypeRule = {
    id: 'scan',
    durationMinutes: 80,
    roles: [
      { name: 'nurse', kind: 'practitioner', candidates: ids.slice(0, each), durationMinutes: 15, phase: 'prep' },
      {
        name: 'scanner',
        kind: 'device',
        candidates: ids.slice(each, 2 * each),
        offsetMinutes: 15,
        durationMinutes: 45,
      },
      {
        name: 'recovery',
        kind: 'room',
        candidates: ids.slice(2 * each, 3 * each),
        offsetMinutes: 60,
        durationMinutes: 20,
      },
    ],
  }
  return { visitType, zone, from: firstDate, to: lastDate, limit: 20 }
}

/** Labs, then imaging 1 to 7 days later, then the visit within a week: `each` candidates for each leg. */
export function chainRequest(rows: readonly Row[], each = 100): ChainRequest {
  const ids = rows.map(({ id }) => id)
  const leg = (id: string, durationMinutes: number, candidates: readonly string[]): VisitTypeRule => ({
    id,
    durationMinutes,
    roles: [{ name: 'clinician', kind: 'practitioner', candidates }],
  })
  const places = new Map(ids.map((id, number) => [id, `site-${number % 3}`]))
  return {
    zone,
    from: firstDate,
    to: lastDate,
    limit: 9,
    walking: { placeOf: (id) => places.get(id) ?? '', minutes: (a, b) => (a === b ? 0 : 15) },
    legs: [
      { visitType: leg('labs', 20, ids.slice(0, each)) },
      { visitType: leg('imaging', 40, ids.slice(each, 2 * each)), gap: { minDays: 1, maxDays: 7 } },
      { visitType: leg('visit', 30, ids.slice(2 * each, 3 * each)), gap: { minDays: 0, maxDays: 7 } },
    ],
  }
}

/** The same where there is none: the visit on the day of the imaging, and only when the day begins. */
export function noChainRequest(rows: readonly Row[]): ChainRequest {
  const { legs, ...request } = chainRequest(rows)
  const gap = { sameDay: true, maxWaitMinutes: 60 } as const
  const times = { fromMinute: 480, untilMinute: 485 }
  return { ...request, legs: legs.map((leg, number) => (number === 2 ? { ...leg, gap, times } : leg)) }
}
