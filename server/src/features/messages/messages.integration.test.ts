import { messages, type Reply } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../platform/testing/test-app.ts'
import { queueMessage } from './index.ts'
import { aMessage, newMessage } from './testing.ts'

let t: TestApp
beforeAll(async () => {
  t = await openTestApp()
})
afterAll(() => t?.stop())

async function lastEntry(action: string) {
  return t.riverside.db
    .selectFrom('audit_entry')
    .selectAll()
    .where('action', '=', action)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

test('without a mail server the list says so, and that the message was kept', async () => {
  const message = await newMessage(t.riverside.db)
  await queueMessage(t.riverside.db, message)
  const desk = await t.riverside.as('coordinator')
  await expect
    .poll(async () => (await desk.call(messages.listMessages, {})).body, { timeout: 15_000 })
    .toMatchObject({
      mailServer: false,
      messages: [
        {
          id: message.id,
          patientName: 'Nora Quist',
          to: 'nora@example.org',
          state: 'kept',
          sentAt: null,
          problem: null,
        },
      ],
      before: null,
    })
  expect((await lastEntry('message.list'))?.patient_ids).toEqual([message.patientId])
})

test('one message is read whole and leaves its patient in the audit trail', async () => {
  const calendar = { text: 'BEGIN:VCALENDAR', method: 'CANCEL' as const }
  const message = await aMessage(t.riverside.db, { calendar })
  const answer = await (await t.riverside.as('coordinator')).call(messages.readMessage, { messageId: message.id })
  expect(answer.status).toBe(200)
  expect(answer.body).toMatchObject({ id: message.id, text: message.text, calendar: calendar.text, state: 'waiting' })
  expect(await lastEntry('message.read')).toMatchObject({ patient_id: message.patientId, subject_id: message.id })
})

test('pages follow one another without gap or repetition, newest first, also within one instant', async () => {
  const db = t.lakeside.db
  const first = await newMessage(db)
  const made = Array.from({ length: 120 }, (_, index) => ({
    ...first,
    id: t.clock.id(),
    createdAt: `2026-03-01T09:00:${String(Math.floor(index / 40)).padStart(2, '0')}Z`,
  }))
  for (const message of made) await aMessage(db, message)
  const desk = await t.lakeside.as('coordinator')
  const seen: { id: string; createdAt: string }[] = []
  let before: string | null = null
  const sizes: number[] = []
  do {
    const { body }: { body: Reply<typeof messages.listMessages> } = await desk.call(
      messages.listMessages,
      before === null ? {} : { before },
    )
    seen.push(...body.messages)
    sizes.push(body.messages.length)
    before = body.before
  } while (before !== null)
  expect(sizes).toEqual([50, 50, 20])
  expect(new Set(seen.map((line) => line.id))).toEqual(new Set(made.map((message) => message.id)))
  const times = seen.map((line) => line.createdAt)
  expect(times).toEqual(times.toSorted().toReversed())
})

test('the other practice has no such message', async () => {
  const message = await aMessage(t.riverside.db)
  const other = await t.lakeside.as('manager')
  expect((await other.call(messages.readMessage, { messageId: message.id })).status).toBe(404)
  const { body } = await other.call(messages.listMessages, {})
  expect(body.messages.map((line) => line.id)).not.toContain(message.id)
})

test('a page that is none is not understood; a role without the right is told so', async () => {
  const desk = await t.riverside.as('coordinator')
  expect((await desk.call(messages.listMessages, { before: 'yesterday' })).problem).toBe('not-understood')
  expect((await (await t.riverside.as('clinician')).call(messages.listMessages, {})).problem).toBe('not-allowed')
})
