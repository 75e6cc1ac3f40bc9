import type { AvailabilityIndex } from './availability/availability-index.ts'
import type { Opening, OpeningRequest, OpeningsAnswer } from './opening.ts'
import { firstLater, nearMisses } from './search/near.ts'
import { openingsOf } from './search/openings-of.ts'

/** With fewer openings than this the answer also says what would have to change. */
const few = 3

/**
 * Ranked openings for a wish, each with its reasons, and near misses when there are few.
 *
 * What is possible stands at `searchOf`, how it is ranked at `rankingOf`, how the first nine are kept varied at `spread`.
 * The answer depends on nothing but the arguments.
 *
 * @param index knows every candidate that may be offered; one that is missing is never free. With days after `to` a later
 * opening can be named when there are few.
 * @param now epoch milliseconds
 */
export function findOpenings(request: OpeningRequest, index: AvailabilityIndex, now: number): OpeningsAnswer {
  return index.asIfFree(request.ignore ?? [], () => {
    const found = openingsOf(request, index, now)
    return { ...found, near: isFew(request, found.openings) ? nearMisses(request, index, now, found.openings) : [] }
  })
}

/** Whether an answer says what would have to change. */
export function isFew(
  { eachStart = false, limit }: Pick<OpeningRequest, 'eachStart' | 'limit'>,
  found: readonly Opening[],
): boolean {
  return !eachStart && found.length < Math.min(few, limit)
}

/** The first opening after `to`: the near miss by itself, for who learns what is further ahead only when it is asked for. */
export function laterOpening(request: OpeningRequest, index: AvailabilityIndex, now: number): Opening | undefined {
  return index.asIfFree(request.ignore ?? [], () => firstLater(request, index, now))
}
