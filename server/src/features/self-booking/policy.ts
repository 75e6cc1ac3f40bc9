import type { Practice, VisitType } from '../practice/index.ts'
import { siteRule } from '../scheduling/index.ts'

/** Nobody comes sooner than this after a few taps on a phone. */
const LEAST_LEAD_MINUTES = 60
/** Where the visit type says nothing. */
const HORIZON_DAYS = 90
/** Later than this before the visit it is moved or cancelled by phone, so that somebody can still be found for the time. */
export const CHANGE_HOURS = 24
/** Nobody says who they are faster. */
export const LEAST_SECONDS = 3
export const MOST_KEEPS = 8
export const MOST_CODES = 3
export const MOST_TRIES = 5
/** Of one network address in an hour: a household, a library, but not a machine. */
export const MOST_OF_ADDRESS = 12
/**
 * Kept at one time in the whole practice, so that nobody empties its calendar. A time is kept ten minutes at most, so this
 * is 240 people an hour who book side by side, more than any practice sees; and not more than some hours of one clinician
 * are out of sight for the desk while somebody plays with it. No setting: who raises it has taken the guard away unawares.
 */
export const MOST_HELD = 40
/** To one e-mail address in an hour. */
export const MOST_TO_EMAIL = 5
/** How long the secret of the browser is good for. */
export const SECRET_MINUTES = 40

/** Group visits have seats, which are not given out here. */
export function isSelfBookable({ active, rules }: VisitType): boolean {
  return active && rules.selfBooking !== undefined && (rules.seats ?? 1) === 1
}

/** The sites at which every role of the visit type can be filled by somebody. */
export function placesOf(practice: Practice, visitTypeId: string): string[] {
  return [...practice.sites.values()]
    .filter(({ active, id }) => {
      const rule = siteRule(practice, visitTypeId, id)
      return active && rule !== null && rule.roles.every(({ candidates }) => candidates.length > 0)
    })
    .map(({ id }) => id)
}

/** Minutes from now before which nothing is offered. */
export function leadMinutes({ rules }: VisitType): number {
  return Math.max(rules.leadMinutes ?? 0, LEAST_LEAD_MINUTES)
}

export function horizonDays({ rules }: VisitType): number {
  return rules.horizonDays ?? HORIZON_DAYS
}
