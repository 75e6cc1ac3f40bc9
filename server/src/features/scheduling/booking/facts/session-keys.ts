import type { Practice } from '../../../practice/index.ts'
import { sessionsAround } from '../../hours.ts'
import { instantOfMs, msOf } from '../../instants.ts'
import type { Place, WantedTime } from '../../place.ts'
import { reachOf } from './load-facts.ts'

interface Wish {
  readonly practice: Practice
  readonly place: Place
  readonly wanted: WantedTime
}

/**
 * Whoever books into a session that takes so many visits and no more waits for the one before, at whatever hour of it: the
 * keys of the time alone stand for days of UTC, of which an afternoon in the west or a morning in the east has two.
 */
export function sessionKeys({ practice, place, wanted }: Wish): string[] {
  const { start, end } = reachOf(place.rule, msOf(wanted.start))
  return wanted.assignments.flatMap(({ resourceId }) =>
    sessionsAround(practice, resourceId, start)
      .filter((one) => one.capacity !== undefined && one.start < end && start < one.end)
      .map((one) => `session ${resourceId} ${instantOfMs((one.whole ?? one).start)}`),
  )
}
