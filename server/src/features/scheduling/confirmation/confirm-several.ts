import type { Clock } from '../../../platform/clock.ts'
import type { RelayedEvent } from '../../../platform/events/event.ts'
import type { Organization } from '../../../platform/organizations.ts'
import { queueMessage, readerFor } from '../../messages/index.ts'
import type { Practice } from '../../practice/index.ts'
import type { TogetherEvent } from '../events.ts'
import { entryOf, isForDesk, isNews, isTelehealth } from './entry-of.ts'
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
  if (!first) return
  const { patient_id: patientId } = first.visit
  const createdAt = clock.now().toString()
  const to = await readerFor(db, { patientId, appointmentIds: all.map(({ visit }) => visit.id) }, createdAt)
  if (to.to === null && !isForDesk(to, first.visit, false)) return
  const language = patientLanguage(to.about === null ? (event.language ?? to.language) : to.language)
  const who = { practice: organization.name, readerName: to.name, about: to.about }
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
  const calendar = (address: string) => {
    const written = { to: address, language, writtenAt: createdAt }
    const entries = all.map((one) => entryOf(organization, practice, one, written))
    return { text: visitsCalendar(entries, method), method } as const
  }
  await queueMessage(db, {
    id: clock.id(),
    patientId,
    appointmentId: to.appointmentId,
    to,
    language,
    ...message,
    calendar: to.to === null ? null : calendar(to.to),
    eventId: event.outboxId,
    createdAt,
  })
}
