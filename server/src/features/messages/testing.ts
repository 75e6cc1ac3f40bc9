import { systemClock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/organization-db.ts'
import { aPatient } from '../patients/testing.ts'
import { addresseeOf } from './addressing.ts'
import { insertMessage, type NewMessage } from './store.ts'

/** A message for a patient of its own unless one is named. */
export async function newMessage(db: Db, overrides: Partial<NewMessage> = {}): Promise<NewMessage> {
  const patientId =
    overrides.patientId ??
    (await aPatient(db, { given: 'Nora', family: 'Quist', birth_date: '1961-04-09', email: 'nora@example.org' }))
  const to = overrides.to ?? (await addresseeOf(db, { patientId, appointmentIds: [] }, systemClock.now().toString()))
  if (to === null) throw new Error('nobody may be written to')
  return {
    id: systemClock.id(),
    patientId,
    appointmentId: null,
    to,
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
