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
  return visitsCalendar([visit], method)
}

/**
 * Several visits in one file, each an entry of its own that is later moved or cancelled alone. A REQUEST is about one
 * entry only (RFC 5546, 3.2.2), so several are published, and then nobody is named as attending (3.2.1).
 */
export function visitsCalendar(visits: readonly CalendarVisit[], method: 'REQUEST' | 'PUBLISH' | 'CANCEL'): string {
  const isCancel = method === 'CANCEL'
  return calendarFile({
    method,
    events: visits.map((visit) => ({
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
      ...(method === 'PUBLISH' ? {} : { attendee: { email: visit.to } }),
    })),
  })
}
