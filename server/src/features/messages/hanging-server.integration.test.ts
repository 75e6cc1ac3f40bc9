import { messages } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Mailer } from '../../platform/ports/mailer.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { openTestApp, type TestApp } from '../../platform/testing/test-app.ts'
import { queueMessage } from './index.ts'
import { newMessage } from './testing.ts'

const waiting: ((error: Error) => void)[] = []
const hanging: Mailer = { send: () => new Promise((_, reject) => void waiting.push(reject)) }

let t: TestApp
beforeAll(async () => {
  t = await openTestApp({ mailer: hanging })
})
afterAll(async () => {
  for (const giveUp of waiting) giveUp(Object.assign(new Error('x'), { code: 'ETIMEDOUT' }))
  await t?.stop()
})

test('while a mail server hangs on more mails than there are connections, the desk works', async () => {
  const { db } = t.riverside
  const first = await newMessage(db)
  // All become jobs in one moment: those that come later wait until the first that hang are given up.
  await inTransaction(db, async (tx) => {
    for (let made = 0; made < 12; made++) await queueMessage(tx, { ...first, id: t.clock.id() })
  })
  await expect.poll(() => waiting.length, { timeout: 15_000 }).toBe(12)
  const answer = await (await t.riverside.as('coordinator')).call(messages.listMessages, {})
  expect(answer.status).toBe(200)
  expect(answer.body.messages.map((line) => line.state)).toEqual(Array(12).fill('waiting'))
})
