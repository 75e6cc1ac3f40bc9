import type { Reply, scheduling } from '@foyer/contract'
import type { Assignment, BookingPlan, NearMiss, Opening } from '@foyer/scheduling'
import { instantOfMs } from './instants.ts'

export type OpeningReply = Reply<typeof scheduling.findOpenings>['openings'][number]

export function assignmentReply({
  role,
  resourceId,
  start,
  end,
  lane = 0,
}: Assignment): OpeningReply['assignments'][number] {
  return { role, resourceId, start: instantOfMs(start), end: instantOfMs(end), lane }
}

export function planReply(
  plan: Pick<BookingPlan, 'start' | 'end' | 'assignments'>,
): Pick<OpeningReply, 'start' | 'end' | 'assignments'> {
  return {
    start: instantOfMs(plan.start),
    end: instantOfMs(plan.end),
    assignments: plan.assignments.map(assignmentReply),
  }
}

/** Points stay inside: only the order and the reasons leave. */
export function openingReply(opening: Opening): OpeningReply {
  return { ...planReply(opening), reasons: opening.reasons.map((reason) => ({ ...reason })) }
}

type NearReply = Reply<typeof scheduling.findOpenings>['near'][number]

/** @param lacking what of the wish an opening does not have */
export function nearReply(near: NearMiss, lacking: (opening: Opening) => string[]): NearReply {
  const opening = openingReply(near.opening)
  if (near.code === 'other-attributes') return { code: near.code, opening, attributes: lacking(near.opening) }
  if (near.code !== 'give-up') return { code: near.code, opening }
  const { code, resourceId, what, start, end } = near
  return { code, opening, resourceId, what, start: instantOfMs(start), end: instantOfMs(end) }
}
