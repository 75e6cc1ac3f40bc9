import type { Result, Temporal } from '@foyer/kernel'
import { type AllowedPlan, type BookRefusal, planBooking, type RoleName, type VisitTypeRule } from '@foyer/scheduling'
import { Problem } from '../../platform/http/problem.ts'
import type { Practice } from '../practice/index.ts'
import { msOf } from './instants.ts'
import { siteRule } from './site-rule.ts'
import { openBetween } from './hours.ts'

/** What is wanted at which site, as the practice has it set up. */
export interface Place {
  readonly rule: VisitTypeRule
  /** IANA name of the site's zone. */
  readonly zone: string
}

export interface WantedTime {
  /** Instant in UTC. */
  readonly start: string
  readonly assignments: readonly { readonly role: RoleName; readonly resourceId: string }[]
}

/** @throws Problem `not-found` when the practice has no such site or visit type */
export function placeOf(practice: Practice, visitTypeId: string, siteId: string): Place {
  const site = practice.sites.get(siteId)
  const rule = siteRule(practice, visitTypeId, siteId)
  if (!site || !rule) throw new Problem('not-found')
  return { rule, zone: site.timeZone }
}

/** For a new visit, which needs a visit type that is still offered. */
export function openPlaceOf(practice: Practice, visitTypeId: string, siteId: string): Place {
  if (practice.visitTypes.get(visitTypeId)?.active !== true) throw new Problem('not-found')
  return placeOf(practice, visitTypeId, siteId)
}

/** May it be, by the rules? Whether the time is free only the database knows. */
export function planPlace(
  practice: Practice,
  { rule, zone }: Place,
  { start, assignments }: WantedTime,
  now: Temporal.Instant,
): Result<AllowedPlan, BookRefusal> {
  const from = msOf(start)
  const until = from + (rule.durationMinutes + (rule.bufferAfterMinutes ?? 0)) * 60_000
  const resources = new Map(
    assignments.flatMap(({ resourceId }) => {
      const resource = practice.resources.get(resourceId)
      if (!resource) return []
      const open = openBetween(practice, resourceId, from, until)
      return [[resourceId, { id: resourceId, name: resource.name, open, busy: [] }] as const]
    }),
  )
  return planBooking({ visitType: rule, start: from, assignments, resources, zone, now: now.epochMilliseconds })
}
