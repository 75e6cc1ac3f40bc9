import { scheduling } from '@foyer/contract'
import { dateAt, Temporal } from '@foyer/kernel'
import { queryClient } from '../../../app/ask.ts'
import type { Day, DayAppointment } from '../shapes.ts'
import type { Wanted } from './wanted.ts'

/** The day with the visit where it is wanted: added, changed or taken away. */
export function dayWith(day: Day, visit: DayAppointment, wanted: Wanted): Day {
  const isOnDay = dateAt(Temporal.Instant.from(wanted.start), day.timeZone) === day.date
  const others = day.appointments.filter(({ id }) => id !== visit.id)
  return {
    ...day,
    appointments: isOnDay ? [...others, { ...visit, ...wanted, assignments: [...wanted.assignments] }] : others,
  }
}

const isDay = ({ queryKey }: { readonly queryKey: readonly unknown[] }) => queryKey[0] === scheduling.readDay.path

/** Shows the visit at its new place at once, on every day this window has read. Answers what puts everything back. */
export function showMoved(siteId: string, visitId: string, wanted: Wanted): () => void {
  const known = queryClient.getQueriesData<Day>({ predicate: isDay })
  const visit = known.flatMap(([, day]) => day?.appointments ?? []).find(({ id }) => id === visitId)
  if (!visit) return () => {}
  void queryClient.cancelQueries({ predicate: isDay })
  for (const [key, day] of known) {
    const isTouched = day && (day.siteId === siteId || day.appointments.some(({ id }) => id === visitId))
    if (isTouched) queryClient.setQueryData(key, dayWith(day, visit, wanted))
  }
  return () => {
    for (const [key, day] of known) queryClient.setQueryData(key, day)
  }
}

/** The next change of the visit names this version, also before its day was read again. */
export function rememberVersion(visitId: string, version: number): void {
  queryClient.setQueriesData<Day>({ predicate: isDay }, (day) =>
    day?.appointments.some(({ id }) => id === visitId)
      ? { ...day, appointments: day.appointments.map((one) => (one.id === visitId ? { ...one, version } : one)) }
      : day,
  )
}
