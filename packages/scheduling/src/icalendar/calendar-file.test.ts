import { Temporal } from '@foyer/kernel'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { type CalendarEvent, calendarFile } from './calendar-file.ts'
import { contentLine, textValue } from './content-line.ts'

const ms = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds

const event: CalendarEvent = {
  uid: '019ac0de-0000-7000-8000-000000000001',
  sequence: 2,
  stamp: ms('2026-11-22T15:00:00Z'),
  start: ms('2026-12-08T16:40:00Z'),
  end: ms('2026-12-08T17:00:00Z'),
  zone: 'America/Chicago',
  summary: 'Visit',
  status: 'CONFIRMED',
  isBusy: true,
}

/** Read by a stranger: each event's start and end as instants, through the zones that the file itself brings. */
function readBack(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const instantOf = (name: string): number => {
      const property = component.getFirstProperty(name)
      const time = property?.getFirstValue() as ICAL.Time
      const tzid = property?.getFirstParameter('tzid')
      // What it does not know of a zone it would take for a clock without one, and read wrong.
      if (time.zone.tzid !== (tzid ?? 'UTC')) throw new Error(`the file has no zone ${tzid}`)
      return time.toUnixTime() * 1000
    }
    return {
      uid: String(component.getFirstPropertyValue('uid')),
      summary: String(component.getFirstPropertyValue('summary')),
      status: String(component.getFirstPropertyValue('status')),
      sequence: Number(component.getFirstPropertyValue('sequence')),
      start: instantOf('dtstart'),
      end: instantOf('dtend'),
    }
  })
}

