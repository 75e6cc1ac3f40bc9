import { Temporal } from '@foyer/kernel'
import { type Element, note, text } from './element.ts'

/** The IANA name in an extension's valueCode; offsets are not names. */
export function timeZone(extension: Element): string | undefined {
  const zone = text(extension, 'valueCode')
  if (zone === undefined) return undefined
  try {
    if (!/^[A-Za-z]/.test(zone)) throw new RangeError('an offset')
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId
  } catch {
    return note(extension, 'valueCode', 'time-zone-unknown', 'is no IANA time zone')
  }
}
