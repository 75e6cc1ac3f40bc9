import { afterAll, beforeAll, expect, test } from 'vitest'
import { Temporal } from '@foyer/kernel'
import type { Mail, Mailer } from '../../platform/ports/mailer.ts'
import { openTestApp, type TestApp } from '../../platform/testing/test-app.ts'
import { queueMessage } from './index.ts'
import { GIVE_UP_MINUTES, sendMessage } from './send-message.ts'
import { aMessage, newMessage } from './testing.ts'

let t: TestApp
beforeAll(async () => {
  t = await openTestApp({ mailServer: true })
})
afterAll(() => t?.stop())

const db = () => t.riverside.db
const stateOf = (id: string) =>
  db().selectFrom('message').select(['state', 'problem', 'sent_at']).where('id', '=', id).executeTakeFirstOrThrow()
const now = () => Temporal.Now.instant()

function failing(): Mailer {
  return {
    send: () => Promise.reject(Object.assign(new Error('450 busy, nora@example.org'), { responseCode: 450 })),
  }
}

test('a queued message is sent by a job, with its calendar', async () => {
  const calendar = { text: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n', method: 'REQUEST' as const }
  const message = await newMessage(db(), { calendar })
  await queueMessage(db(), message)
  await expect.poll(() => stateOf(message.id), { timeout: 15_000 }).toMatchObject({ state: 'sent', problem: null })
  expect((await stateOf(message.id)).sent_at).not.toBeNull()
  const { to, subject, text } = message
  expect(t.mails.filter((mail) => mail.subject === subject)).toEqual([{ to: to.to, subject, text, calendar }])
  const trail = await db().selectFrom('audit_entry').selectAll().where('subject_id', '=', message.id).execute()
  expect(trail).toMatchObject([
    { action: 'message.send', outcome: 'ok', actor_role: 'system', patient_id: message.patientId },
  ])
})

test('the same event twice makes one message and one mail', async () => {
  const message = await newMessage(db(), { eventId: 4711, subject: 'Once only' })
  await queueMessage(db(), message)
  await db()
    .transaction()
    .execute((tx) => queueMessage(tx, { ...message, id: t.clock.id() }))
  await expect.poll(() => stateOf(message.id), { timeout: 15_000 }).toMatchObject({ state: 'sent' })
  const rows = await db().selectFrom('message').select('id').where('event_id', '=', 4711).execute()
  const told = await db().selectFrom('outbox').select('id').where('type', '=', 'message.queued').execute()
  expect(rows).toEqual([{ id: message.id }])
  expect(told).toHaveLength(2)
  expect(t.mails.filter((mail) => mail.subject === 'Once only')).toHaveLength(1)
})

test('a message that was sent is not sent again', async () => {
  const { id } = await aMessage(db())
  const sent: Mail[] = []
  const mailer: Mailer = { send: async (mail) => void sent.push(mail) }
  await sendMessage({ db: db(), now, mailer }, id)
  await sendMessage({ db: db(), now, mailer }, id)
  expect(sent).toHaveLength(1)
})

test('without a mail server nothing leaves the building, and the message says so', async () => {
  const { id } = await aMessage(db())
  await sendMessage({ db: db(), now, mailer: null }, id)
  expect(await stateOf(id)).toEqual({ state: 'kept', problem: null, sent_at: null })
})

test('a refusal of the mail server is noted without personal data and tried again', async () => {
  const { id } = await aMessage(db())
  await expect(sendMessage({ db: db(), now, mailer: failing() }, id)).rejects.toThrow(
    /^the mail server did not take it: SMTP 450$/,
  )
  expect(await stateOf(id)).toEqual({ state: 'waiting', problem: 'SMTP 450', sent_at: null })
  await sendMessage({ db: db(), now, mailer: { send: async () => {} } }, id)
  expect(await stateOf(id)).toMatchObject({ state: 'sent', problem: null })
})

test('it has failed when nobody took it for half an hour, and tells so', async () => {
  const createdAt = now().subtract({ minutes: GIVE_UP_MINUTES }).toString()
  const { id } = await aMessage(db(), { createdAt })
  await sendMessage({ db: db(), now, mailer: failing() }, id)
  expect(await stateOf(id)).toEqual({ state: 'failed', problem: 'SMTP 450', sent_at: null })
  const told = await db().selectFrom('outbox').select('payload').where('type', '=', 'message.failed').execute()
  expect(told).toEqual([{ payload: expect.objectContaining({ id }) }])
})
