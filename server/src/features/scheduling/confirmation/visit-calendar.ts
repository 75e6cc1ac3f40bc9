import { calendarFile } from '@foyer/scheduling'
import { msOf } from '../instants.ts'

export interface CalendarVisit {
  readonly id: string
  /** Counts the changes of the visit, so that a calendar knows which file is the newer one. */
  readonly sequence: number
  /** Instants in UTC. */
  readonly start: string
  readonly end: string
  readonly writtenAt: string
  /** IANA name of the site's zone, whose clock is meant. */
  readonly timeZone: string
  readonly title: string
  readonly place: string | null
  readonly practice: { readonly name: string; readonly slug: string }
  readonly to: string
}

/**
 * A visit for the patient's calendar (RFC 5545, sent by the rules of RFC 5546), by the clock of the site. The address of
 * the organizer is one that cannot exist (RFC 2606): answers go by phone.
 */
export function visitCalendar(visit: CalendarVisit, method: 'REQUEST' | 'CANCEL'): string {
  const isCancel = method === 'CANCEL'
  return calendarFile({
    method,
    events: [
      {
        uid: visit.id,
        sequence: visit.sequence,
        stamp: msOf(visit.writtenAt),
        start: msOf(visit.start),
        end: msOf(visit.end),
        zone: visit.timeZone,
        summary: visit.title,
        ...(visit.place === null ? {} : { place: visit.place }),
        status: isCancel ? 'CANCELLED' : 'CONFIRMED',
        isBusy: !isCancel,
        organizer: { name: visit.practice.name, email: `appointments@${visit.practice.slug}.invalid` },
        attendee: { email: visit.to },
      },
    ],
  })
}
