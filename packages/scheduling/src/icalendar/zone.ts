import { Temporal } from '@foyer/kernel'
import { dayMs } from '../local-day.ts'
import { clockText, offsetText, utcText } from './clock-text.ts'
import { contentLine } from './content-line.ts'

/** From `at` on a clock in the zone is `offset` ahead of UTC; `before` is what it was until then. Milliseconds. */
type Change = { readonly at: number; readonly before: number; readonly offset: number }

/** A time zone as it is over a range of instants: every change of its clock, the one in force at the beginning first. */
export type ZoneRange = { readonly name: string; readonly changes: readonly Change[] }

/** Instants as epoch milliseconds; a day more on both sides, because times beside a change need to know of it. */
export function zoneRange(name: string, from: number, to: number): ZoneRange {
  const changes: Change[] = []
  const start = Temporal.Instant.fromEpochMilliseconds(from - dayMs).toZonedDateTimeISO(name)
  const inForce = start.add({ milliseconds: 1 }).getTimeZoneTransition('previous')
  changes.push(inForce ? changeAt(inForce) : { at: 0, before: offsetOf(start), offset: offsetOf(start) })
  for (
    let next = start.getTimeZoneTransition('next');
    next && next.epochMilliseconds <= to + dayMs;
    next = next.getTimeZoneTransition('next')
  )
    changes.push(changeAt(next))
  return { name, changes }
}

function changeAt(moment: Temporal.ZonedDateTime): Change {
  return {
    at: moment.epochMilliseconds,
    before: offsetOf(moment.subtract({ milliseconds: 1 })),
    offset: offsetOf(moment),
  }
}

function offsetOf(moment: Temporal.ZonedDateTime): number {
  return moment.offsetNanoseconds / 1_000_000
}

/**
 * RFC 5545, 3.6.5: one observance for each change that happens, as it happens, and no rule: rules are made by
 * legislators and have exceptions, while the changes of a known range are facts. DTSTART is what the clock showed before.
 */
export function zoneLines({ name, changes }: ZoneRange): string[] {
  const observances = changes.flatMap(({ at, before, offset }) => {
    const kind = offset > before ? 'DAYLIGHT' : 'STANDARD'
    return [
      `BEGIN:${kind}`,
      contentLine('DTSTART', clockText(at, before)),
      contentLine('TZOFFSETFROM', offsetText(before)),
      contentLine('TZOFFSETTO', offsetText(offset)),
      `END:${kind}`,
    ]
  })
  return ['BEGIN:VTIMEZONE', contentLine('TZID', name), ...observances, 'END:VTIMEZONE']
}

/**
 * A date-time property. RFC 5545, 3.3.5: a local time that happens twice means the first, and not every reader knows it;
 * so an instant whose clock time happens twice is written in UTC, which means the same everywhere.
 */
export function timeLine(property: string, instant: number, zone: ZoneRange): string {
  const last = zone.changes.findLast(({ at }) => at <= instant) ?? zone.changes[0]
  if (!last || zone.name === 'UTC' || happensTwice(instant, zone)) return contentLine(property, utcText(instant))
  return contentLine(`${property};TZID=${zone.name}`, clockText(instant, last.offset))
}

function happensTwice(instant: number, { changes }: ZoneRange): boolean {
  return changes.some(({ at, before, offset }) => {
    const repeated = before - offset
    return at - repeated <= instant && instant < at + repeated
  })
}
