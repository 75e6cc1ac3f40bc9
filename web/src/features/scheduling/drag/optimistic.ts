import { scheduling } from '@foyer/contract'
import { dateAt, Temporal } from '@foyer/kernel'
import { queryClient } from '../../../app/ask.ts'
import type { Day, DayAppointment, DayGroup } from '../shapes.ts'
import type { DayBlock } from './load.ts'
import type { Wanted } from './wanted.ts'

/** The day with the visit where it is wanted: added, changed or taken away. */
export function dayWith(day: Day, visit: DayAppointment, wanted: Wanted): Day {
  const others = day.appointments.filter(({ id }) => id !== visit.id)
  return {
    ...day,
    appointments: isOnDay(day, wanted)
      ? [...others, { ...visit, ...wanted, assignments: [...wanted.assignments] }]
      : others,
  }
}

function isOnDay({ date, timeZone }: Day, { start }: Pick<Wanted, 'start'>): boolean {
  return dateAt(Temporal.Instant.from(start), timeZone) === date
}

/** The day with the group and everybody in it where they are wanted. */
export function dayWithGroup(day: Day, group: DayGroup, people: readonly DayAppointment[], wanted: Wanted): Day {
  const { start, end, assignments } = wanted
  const ids = new Set(people.map(({ id }) => id))
  const groups = day.groups.filter(({ id }) => id !== group.id)
  const appointments = day.appointments.filter(({ id }) => !ids.has(id))
  if (!isOnDay(day, wanted)) return { ...day, groups, appointments }
  return {
    ...day,
    groups: [...groups, { ...group, start, end, assignments: [...assignments] }],
    appointments: [...appointments, ...people.map((one) => ({ ...one, start, end }))],
  }
}

/** The day with the stretch of closed time where it is wanted. */
export function dayWithBlock(day: Day, block: DayBlock, wanted: Wanted): Day {
  const isIt = ({ id, resourceId, start }: DayBlock) =>
    id === block.id && resourceId === block.resourceId && start === block.start
  const others = day.blocks.filter((one) => !isIt(one))
  const { start, end } = wanted
  const resourceId = wanted.assignments[0]?.resourceId ?? block.resourceId
  const isHere = isOnDay(day, wanted) && day.resources.some(({ id }) => id === resourceId)
  return { ...day, blocks: isHere ? [...others, { ...block, resourceId, start, end }] : others }
}

const isDay = ({ queryKey }: { readonly queryKey: readonly unknown[] }) => queryKey[0] === scheduling.readDay.path

/** Shows the visit at its new place at once, on every day this window has read. Answers what puts everything back. */
export function showMoved(siteId: string, visitId: string, wanted: Wanted): () => void {
  const known = queryClient.getQueriesData<Day>({ predicate: isDay })
  const visit = known.flatMap(([, day]) => day?.appointments ?? []).find(({ id }) => id === visitId)
  if (!visit) return () => {}
  return show((day) =>
    day.siteId === siteId || day.appointments.some(({ id }) => id === visitId) ? dayWith(day, visit, wanted) : day,
  )
}

/** The same of a group of that site. */
export function showGroupMoved(siteId: string, group: DayGroup, people: readonly DayAppointment[], wanted: Wanted) {
  return show((day) => (day.siteId === siteId ? dayWithGroup(day, group, people, wanted) : day))
}

/** The same of a stretch of closed time. */
export function showBlockMoved(block: DayBlock, wanted: Wanted): () => void {
  return show((day) => dayWithBlock(day, block, wanted))
}

function show(change: (day: Day) => Day): () => void {
  const known = queryClient.getQueriesData<Day>({ predicate: isDay })
  void queryClient.cancelQueries({ predicate: isDay })
  for (const [key, day] of known) if (day) queryClient.setQueryData(key, change(day))
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
