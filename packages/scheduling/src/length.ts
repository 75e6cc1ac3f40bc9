import { ok, refuse, type Result } from '@foyer/kernel'
import { minuteMs } from './local-day.ts'
import type { Interval } from './interval.ts'
import type { VisitTypeRule } from './visit-type.ts'

export type LengthNotPossible = {
  readonly reason: 'length-not-possible'
  readonly least: number
  readonly most: number
}

const leastMinutes = 5
const mostMinutes = 600
const mostTimes = 4

/** A visit is as short as its parts allow. */
export function shortestOf({ roles }: VisitTypeRule): number {
  const parts = roles.map((role) => (role.offsetMinutes ?? 0) + (role.durationMinutes ?? leastMinutes))
  return Math.max(leastMinutes, ...parts)
}

/** A visit may be made shorter or longer by the desk: down to what its parts need, up to four times what its type says. */
export function possibleLength(rule: VisitTypeRule, minutes: number): Result<number, LengthNotPossible> {
  const least = shortestOf(rule)
  const most = Math.min(mostMinutes, rule.durationMinutes * mostTimes)
  return minutes < least || minutes > most ? refuse({ reason: 'length-not-possible', least, most }) : ok(minutes)
}

/** How long a visit stays when it is moved: as long as it was made, and never shorter than what its parts need by now. */
export function keptLength(rule: VisitTypeRule, { start, end }: Interval): number {
  return Math.max(shortestOf(rule), (end - start) / minuteMs)
}
