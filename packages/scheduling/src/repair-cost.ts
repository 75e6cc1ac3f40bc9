import { minuteMs } from './local-day.ts'
import type { RepairOption, RepairReason, RepairVisit, Urgency } from './repair.ts'

/**
 * Points of a repair; fewer is better.
 *
 * 1. A visit without a new place costs 100,000, and as much again for each step of urgency: more than all the rest could
 *    cost, so nobody is left out to spare others a move, and where one has to wait it is the least urgent.
 * 2. A patient whose time changes costs 1,000: the fewest people are moved. Another room, device or interpreter at the
 *    same time costs 10; the patient need not be asked.
 * 3. Distance costs 1 for each minute on the same day, at most 240, and 300 for each civil day, at most 60 days: those
 *    who move, move the least. For each step of urgency it weighs as much again: urgent visits get the nearest times.
 * 4. Another clinician costs 500: who can wait had better see their own one tomorrow than a stranger today; the same
 *    time with another clinician is better than any other time.
 * 5. Another part of the day than before costs 120: who came in the morning has a reason to.
 */
const points = {
  unplaced: 100_000,
  moved: 1000,
  otherResource: 10,
  minute: 1,
  mostMinutes: 240,
  day: 300,
  mostDays: 60,
  otherClinician: 500,
  otherDayPart: 120,
} as const

/** What has to be known of the place that is left. */
type Left = Pick<RepairVisit, 'start' | 'urgency' | 'dayPart' | 'assignments'>

export function unplacedCost(urgency: Urgency): number {
  return points.unplaced * (1 + urgency)
}

/** What an option costs, part by part; what costs nothing is said as well where a person wants to hear it. */
export function repairReasons(visit: Left, option: RepairOption): RepairReason[] {
  const reasons: RepairReason[] = []
  const isMoved = option.start !== visit.start
  const weight = 1 + visit.urgency
  reasons.push(isMoved ? { code: 'moved', points: points.moved } : { code: 'time-kept', points: 0 })
  if (isMoved && option.days === 0) {
    const minutes = (option.start - visit.start) / minuteMs
    const far = Math.min(points.mostMinutes, Math.ceil(Math.abs(minutes)))
    reasons.push({ code: 'minutes', minutes, points: points.minute * far * weight })
  }
  if (option.days !== 0) {
    const far = Math.min(points.mostDays, Math.abs(option.days))
    reasons.push({ code: 'days', days: option.days, points: points.day * far * weight })
  }
  if (isMoved && option.dayPart !== visit.dayPart) {
    reasons.push({ code: 'other-day-part', points: points.otherDayPart })
  }
  reasons.push(
    option.isSameClinician
      ? { code: 'same-clinician', points: 0 }
      : { code: 'other-clinician', points: points.otherClinician },
  )
  if (hasOtherResource(visit, option)) reasons.push({ code: 'other-resource', points: points.otherResource })
  return reasons
}

export function costOf(reasons: readonly RepairReason[]): number {
  return reasons.reduce((sum, reason) => sum + reason.points, 0)
}

function hasOtherResource(visit: Left, option: RepairOption): boolean {
  return option.assignments.some(
    ({ role, resourceId }) =>
      role !== 'clinician' && !visit.assignments.some((each) => each.role === role && each.resourceId === resourceId),
  )
}
