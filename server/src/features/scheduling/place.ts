import type { RoleName, VisitTypeRule } from '@foyer/scheduling'
import { Problem } from '../../platform/http/problem.ts'
import type { Practice } from '../practice/index.ts'
import { siteRule } from './site-rule.ts'

/** What is wanted at which site, as the practice has it set up. */
export interface Place {
  readonly rule: VisitTypeRule
  readonly siteId: string
  /** IANA name of the site's zone. */
  readonly zone: string
}

export interface WantedTime {
  /** Instant in UTC. */
  readonly start: string
  readonly assignments: readonly { readonly role: RoleName; readonly resourceId: string }[]
}

/**
 * @param isInterpreted with an interpreter, whether the type has one or not
 * @throws Problem `not-found` when the practice has no such site or visit type
 */
export function placeOf(practice: Practice, visitTypeId: string, siteId: string, isInterpreted = false): Place {
  const site = practice.sites.get(siteId)
  const rule = siteRule(practice, visitTypeId, siteId, isInterpreted)
  if (!site || !rule) throw new Problem('not-found')
  return { rule, siteId, zone: site.timeZone }
}

/** For a new visit, which needs a visit type that is still offered. */
export function openPlaceOf(practice: Practice, visitTypeId: string, siteId: string, isInterpreted = false): Place {
  if (practice.visitTypes.get(visitTypeId)?.active !== true) throw new Problem('not-found')
  return placeOf(practice, visitTypeId, siteId, isInterpreted)
}

/** The same visit, longer or shorter than its type says. */
export function lasting(place: Place, minutes: number | null): Place {
  if (minutes === null || minutes === place.rule.durationMinutes) return place
  return { ...place, rule: { ...place.rule, durationMinutes: minutes } }
}
