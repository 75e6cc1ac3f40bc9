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

/** Shows the visit at its new place at once, on every day this window has read. Answers what puts everything back. */
export function showMoved(siteId: string, visit: DayAppointment, wanted: Wanted): () => void {
  const isDay = (key: readonly unknown[]) => key[0] === scheduling.readDay.path
  const known = queryClient.getQueriesData<Day>({ predicate: ({ queryKey }) => isDay(queryKey) })
  void queryClient.cancelQueries({ predicate: ({ queryKey }) => isDay(queryKey) })
  for (const [key, day] of known) {
    const isTouched = day && (day.siteId === siteId || day.appointments.some(({ id }) => id === visit.id))
    if (isTouched) queryClient.setQueryData(key, dayWith(day, visit, wanted))
  }
  return () => {
    for (const [key, day] of known) queryClient.setQueryData(key, day)
  }
}