test('the lines of a visit, of its zone, and of what the calendar says of itself', () => {
  expect(calendarFile({ name: 'Dr. Okafor', refreshMinutes: 15, events: [event] }).split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Foyer//Front desk//EN',
    'CALSCALE:GREGORIAN',
    'NAME:Dr. Okafor',
    'X-WR-CALNAME:Dr. Okafor',
    'REFRESH-INTERVAL;VALUE=DURATION:PT15M',
    'X-PUBLISHED-TTL:PT15M',
    'BEGIN:VTIMEZONE',
    'TZID:America/Chicago',
    'BEGIN:STANDARD',
    'DTSTART:20261101T020000',
    'TZOFFSETFROM:-0500',
    'TZOFFSETTO:-0600',
    'END:STANDARD',
    'END:VTIMEZONE',
    'BEGIN:VEVENT',
    'UID:019ac0de-0000-7000-8000-000000000001',
    'SEQUENCE:2',
    'DTSTAMP:20261122T150000Z',
    'DTSTART;TZID=America/Chicago:20261208T104000',
    'DTEND;TZID=America/Chicago:20261208T110000',
    'SUMMARY:Visit',
    'STATUS:CONFIRMED',
    'TRANSP:OPAQUE',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
})

test('a cancelled visit is cancelled, and its time is free', () => {
  const text = calendarFile({ method: 'CANCEL', events: [{ ...event, status: 'CANCELLED', isBusy: false }] })
  expect(text).toContain('METHOD:CANCEL\r\n')
  expect(text).toContain('TRANSP:TRANSPARENT\r\n')
  expect(readBack(text)).toMatchObject([{ status: 'CANCELLED', uid: event.uid, sequence: 2 }])
})

/** Around each change of the clock: the hour before it, the hour after it and the hours that happen twice or never. */
const changes = [
  ['America/Chicago', '2026-03-08T08:00:00Z'],
  ['America/Chicago', '2026-11-01T07:00:00Z'],
  ['Europe/Berlin', '2026-03-29T01:00:00Z'],
  ['Europe/Berlin', '2026-10-25T01:00:00Z'],
  // Half an hour, in the south.
  ['Australia/Lord_Howe', '2026-04-04T15:00:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T15:30:00Z'],
  // Summer time is the standard here, so winter goes back.
  ['Europe/Dublin', '2026-10-25T01:00:00Z'],
  // No change of the clock for ever.
  ['America/Phoenix', '2026-11-01T07:00:00Z'],
  ['Asia/Kathmandu', '2026-03-08T08:00:00Z'],
  ['UTC', '2026-03-08T08:00:00Z'],
] as const

test.each(changes)('every visit within two days of a change reads back to its instants: %s, %s', (zone, change) => {
  const minute = 60_000
  const visit = fc.record({ from: fc.integer({ min: -2880, max: 2880 }), length: fc.integer({ min: 5, max: 600 }) })
  fc.assert(
    fc.property(fc.array(visit, { minLength: 1, maxLength: 12 }), (visits) => {
      const events = visits.map(({ from, length }, at) => ({
        ...event,
        uid: String(at),
        zone,
        start: ms(change) + from * minute,
        end: ms(change) + (from + length) * minute,
      }))
      const read = readBack(calendarFile({ events })).map(({ uid, start, end }) => ({ uid, start, end }))
      expect(read).toEqual(events.map(({ uid, start, end }) => ({ uid, start, end })))
    }),
    { numRuns: 100 },
  )
})

test('a year of visits in three zones has the changes of that year, each once', () => {
  const year = [0, 100, 200, 300].flatMap((day) =>
    ['America/Chicago', 'Europe/Berlin', 'Pacific/Auckland'].map((zone) => ({
      ...event,
      uid: `${zone} ${day}`,
      zone,
      start: ms('2026-01-10T16:00:00Z') + day * 86_400_000,
      end: ms('2026-01-10T16:20:00Z') + day * 86_400_000,
    })),
  )
  const text = calendarFile({ events: year })
  expect(readBack(text).map(({ start }) => start)).toEqual(year.map(({ start }) => start))
  // The one in force in January, spring and autumn.
  expect(text.match(/TZOFFSETTO/g)).toHaveLength(9)
})

test('the day that a country slept through: Samoa crossed the date line', () => {
  const before = { ...event, zone: 'Pacific/Apia', start: ms('2011-12-30T09:30:00Z'), end: ms('2011-12-30T09:50:00Z') }
  const after = { ...before, uid: 'after', start: ms('2011-12-30T10:00:00Z'), end: ms('2011-12-30T11:00:00Z') }
  const text = calendarFile({ events: [before, after] })
  expect(text).toContain('DTSTART;TZID=Pacific/Apia:20111229T233000')
  expect(text).toContain('DTSTART;TZID=Pacific/Apia:20111231T000000')
  expect(readBack(text).map(({ start }) => start)).toEqual([before.start, after.start])
})

test('the hour that happens twice is written in UTC, the hours beside it by the clock on the wall', () => {
  const at = (start: string) =>
    /DTSTART.*/.exec(
      calendarFile({ events: [{ ...event, start: ms(start), end: ms('2026-11-01T12:00:00Z') }] }).split(
        'BEGIN:VEVENT',
      )[1] ?? '',
    )?.[0]
  expect(at('2026-11-01T05:59:00Z')).toBe('DTSTART;TZID=America/Chicago:20261101T005900')
  expect(at('2026-11-01T06:00:00Z')).toBe('DTSTART:20261101T060000Z')
  expect(at('2026-11-01T07:59:00Z')).toBe('DTSTART:20261101T075900Z')
  expect(at('2026-11-01T08:00:00Z')).toBe('DTSTART;TZID=America/Chicago:20261101T020000')
})

const anyText = fc.string({ unit: 'binary', maxLength: 200 })

test('lines have at most 75 octets, whatever is written, and join to what they were', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const folded = contentLine('SUMMARY', textValue(text))
      for (const line of folded.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(folded.replaceAll('\r\n ', '')).toBe(`SUMMARY:${textValue(text)}`)
    }),
  )
  const name = 'Nguyễn Thị Hạnh, Bệnh viện Sông Hồng; phòng 3 \\ '.repeat(4)
  expect(contentLine('SUMMARY', textValue(name)).split('\r\n').length).toBeGreaterThan(3)
})

test('a text reads back as it was, but for what no calendar may hold', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const clean = text.replaceAll(/\r\n?/g, '\n').replaceAll(/[\p{Cc}--[\t\n]]/gv, '')
      expect(readBack(calendarFile({ events: [{ ...event, summary: text }] }))[0]?.summary).toBe(clean)
    }),
  )
  const nasty = 'BEGIN:VEVENT\r\nUID:forged;x,y\\n'
  const read = readBack(calendarFile({ name: nasty, events: [{ ...event, summary: nasty, place: nasty }] }))
  expect(read).toMatchObject([{ uid: event.uid, summary: 'BEGIN:VEVENT\nUID:forged;x,y\\n' }])
})

test('a name of an organizer cannot leave its quotes', () => {
  const organizer = { name: 'A "B" ^C;\r\nX:1', email: 'appointments@riverside.invalid' }
  const text = calendarFile({
    method: 'REQUEST',
    events: [{ ...event, organizer, attendee: { email: 'mai@example.org' } }],
  })
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
  const property = calendar.getFirstSubcomponent('vevent')?.getFirstProperty('organizer')
  expect(property?.getFirstParameter('cn')).toBe('A "B" ^C;\nX:1')
  expect(property?.getFirstValue()).toBe('mailto:appointments@riverside.invalid')
})
