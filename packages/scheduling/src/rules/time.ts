import { horizonEnd } from '../horizon.ts'
import { dayMs, minuteMs } from '../local-day.ts'
import { leadRole } from '../visit-type.ts'
import { judge, type RuleEvaluation } from './rule.ts'
import type { AnyFacts, Facts, Seated } from './wish.ts'

/** A visit does not begin in the past. */
export function notInThePast({ wish }: AnyFacts): RuleEvaluation {
  return judge({ rule: 'in-the-past' }, wish.start >= wish.now)
}

/** A visit begins at most `horizonDays` civil days of the site after today. */
export function withinHorizon({ wish }: AnyFacts): RuleEvaluation[] {
  const { horizonDays } = wish.visitType
  if (horizonDays === undefined) return []
  // No calendar is needed two days before the limit, though a zone has left out a whole date.
  const isNear = wish.start < wish.now + (horizonDays - 2) * dayMs
  const isWithin = isNear || wish.start < horizonEnd(horizonDays, wish.zone, wish.now)
  return [judge({ rule: 'too-far-ahead', horizonDays }, isWithin)]
}

/**
 * A visit begins `leadMinutes` after now or later. Binds who books for themselves; the desk is told. It asks nothing of
 * who came without an appointment, who is there already.
 */
export function leadTime({ wish }: AnyFacts): RuleEvaluation[] {
  const { leadMinutes } = wish.visitType
  if (leadMinutes === undefined || wish.walkIn) return []
  const judged = judge({ rule: 'too-soon', leadMinutes }, wish.start >= wish.now + leadMinutes * minuteMs)
  return [remark(judged, wish.selfBooking === undefined)]
}

/**
 * A visit begins at a multiple of the grid, counted from local midnight: the grid of the lead's session at its start, else
 * of the visit type, else 10 minutes. Binds who books for themselves; the desk is told.
 */
export function onGrid({ wish, day }: Facts, seated: readonly Seated[]): RuleEvaluation {
  const { visitType, start } = wish
  const lead = seated.find(({ assignment }) => assignment.role === leadRole(visitType)?.name)
  // Also where the lead joins later: it is the visit that begins on the grid.
  const session = lead?.resource.open.find((each) => each.start <= start && start < each.end)
  const gridMinutes = session?.gridMinutes ?? visitType.gridMinutes ?? 10
  const { midnight } = day.stretches.find((each) => each.start <= start && start < each.end) ?? { midnight: day.start }
  const isOn = (start - midnight) % (gridMinutes * minuteMs) === 0
  return remark(judge({ rule: 'off-grid', gridMinutes }, isOn), wish.selfBooking === undefined)
}

function remark(judged: RuleEvaluation, isAtDesk: boolean): RuleEvaluation {
  return judged.verdict === 'not-met' && isAtDesk ? { ...judged, isRemark: true } : judged
}
