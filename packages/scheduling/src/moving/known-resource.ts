import type { Interval } from '../interval.ts'
import { localDay, minuteMs } from '../local-day.ts'
import type { BookingResource, Taken } from '../rules/wish.ts'
import type { SessionTime } from '../session-times.ts'
import { intervalOf, msOf } from './instant-text.ts'
import type { KnownBeside, KnownDay, KnownSession, KnownTime } from './known.ts'

/** What is known of the time of one resource. */
export type ResourceTime = Pick<BookingResource, 'open' | 'busy' | 'lanes'>

/**
 * What the days tell about a resource: null where they do not tell of the whole time that is asked for, such as a resource
 * of another site, or a visit that lasts past the midnight up to which was read.
 */
export function timeByDays(
  days: readonly KnownDay[],
  resourceId: string,
  asked: Interval,
  { visitId, now }: { readonly visitId: string; readonly now: number },
): ResourceTime | null {
  const those = days.flatMap((day) => {
    const resource = day.resources.find(({ id }) => id === resourceId)
    return resource ? [{ day, resource, span: localDay(day.date, day.timeZone) }] : []
  })
  const [first] = those
  if (
    !first ||
    !isCovered(
      asked,
      those.map(({ span }) => span),
    )
  )
    return null
  const open = those.flatMap(({ resource }) => openOf(resource.sessions))
  const lanes = Math.max(first.resource.lanes, ...open.map((one) => (one.lanes ?? 1) + (one.overbook ?? 0)))
  const busy = those.flatMap(({ day }) => busyOn(day, resourceId, { visitId, now, lanes }))
  return { open: open.toSorted((a, b) => a.start - b.start), busy, lanes: first.resource.lanes }
}

/** The same by what was asked about the visit. */
export function timeBeside(beside: readonly KnownBeside[], resourceId: string): ResourceTime | null {
  const found = beside.flatMap(({ resources }) => resources.find(({ id }) => id === resourceId) ?? [])
  const [first] = found
  if (!first) return null
  const open = found.flatMap(({ sessions }) => openOf(sessions))
  const busy = found.flatMap(({ taken }) =>
    taken.map(
      (one): Taken => ({ ...intervalOf(one), lane: one.lane, ...(one.of === null ? {} : { visitId: one.of }) }),
    ),
  )
  return { open: open.toSorted((a, b) => a.start - b.start), busy, lanes: first.lanes }
}

function isCovered({ start, end }: Interval, spans: readonly Interval[]): boolean {
  let at = start
  for (const span of spans.toSorted((a, b) => a.start - b.start)) if (span.start <= at && at < span.end) at = span.end
  return at >= end
}

function openOf(sessions: readonly KnownSession[]): SessionTime[] {
  return sessions.flatMap((session) => {
    if (session.kind === 'break') return []
    const { visitTypeIds, releasesAt, capacity, whole, lanes, overbook, gridMinutes, walkIn } = session
    const time = intervalOf(session)
    // The release counts from the start of the whole session.
    const from = whole ? msOf(whole.start) : time.start
    const one: SessionTime = {
      ...time,
      lanes,
      overbook,
      ...(visitTypeIds ? { visitTypeIds } : {}),
      ...(releasesAt === null ? {} : { releaseMinutes: (from - msOf(releasesAt)) / minuteMs }),
      ...(capacity === null ? {} : { capacity }),
      ...(whole ? { whole: intervalOf(whole) } : {}),
      ...(gridMinutes === null ? {} : { gridMinutes }),
      ...(walkIn ? { walkIn } : {}),
    }
    return [one]
  })
}

type Busy = { readonly visitId: string; readonly now: number; readonly lanes: number }

function busyOn(day: KnownDay, resourceId: string, { visitId, now, lanes }: Busy): Taken[] {
  const isIts = (one: { readonly resourceId: string }): boolean => one.resourceId === resourceId
  const kept = (one: KnownTime & { readonly lane: number }, of: string): Taken => ({
    ...intervalOf(one),
    lane: one.lane,
    visitId: of,
  })
  return [
    // A visit in a group is where its group is; of one that was missed the time may be kept still.
    ...day.appointments
      .filter((one) => one.id !== visitId && one.status !== 'cancelled' && one.groupSessionId === null)
      .flatMap(({ id, assignments }) => assignments.filter(isIts).map((one) => kept(one, id))),
    ...day.groups
      .filter(({ id }) => id !== visitId)
      .flatMap(({ id, assignments }) => assignments.filter(isIts).map((one) => kept(one, id))),
    ...day.holds
      .filter((one) => isIts(one) && !one.isOwn && msOf(one.expiresAt) > now)
      .map((one) => kept(one, one.holdId)),
    // A block closes every lane.
    ...day.blocks
      .filter(isIts)
      .flatMap((one) => Array.from({ length: lanes }, (_, lane): Taken => ({ ...intervalOf(one), lane }))),
  ]
}
