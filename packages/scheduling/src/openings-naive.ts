import { dateAt, minuteAt, Temporal } from '@foyer/kernel'
import type { Resource } from './availability.ts'
import type { Interval } from './interval.ts'
import { datesBetween, localDay, minuteMs } from './local-day.ts'
import type { OpeningRequest } from './opening.ts'
import { type Assignment, type Role, roleTime } from './visit-type.ts'

/**
 * The same question as `findOpenings` without any cleverness, for tests: every minute of every date, every combination
 * of candidates, every minute each of them is needed. Answers `start leadId` of all that is possible, sorted. The lead is
 * the first role, so a visit type for this twin names its clinician first.
 */
export function naiveOpenings(
  request: OpeningRequest,
  resources: ReadonlyMap<string, Resource>,
  now: number,
): string[] {
  const found = new Set<string>()
  for (const date of datesBetween(request.from, request.to)) {
    const { start: first, end } = localDay(date, request.zone)
    for (let start = first; start < end; start += minuteMs) {
      const leads = naiveLeads(request, resources, start)
      if (leads.length === 0 || !isWished(request, start, now)) continue
      for (const leadId of leads) found.add(`${start} ${leadId}`)
    }
  }
  return [...found].sort()
}

function isWished(request: OpeningRequest, start: number, now: number): boolean {
  const { leadMinutes = 0, horizonDays, gridMinutes = 10, durationMinutes } = request.visitType
  const instant = Temporal.Instant.fromEpochMilliseconds(start)
  const minute = minuteAt(instant, request.zone)
  const date = dateAt(instant, request.zone)
  const today = dateAt(Temporal.Instant.fromEpochMilliseconds(now), request.zone)
  const part = minute < 720 ? 'morning' : minute < 1020 ? 'afternoon' : 'evening'
  if (minute % gridMinutes !== 0 || start < now + leadMinutes * minuteMs) return false
  if (horizonDays !== undefined && Temporal.PlainDate.from(today).until(date).days > horizonDays) return false
  if (request.dayParts?.length && !request.dayParts.includes(part)) return false
  if (request.weekdays?.length && !request.weekdays.includes(Temporal.PlainDate.from(date).dayOfWeek)) return false
  const visit = { start, end: start + durationMinutes * minuteMs }
  return minutesOf(visit).every((each) => !covers(request.patientBusy ?? [], each))
}

function naiveLeads(request: OpeningRequest, resources: ReadonlyMap<string, Resource>, start: number): string[] {
  const { visitType, candidates = {} } = request
  const leads: string[] = []
  function choose(roles: readonly Role[], chosen: readonly Assignment[]): void {
    const [role, ...others] = roles
    if (!role) {
      leads.push(chosen[0]?.resourceId ?? '')
      return
    }
    for (const resourceId of role.candidates) {
      if (candidates[role.name]?.length && !candidates[role.name]?.includes(resourceId)) continue
      const time = roleTime(visitType, role, start)
      const isFree = minutesOf(time).every((minute) => {
        const resource = resources.get(resourceId)
        const isElsewhere = covers(
          chosen.filter((each) => each.resourceId === resourceId),
          minute,
        )
        return resource && covers(resource.open, minute) && !covers(resource.busy, minute) && !isElsewhere
      })
      if (isFree) choose(others, [...chosen, { role: role.name, resourceId, ...time }])
    }
  }
  choose(visitType.roles, [])
  return leads
}

function minutesOf({ start, end }: Interval): number[] {
  return Array.from({ length: (end - start) / minuteMs }, (_, index) => start + index * minuteMs)
}

function covers(intervals: readonly Interval[], minute: number): boolean {
  return intervals.some((each) => each.start <= minute && minute < each.end)
}
