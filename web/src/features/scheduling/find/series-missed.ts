import type { Told } from '../refusals.ts'
import type { SeriesBooked } from '../shapes.ts'
import type { Names } from '../use-names.ts'
import type { SchedulingSay } from '../words.ts'

/** Occurrences that somebody else took meanwhile, each with the next best. */
export function tellMissed(missed: SeriesBooked['refused'], names: Names, say: SchedulingSay): Told {
  const lines = missed.map(({ start, next: [best] }) =>
    best
      ? say('seriesMissed', { when: names.whenOf(start), next: names.whenOf(best.start) })
      : say('seriesMissedNone', { when: names.whenOf(start) }),
  )
  return { kind: 'warn', title: say('seriesMissedTitle', { count: missed.length }), text: lines.join(' ') }
}
