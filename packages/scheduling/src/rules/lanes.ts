import { type Interval, overlaps } from '../interval.ts'
import { minuteMs } from '../local-day.ts'
import type { Assignment, VisitTypeRule } from '../visit-type.ts'
import { judge, type RuleCode, type RuleEvaluation } from './rule.ts'
import type { Seated } from './wish.ts'

/** Where somebody is seated, and what the rule of lanes said about it. */
export type Laned = { readonly assignment: Assignment; readonly evaluation: RuleEvaluation }

/**
 * In each of its lanes a resource is in one place at a time, buffers included; a visit gets the first lane that is free.
 * A session says how many lanes there are, else the resource; of several sessions the one with the fewest.
 *
 * Where no lane is free, a lane beyond them (`overbook`: one that each session has, among its own or among as many more as
 * it allows) or the visit without its own
 * buffers (`buffer`) is what an override would bring: the one that is asked for, else the first of the two that is
 * possible. Nobody is in two roles of one visit at once, in whichever lane.
 */
export function laneOf(
  visitType: VisitTypeRule,
  seated: Seated,
  before: readonly Assignment[],
  wanted: readonly RuleCode[],
): Laned {
  const { assignment, resource, sessions } = seated
  const resourceId = resource.id
  const lanes = lanesIn(seated, sessions)
  const most = Math.max(0, lanesIn(seated, sessions, true) - lanes)
  const isElsewhere = before.some((other) => other.resourceId === resourceId && overlaps(other, assignment))

  const free = (from: number, to: number, time: Interval): number | undefined => {
    if (isElsewhere) return undefined
    const taken = new Set(resource.busy.filter((each) => overlaps(each, time)).map(({ lane = 0 }) => lane))
    for (let lane = from; lane < to; lane++) if (!taken.has(lane)) return lane
    return undefined
  }

  const lane = free(0, lanes, assignment)
  if (lane !== undefined) {
    const evaluation = judge({ rule: 'opening-taken', resourceId, ...(lane > 0 && { lane }) }, true)
    return { assignment: inLane(assignment, lane), evaluation }
  }

  const beyond = free(lanes, lanes + most, assignment)
  const bare = withoutBuffers(visitType, assignment)
  // Without its buffers it may lie in fewer sessions.
  const squeezed = free(
    0,
    lanesIn(
      seated,
      sessions.filter((each) => overlaps(each, bare)),
    ),
    bare,
  )
  const overbooked = beyond !== undefined && {
    assignment: inLane(assignment, beyond),
    evaluation: judge({ rule: 'overbook', resourceId, lanes, most, lane: beyond }, false),
  }
  const unbuffered = squeezed !== undefined && {
    assignment: inLane(bare, squeezed),
    evaluation: judge({ rule: 'buffer', resourceId, lane: squeezed }, false),
  }
  const asked = wanted.includes('buffer') && !wanted.includes('overbook') && unbuffered
  return (
    asked || overbooked || unbuffered || { assignment, evaluation: judge({ rule: 'opening-taken', resourceId }, false) }
  )
}

/** Of several sessions the fewest; outside of every session as many as the resource bears in the ordinary way. */
function lanesIn({ resource }: Seated, sessions: Seated['sessions'], overbook = false): number {
  const own = resource.lanes ?? 1
  const each = sessions.map((one) => (one.lanes ?? own) + (overbook ? (one.overbook ?? 0) : 0))
  return each.length === 0 ? own : Math.min(...each)
}

function inLane(assignment: Assignment, lane: number): Assignment {
  return lane === 0 ? assignment : { ...assignment, lane }
}

function withoutBuffers(visitType: VisitTypeRule, assignment: Assignment): Assignment {
  const role = visitType.roles.find(({ name }) => name === assignment.role)
  const from = role?.offsetMinutes ?? 0
  const minutes = role?.durationMinutes ?? visitType.durationMinutes - from
  const before = from <= 0 ? (visitType.bufferBeforeMinutes ?? 0) : 0
  const start = assignment.start + before * minuteMs
  return { ...assignment, start, end: start + minutes * minuteMs }
}
