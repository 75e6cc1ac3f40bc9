import { type Block, breaksToGive, datesBetween, sessionTimes } from '@foyer/scheduling'
import { closedDates, type Practice } from '../../practice/index.ts'
import { siteDay } from '../site-days.ts'

/** Breaks painted on the week that could be given up, on dates of each resource's own site. */
export function breaksOf(practice: Practice, resourceIds: readonly string[], from: string, to: string): Block[] {
  const dates = datesBetween(from, to)
  return [...new Set(resourceIds)].flatMap((resourceId) => {
    const resource = practice.resources.get(resourceId)
    const zone = resource && practice.sites.get(resource.siteId)?.timeZone
    const breaks = breaksToGive(resource?.hours ?? []).map((one) => ({ ...one, kind: 'open' as const }))
    if (!resource || zone === undefined || breaks.length === 0) return []
    const closed = resource.exceptions.filter(({ kind }) => kind === 'closed')
    const days = dates.map((date) => siteDay(date, zone))
    const times = sessionTimes(days, breaks, closed, closedDates(practice, resource.siteId))
    return times.map(({ start, end }) => ({ resourceId, start, end }))
  })
}
