import type { Unaddressed } from '../../messages/index.ts'
import type { Organization } from '../../../platform/organizations.ts'
import type { Practice, Site } from '../../practice/index.ts'
import { type PatientLanguage, patientWords } from './patient-words.ts'
import type { VisitToTell } from './store.ts'
import type { CalendarVisit } from './visit-calendar.ts'
import { placeText } from './visit-message.ts'

interface Written {
  readonly to: string
  readonly language: PatientLanguage
  /** Instant in UTC. */
  readonly writtenAt: string
}

/** A visit for whom nobody has to come in. */
export function isTelehealth(practice: Practice, { visit_type_id }: VisitToTell): boolean {
  return practice.visitTypes.get(visit_type_id)?.telehealth ?? false
}

/** The visit as an entry of the patient's calendar. */
export function entryOf(
  organization: Organization,
  practice: Practice,
  { visit, site }: { readonly visit: VisitToTell; readonly site: Site },
  { to, language, writtenAt }: Written,
): CalendarVisit {
  return {
    id: visit.id,
    sequence: visit.ical_sequence,
    start: visit.starts_at,
    end: visit.ends_at,
    writtenAt,
    timeZone: site.timeZone,
    title: patientWords(language).entry(organization.name),
    place: isTelehealth(practice, visit) ? null : placeText({ site }),
    practice: organization,
    to,
  }
}

/** Whether there is such news of the visit: it stands or was cancelled accordingly, is agreed to, and is not past. */
export function isNews(visit: VisitToTell, isCancelled: boolean, nowMs: number): boolean {
  // Not a visit yet, or never one: self-booking says so.
  if (visit.approval === 'pending' || visit.approval === 'declined') return false
  const isOver = visit.status === 'cancelled' || visit.status === 'no-show'
  return isOver === isCancelled && Date.parse(visit.ends_at) >= nowMs
}

/**
 * Whether the desk must tell what no message may say. A record without any e-mail address is told of its visits while they
 * are booked, on the phone or at the desk; not so what the practice itself changed.
 */
export function isForDesk(to: Unaddressed, visit: VisitToTell, isRepair: boolean): boolean {
  return to.reason !== 'no-address' || isRepair || visit.cancel_reason === 'practice'
}
