import type { WeeklyHours } from './template.ts'

/**
 * The breaks of a week that could be given up for a visit: those on some of the weekdays on which somebody works, such as
 * an hour of administration. One that is there on more than half of them is a meal or a rest, and not asked for.
 */
export function breaksToGive(weekly: readonly WeeklyHours[]): WeeklyHours[] {
  const worked = new Set(weekly.filter(({ kind }) => kind !== 'break').map(({ weekday }) => weekday))
  const breaks = weekly.filter(({ kind }) => kind === 'break')
  return [...Map.groupBy(breaks, nameOf).values()]
    .filter((those) => 2 * new Set(those.map(({ weekday }) => weekday)).size <= worked.size)
    .flat()
}

function nameOf({ label, startMinute, endMinute }: WeeklyHours): string {
  return label ?? `${startMinute} ${endMinute}`
}
