import type { scheduling, Refusal } from '@foyer/contract'
import type { Ctx } from '../../../platform/context.ts'
import { timesOf } from '../booking/plan.ts'
import { msOf } from '../instants.ts'
import type { Place, WantedTime } from '../place.ts'
import { holderOf } from '../time/store.ts'
import { selectInTheWay } from './store.ts'

export type Overtaken = NonNullable<
  Extract<Refusal<typeof scheduling.bookAppointment>, { reason: 'opening-taken' }>['overtaken']
>

/** A wish that was offered, as it was offered. */
export interface Overtakeable extends WantedTime {
  readonly place: Place
  /** The visit that was to be moved: its own time is in nobody's way. */
  readonly appointmentId?: string | null
}

/**
 * What is in the way of a wish that was free when it was offered: of several the one that came last. Null where nothing is
 * any more, or where the rules say no to a time that is free.
 */
export async function overtakenBy(
  { db, actor, now }: Pick<Ctx, 'db' | 'actor' | 'now'>,
  { place, start, assignments, appointmentId = null }: Overtakeable,
): Promise<Overtaken | null> {
  const times = timesOf({ place, wanted: { start, assignments } })
  if (times.length === 0) return null
  const found = await selectInTheWay(db, times, { now: now.toString(), holder: holderOf(actor) }, appointmentId)
  if (!found) return null
  const { by, since, resource_id: resourceId, expires_at: until, staff_name: staffName } = found
  const secondsAgo = since === null ? null : Math.max(0, Math.round((now.epochMilliseconds - msOf(since)) / 1000))
  return { by, resourceId, start: found.from, end: found.until, since, secondsAgo, until, staffName }
}
