import type { Clock } from '../../../platform/clock.ts'
import type { RelayedEvent } from '../../../platform/events/event.ts'
import type { Organization } from '../../../platform/organizations.ts'
import { queueMessage } from '../../messages/index.ts'
import type { Practice } from '../../practice/index.ts'
import type { TogetherEvent } from '../events.ts'
import { entryOf, isNews, isTelehealth } from './entry-of.ts'
import { patientLanguage } from './patient-words.ts'
import { severalMessage } from './several-message.ts'
import { selectAllToTell } from './store.ts'
import { visitsCalendar } from './visit-calendar.ts'
import { visitMessage } from './visit-message.ts'

/**
 * Tells a patient once of all visits of a series or a chain that were booked or cancelled in one step, with one file for
 * the calendar. What became something else meanwhile is left out: that has a message of its own.
 */
export async function confirmSeveral(
  organization: Organization,
  practice: Practice,
  clock: Clock,
  event: RelayedEvent & TogetherEvent,
): Promise<void> {
  const { db } = organization
  const news = event.type === 'visits.cancelled' ? 'cancelled' : 'booked'
  const isCancelled = news === 'cancelled'
  const all = (await selectAllToTell(db, event.visits)).flatMap((visit) => {
    const site = practice.sites.get(visit.site_id)
    return site && isNews(visit, isCancelled, clock.now().epochMilliseconds) ? [{ visit, site }] : []
  })
  const [first] = all
  if (!first || first.visit.email === null) return
  const { email: to, given, preferred, patient_id: patientId, id: appointmentId } = first.visit
  const language = patientLanguage(event.language ?? first.visit.language)
  const createdAt = clock.now().toString()
  const who = { practice: organization.name, patientName: preferred ?? given }
  const visits = all.map(({ visit, site }) => ({
    start: visit.starts_at,
    site,
    telehealth: isTelehealth(practice, visit),
  }))
  const [only] = visits.length === 1 ? visits : []
  const message = only
    ? visitMessage(news, { ...who, ...only }, language)
    : severalMessage(news, { ...who, visits }, language)
  const method = isCancelled ? 'CANCEL' : only ? 'REQUEST' : 'PUBLISH'
  const written = { to, language, writtenAt: createdAt }
  const entries = all.map((one) => entryOf(organization, practice, one, written))
  await queueMessage(db, {
    id: clock.id(),
    patientId,
    appointmentId,
    to,
    language,
    ...message,
    calendar: { text: visitsCalendar(entries, method), method },
    eventId: event.outboxId,
    createdAt,
  })
}
