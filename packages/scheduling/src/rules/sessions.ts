import { contains, merge } from '../interval.ts'
import { takes } from '../session-times.ts'
import { judge, type RuleEvaluation } from './rule.ts'
import type { BookingWish, Facts, Seated } from './wish.ts'

/** Everybody works for the whole time they are needed, buffers included. Sessions that touch count as one stretch. */
export function insideHours({ assignment, resource, sessions }: Seated): RuleEvaluation {
  return judge({ rule: 'outside-hours', resourceId: resource.id }, contains(merge(sessions), assignment))
}

/** Every session a visit touches takes its kind: it is open to all, names the kind, or has been released. */
export function kindIsTaken({ visitType, now }: BookingWish, { resource, sessions }: Seated): RuleEvaluation[] {
  return sessions.flatMap((session) => {
    const { visitTypeIds, releaseMinutes = null } = session
    if (visitTypeIds === undefined) return []
    const fact = { rule: 'session-reserved', resourceId: resource.id, visitTypeIds, releaseMinutes } as const
    return [judge(fact, takes(session, visitType.id, now))]
  })
}

/** A walk-in session is kept for people who come without an appointment: on the site's today, and for nobody ahead. */
export function walkInsOnly({ wish, day }: Facts, { resource, sessions }: Seated): RuleEvaluation[] {
  if (!sessions.some((session) => session.walkIn)) return []
  const isToday = day.start <= wish.now && wish.now < day.end
  return [judge({ rule: 'walk-in-only', resourceId: resource.id }, wish.walkIn === true && isToday)]
}

/** Not more visits begin in a session than its capacity, over all lanes. A visit of two roles counts once. */
export function sessionHasRoom({ assignment, resource, sessions }: Seated): RuleEvaluation[] {
  const session = sessions.find(({ start, end }) => start <= assignment.start && assignment.start < end)
  if (session?.capacity === undefined) return []
  const { start, end } = session.whole ?? session
  const begun = resource.busy.filter((each) => start <= each.start && each.start < end)
  const booked = new Set(begun.flatMap(({ visitId }) => visitId ?? [])).size
  const fact = { rule: 'session-full', resourceId: resource.id, capacity: session.capacity, booked } as const
  return [judge(fact, booked < session.capacity)]
}
