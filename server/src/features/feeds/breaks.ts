import { datesBetween, hoursOn, instantOf, localDay } from '@foyer/scheduling'
import type { Practice, PracticeResource } from '../practice/index.ts'

export interface Pause {
  readonly date: string
  readonly startMinute: number
  readonly label: string | null
  /** Epoch milliseconds. */
  readonly start: number
  readonly end: number
}

/** The named breaks of a resource's week on each date from one to another, but for closed days and what is closed otherwise. */
export function pausesOf(practice: Practice, resource: PracticeResource, from: string, to: string): Pause[] {
  const breaks = resource.hours.filter(({ kind }) => kind === 'break')
  const site = practice.sites.get(resource.siteId)
  if (breaks.length === 0 || !site) return []
  const closed = resource.exceptions.filter(({ kind }) => kind === 'closed')
  const holidays = new Set(
    practice.holidays.filter(({ siteId }) => siteId === null || siteId === site.id).map(({ date }) => date),
  )
  return datesBetween(from, to)
    .filter((date) => !holidays.has(date))
    .flatMap((date) =>
      breaks.flatMap(({ label, ...hours }) =>
        hoursOn(date, [{ ...hours, kind: 'open' }], closed).map(({ start, end }) => {
          const day = localDay(date, site.timeZone)
          return {
            date,
            startMinute: start,
            label: label ?? null,
            start: instantOf(day, start),
            end: instantOf(day, end),
          }
        }),
      ),
    )
    .filter(({ start, end }) => start < end)
}
