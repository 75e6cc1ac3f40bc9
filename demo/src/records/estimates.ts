import { estimateDuty, isWeekday } from '@foyer/coverage'
import { dateAt, Temporal } from '@foyer/kernel'
import type { PlannedEstimate, PlannedHoliday, PlannedVisit } from '../plan.ts'
import { chicagoZone } from '../practice/sites.ts'

/** Who pays alone and asked today what it will cost; nobody has told him yet. */
const who = 'luis-ortega'

export function planEstimates(
  visits: readonly PlannedVisit[],
  { now, today }: { readonly now: number; readonly today: string },
  holidays: readonly PlannedHoliday[],
): readonly PlannedEstimate[] {
  const closed = new Set(holidays.map(({ date }) => date))
  const visit = visits.find(
    ({ patient, status, start }) =>
      patient === who && status === 'booked' && Temporal.Instant.from(start).epochMilliseconds > now,
  )
  if (!visit) return []
  const serviceDate = dateAt(Temporal.Instant.from(visit.start), chicagoZone)
  const cause = { cause: 'requested', on: today, serviceDate } as const
  const duty = estimateDuty(cause, (date) => isWeekday(date) && !closed.has(date))
  if (!duty) return []
  const { key, patient, visitType, site } = visit
  return [{ visit: key, patient, visitType, site, serviceDate, language: 'es', causedOn: today, dueOn: duty.dueOn }]
}
