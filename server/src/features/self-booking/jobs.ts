import type { Clock } from '../../platform/clock.ts'
import type { Reaction, RelayedEvent } from '../../platform/events/event.ts'
import type { Organizations } from '../../platform/organizations.ts'
import { queueMessage, readerFor } from '../messages/index.ts'
import type { PracticeBook } from '../practice/index.ts'
import type { DeclinedEvent } from './events.ts'
import type { Links } from './links.ts'
import { mailLanguage } from './mail-words.ts'
import { selectToWrite } from './store.ts'
import { declinedMail, requestedMail } from './visit-mail.ts'

export interface SelfBookingJobsDeps {
  readonly organizations: Organizations
  readonly practices: PracticeBook
  readonly clock: Clock
  readonly links: Links
}

/** Tells somebody that their request has come, or that the desk said no. That it said yes is told as any visit is. */
export function selfBookingReactions(deps: SelfBookingJobsDeps): readonly Reaction[] {
  return [
    { name: 'self-booking.tell-requested', on: ['self-booking.requested'], run: (event) => tell(deps, event) },
    { name: 'self-booking.tell-declined', on: ['self-booking.declined'], run: (event) => tell(deps, event) },
  ]
}

async function tell(
  { organizations, practices, clock, links }: SelfBookingJobsDeps,
  event: RelayedEvent,
): Promise<void> {
  const organization = organizations.find(event.organization)
  if (!organization) throw new Error('the organization is not known here yet')
  const { db, slug, name } = organization
  const visit = await selectToWrite(db, event.id)
  const site = visit && (await practices.read(organization)).sites.get(visit.site_id)
  if (!visit || !site) return
  const createdAt = clock.now().toString()
  const to = await readerFor(db, { patientId: visit.patient_id, appointmentIds: [visit.id] }, createdAt)
  const language = mailLanguage(to.language)
  const isNo = event.type === 'self-booking.declined'
  const facts = {
    practice: name,
    start: visit.starts_at,
    site,
    link: isNo ? links.book(slug) : links.visit(slug, visit.id),
  }
  // Told by selfBookingDeclined only.
  const mail = isNo
    ? declinedMail(facts, language, (event as RelayedEvent & DeclinedEvent).reason)
    : requestedMail(facts, language)
  await queueMessage(db, {
    id: clock.id(),
    patientId: visit.patient_id,
    appointmentId: visit.id,
    to,
    language,
    ...mail,
    calendar: null,
    eventId: event.outboxId,
    createdAt,
  })
}
