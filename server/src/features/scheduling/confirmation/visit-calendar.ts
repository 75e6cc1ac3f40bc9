import ical, { ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { msOf } from '../instants.ts'

export interface CalendarVisit {
  readonly id: string
  /** Counts the changes of the visit, so that a calendar knows which file is the newer one. */
  readonly sequence: number
  /** Instants in UTC. */
  readonly start: string
  readonly end: string
  readonly writtenAt: string
  readonly title: string
  readonly place: string | null
  readonly practice: { readonly name: string; readonly slug: string }
  readonly to: string
}

/**
 * A visit for the patient's calendar (RFC 5545, sent by the rules of RFC 5546). Times are in UTC, so that no calendar
 * needs to know our zones. The address of the organizer is one that cannot exist (RFC 2606): answers go by phone.
 */
export function visitCalendar(visit: CalendarVisit, method: 'REQUEST' | 'CANCEL'): string {
  const isCancel = method === 'CANCEL'
  const calendar = ical({
    method: isCancel ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
    prodId: { company: 'Foyer', product: 'Front desk', language: 'EN' },
  })
  calendar.createEvent({
    id: visit.id,
    sequence: visit.sequence,
    stamp: new Date(msOf(visit.writtenAt)),
    start: new Date(msOf(visit.start)),
    end: new Date(msOf(visit.end)),
    summary: visit.title,
    location: visit.place,
    status: isCancel ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: visit.practice.name, email: `appointments@${visit.practice.slug}.invalid` },
    attendees: [{ email: visit.to, rsvp: false, status: ICalAttendeeStatus.ACCEPTED }],
  })
  return calendar.toString()
}
