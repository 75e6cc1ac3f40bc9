import { systemClock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/organization-db.ts'
import { insertMessage, type NewMessage } from './store.ts'

async function aPatient(db: Db): Promise<string> {
  const id = systemClock.id()
  await db
    .insertInto('patient')
    .values({
      id,
      mrn: `T${id.slice(-8)}`,
      given: 'Nora',
      family: 'Quist',
      birth_date: '1961-04-09',
      search_name: ' nora quist',
    })
    .execute()
  return id
}

/** A message for a patient of its own unless one is named. */
export async function newMessage(db: Db, overrides: Partial<NewMessage> = {}): Promise<NewMessage> {
  return {
    id: systemClock.id(),
    patientId: overrides.patientId ?? (await aPatient(db)),
    appointmentId: null,
    to: 'nora@example.org',
    language: 'en',
    subject: 'Your visit on Tuesday',
    text: 'We will see you on Tuesday at 10:40.',
    calendar: null,
    eventId: null,
    createdAt: systemClock.now().toString(),
    ...overrides,
  }
}

/** A waiting message that no job knows of. */
export async function aMessage(db: Db, overrides: Partial<NewMessage> = {}): Promise<NewMessage> {
  const message = await newMessage(db, overrides)
  await insertMessage(db, message)
  return message
}
