import type { TakenRange } from '../../platform/events/event.ts'
import type { Practice } from '../practice/index.ts'
import { msOf } from './instants.ts'
import { dayAround } from './site-days.ts'
import type { HeldRow } from './time/store.ts'

/** Civil date at its site on which a visit or a hold begins. */
export function dateOf(practice: Practice, { site_id, starts_at }: { site_id: string; starts_at: string }): string {
  return dayAround(msOf(starts_at), practice.sites.get(site_id)?.timeZone ?? 'UTC').date
}

/** The time that a hold keeps. */
export function heldTimes({ times }: Pick<HeldRow, 'times'>): TakenRange[] {
  return times.map(({ resource_id, from, until }) => [resource_id, msOf(from), msOf(until)])
}
