import { utcText } from './clock-text.ts'
import { contentLine, quoted, textValue } from './content-line.ts'
import { timeLine, type ZoneRange, zoneLines, zoneRange } from './zone.ts'

/** All instants are epoch milliseconds. */
export type CalendarEvent = {
  /** The same for as long as it is the same thing, whatever changes about it. */
  readonly uid: string
  /** Counts the changes, so that a calendar knows which of two files is the newer. */
  readonly sequence: number
  /** When this was written, or last changed where the file has no method (RFC 5545, 3.8.7.2). */
  readonly stamp: number
  readonly changedAt?: number
  readonly start: number
  readonly end: number
  /** IANA name of the zone whose clock is meant. */
  readonly zone: string
  readonly summary: string
  readonly place?: string
  readonly status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED'
  /** Whether the time counts as taken. */
  readonly isBusy: boolean
  readonly organizer?: { readonly name: string; readonly email: string }
  readonly attendee?: { readonly email: string }
}

export type CalendarFile = {
  /** RFC 5546; absent for a feed that is read again and again. */
  readonly method?: 'REQUEST' | 'PUBLISH' | 'CANCEL'
  readonly name?: string
  /** How often a feed is worth reading. */
  readonly refreshMinutes?: number
  readonly events: readonly CalendarEvent[]
}

/** A calendar as RFC 5545 has it, each zone of its events with the changes of the clock that matter to them. */
export function calendarFile({ method, name, refreshMinutes, events }: CalendarFile): string {
  const zones = zonesOf(events)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Foyer//Front desk//EN',
    'CALSCALE:GREGORIAN',
    ...(method ? [`METHOD:${method}`] : []),
    // RFC 7986 and what calendars knew before it.
    ...(name === undefined ? [] : [contentLine('NAME', textValue(name)), contentLine('X-WR-CALNAME', textValue(name))]),
    ...(refreshMinutes === undefined
      ? []
      : [`REFRESH-INTERVAL;VALUE=DURATION:PT${refreshMinutes}M`, `X-PUBLISHED-TTL:PT${refreshMinutes}M`]),
    ...[...zones.values()].filter((zone) => zone.name !== 'UTC').flatMap(zoneLines),
    ...events.flatMap((event) => eventLines(event, zones)),
    'END:VCALENDAR',
  ]
  return `${lines.join('\r\n')}\r\n`
}

function zonesOf(events: readonly CalendarEvent[]): Map<string, ZoneRange> {
  const ranges = new Map<string, { from: number; to: number }>()
  for (const { zone, start, end } of events) {
    const { from, to } = ranges.get(zone) ?? { from: start, to: end }
    ranges.set(zone, { from: Math.min(from, start), to: Math.max(to, end) })
  }
  return new Map([...ranges].map(([zone, { from, to }]) => [zone, zoneRange(zone, from, to)]))
}

function eventLines(event: CalendarEvent, zones: ReadonlyMap<string, ZoneRange>): string[] {
  const zone = zones.get(event.zone)
  if (!zone) throw new Error('every zone of an event is known')
  const { organizer, attendee } = event
  return [
    'BEGIN:VEVENT',
    contentLine('UID', textValue(event.uid)),
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utcText(event.stamp)}`,
    ...(event.changedAt === undefined ? [] : [`LAST-MODIFIED:${utcText(event.changedAt)}`]),
    timeLine('DTSTART', event.start, zone),
    timeLine('DTEND', event.end, zone),
    contentLine('SUMMARY', textValue(event.summary)),
    ...(event.place === undefined ? [] : [contentLine('LOCATION', textValue(event.place))]),
    `STATUS:${event.status}`,
    `TRANSP:${event.isBusy ? 'OPAQUE' : 'TRANSPARENT'}`,
    ...(organizer ? [contentLine(`ORGANIZER;CN=${quoted(organizer.name)}`, `mailto:${organizer.email}`)] : []),
    ...(attendee
      ? [contentLine('ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE', `mailto:${attendee.email}`)]
      : []),
    'END:VEVENT',
  ]
}
