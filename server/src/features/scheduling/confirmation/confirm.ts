import type { Clock } from '../../../platform/clock.ts'
import type { RelayedEvent } from '../../../platform/events/event.ts'
import type { Organization } from '../../../platform/organizations.ts'
import { queueMessage, readerFor } from '../../messages/index.ts'
import type { Practice } from '../../practice/index.ts'
import type { BookedEvent } from '../events.ts'
import { entryOf, isForDesk, isNews, isTelehealth } from './entry-of.ts'
import { patientLanguage } from './patient-words.ts'
import { selectToTell } from './store.ts'
import { visitCalendar } from './visit-calendar.ts'
import { visitMessage, type VisitNews } from './visit-message.ts'

/** Where a patient answers to a visit that a repair moved; null where the server does not know its own address. */
export type AnswerUrl = (organization: string, repairId: string, appointmentId: string) => string | null

/** Where a patient looks at a visit of their own making. */
export type OwnLink = (organization: string, appointmentId: string) => string | null

const newsOf: Readonly<Record<string, VisitNews>> = {
  'appointment.booked': 'booked',
  'appointment.approved': 'booked',
  'appointment.restored': 'booked',
  'appointment.moved': 'moved',
  'appointment.cancelled': 'cancelled',
}

/** Tells a patient by e-mail what became of a visit, as it stands now; nothing when it is past or has no address. */
export async function confirm(
  organization: Organization,
  practice: Practice,
  { clock, answerUrl, ownLink }: { readonly clock: Clock; readonly answerUrl: AnswerUrl; readonly ownLink: OwnLink },
  event: RelayedEvent & BookedEvent,
): Promise<void> {
  const { db } = organization
  const { repair } = event
  if (event.together || event.isUnseen) return
  const news = repair?.news ?? newsOf[event.type]
  const visit = await selectToTell(db, event.id)
  const site = visit && practice.sites.get(visit.site_id)
  if (!news || !site) return
  if (!isNews(visit, news === 'cancelled', clock.now().epochMilliseconds)) return
  const createdAt = clock.now().toString()
  const to = await readerFor(db, { patientId: visit.patient_id, appointmentIds: [visit.id] }, createdAt)
  if (to.to === null && !isForDesk(to, visit, repair !== undefined)) return

  // What the patient chose when they booked says how to write to them, not to whoever acts for them.
  const language = patientLanguage(to.about === null ? (event.language ?? to.language) : to.language)
  const telehealth = isTelehealth(practice, visit)
  const link = repair ? answerUrl(organization.slug, repair.repairId, visit.id) : null
  const own = visit.source === 'self' ? ownLink(organization.slug, visit.id) : null
  const facts = {
    practice: organization.name,
    readerName: to.name,
    about: to.about,
    start: visit.starts_at,
    site,
    telehealth,
    answerUrl: link,
    ownLink: own,
  }
  const method = news === 'cancelled' ? 'CANCEL' : 'REQUEST'
  const calendar = (address: string) => {
    const written = { to: address, language, writtenAt: createdAt }
    return { text: visitCalendar(entryOf(organization, practice, { visit, site }, written), method), method } as const
  }
  await queueMessage(db, {
    id: clock.id(),
    patientId: visit.patient_id,
    appointmentId: visit.id,
    to,
    language,
    ...visitMessage(news, facts, language),
    calendar: to.to === null ? null : calendar(to.to),
    eventId: event.outboxId,
    createdAt,
  })
}
