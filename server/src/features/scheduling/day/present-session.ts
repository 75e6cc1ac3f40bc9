import type { Reply, scheduling } from '@foyer/contract'
import type { Interval, Session } from '@foyer/scheduling'
import { instantOfMs } from '../instants.ts'

type SessionReply = Reply<typeof scheduling.readMoving>['resources'][number]['sessions'][number]

/** What a session asks for. From the start of `whole` its release is counted, and over it its capacity. */
export function sessionReply(rules: Session, whole: Interval, lanes: number): Omit<SessionReply, 'start' | 'end'> {
  const { visitTypeIds, releaseMinutes, capacity } = rules
  const released = visitTypeIds && releaseMinutes !== undefined
  return {
    visitTypeIds: visitTypeIds ? [...visitTypeIds] : null,
    releasesAt: released ? instantOfMs(whole.start - releaseMinutes * 60_000) : null,
    capacity: capacity ?? null,
    whole: capacity === undefined ? null : { start: instantOfMs(whole.start), end: instantOfMs(whole.end) },
    lanes: rules.lanes ?? lanes,
    overbook: rules.overbook ?? 0,
    gridMinutes: rules.gridMinutes ?? null,
    walkIn: rules.walkIn ?? false,
  }
}
