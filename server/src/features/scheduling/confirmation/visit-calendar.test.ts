import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { type CalendarVisit, visitCalendar } from './visit-calendar.ts'

const visit: CalendarVisit = {
  id: '019ac0de-0000-7000-8000-000000000001',
  sequence: 3,
  // Ten minutes after the clocks of Los Angeles were put forward.
  start: '2027-03-14T10:10:00Z',
  end: '2027-03-14T10:30:00Z',
  writtenAt: '2026-11-22T15:00:00Z',
  timeZone: 'America/Los_Angeles',
  title: 'Appointment at Riverside; Family, Health',
  place: 'Lakefront, 1 Shore Road, Oakland, CA 94601',
  practice: { name: 'Riverside Family Health', slug: 'riverside' },
  to: 'mai@example.org',
}

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined)
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: event.uid,
    sequence: event.sequence,
    status: event.component.getFirstPropertyValue('status'),
    summary: event.summary,
    zone: event.startDate.zone.tzid,
    start: event.startDate.toJSDate().toISOString(),
    end: event.endDate.toJSDate().toISOString(),
    attendee: event.attendees[0]?.getFirstValue(),
  }
}

test('by the clock of the site, whose changes the file brings along', () => {
  const text = visitCalendar(visit, 'REQUEST')
  expect(text).toContain('DTSTART;TZID=America/Los_Angeles:20270314T031000')
  expect(read(text)).toEqual({
    method: 'REQUEST',
    uid: visit.id,
    sequence: 3,
    status: 'CONFIRMED',
    summary: visit.title,
    zone: 'America/Los_Angeles',
    start: '2027-03-14T10:10:00.000Z',
    end: '2027-03-14T10:30:00.000Z',
    attendee: 'mailto:mai@example.org',
  })
})

test('a cancelled visit takes the same entry out of the calendar', () => {
  expect(read(visitCalendar({ ...visit, sequence: 4 }, 'CANCEL'))).toMatchObject({
    method: 'CANCEL',
    uid: visit.id,
    sequence: 4,
    status: 'CANCELLED',
  })
})
