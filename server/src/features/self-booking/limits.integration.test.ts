import { selfBooking } from '@foyer/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../platform/testing/test-app.ts'
import { aSelfPractice, aVisitor, mai, type SelfPractice, type Visitor } from './testing.ts'

let t: TestApp
let p: SelfPractice

beforeAll(async () => {
  t = await openTestApp({ mailServer: true })
  p = await aSelfPractice(t.riverside.db)
})
afterAll(() => t?.stop())
beforeEach(() => t.clock.set('2026-11-23T15:00:00Z'))

const wait = (seconds: number): void => t.clock.set(t.clock.now().add({ seconds }).toString())

/** As far as the question who it is for. */
async function keep(visitor: Visitor, date: string): Promise<string> {
  const [first] = await visitor.times('Check-up', date)
  if (!first) throw new Error('no time is free')
  const kept = await visitor.keep('Check-up', first)
  expect(kept.status).toBe(200)
  wait(5)
  return kept.body.token
}

const mailsTo = (email: string) => t.mails.filter((one) => one.to === email)

async function mailsArrived(email: string, count: number) {
  for (let tries = 0; tries < 100 && mailsTo(email).length < count; tries += 1)
    await new Promise((done) => setTimeout(done, 50))
  return mailsTo(email)
}

test('nobody’s mailbox is filled with codes, whichever address is named in between', async () => {
  const victim = 'somebody@example.org'
  const answers: string[] = []
  for (const date of ['2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04']) {
    const visitor = aVisitor(t)
    const token = await keep(visitor, date)
    for (const email of [victim, victim.toUpperCase()]) {
      const said = await visitor.call(selfBooking.sayWho, { token, ...mai, email })
      answers.push(said.status === 200 ? 'sent' : said.refusal.reason)
    }
    // What was sent counts on, though the address is not named any more.
    await visitor.call(selfBooking.sayWho, { token, ...mai, email: null })
  }
  expect(answers).toEqual(['sent', 'sent', 'sent', 'sent', 'sent', 'too-many', 'too-many', 'too-many'])
  wait(3 * 3600)
  const visitor = aVisitor(t)
  const token = await keep(visitor, '2026-12-08')
  expect((await visitor.call(selfBooking.sayWho, { token, ...mai, email: victim })).status).toBe(200)
})

test('asked for many codes at once, three are sent', async () => {
  const visitor = aVisitor(t)
  const token = await keep(visitor, '2026-12-09')
  const all = Array.from({ length: 8 }, (_, index) => `many${index}@example.org`)
  const answers = await Promise.all(all.map((email) => visitor.call(selfBooking.sayWho, { token, ...mai, email })))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(3)
})

test('time that is let go is told of, so that it is offered at once', async () => {
  const visitor = aVisitor(t)
  const token = await keep(visitor, '2026-12-10')
  const told = () =>
    t.riverside.db
      .selectFrom('outbox')
      .select('payload')
      .where('type', '=', 'hold.changed')
      .where(sql<boolean>`payload ->> 'date' = '2026-12-10'`)
      .execute()
  expect(await told()).toHaveLength(1)
  expect((await visitor.call(selfBooking.letTimeGo, { token })).status).toBe(200)
  const [before, after] = (await told()).map(({ payload }) => payload)
  expect(after).toEqual(before)
  expect(after).toMatchObject({ siteId: p.siteId, taken: [[p.okafor, expect.any(Number), expect.any(Number)]] })
})

test('a mail to an address that nobody has proven says nothing that a stranger wrote', async () => {
  const visitor = aVisitor(t)
  const token = await keep(visitor, '2026-12-15')
  const email = 'stranger@example.org'
  const person = { ...mai, email, given: 'You won: https://evil.example', family: 'evil.example' }
  expect((await visitor.call(selfBooking.sayWho, { token, ...person })).status).toBe(200)
  expect((await visitor.call(selfBooking.bookForMyself, { token })).body.state).toBe('pending')
  const mails = await mailsArrived(email, 2)
  expect(mails).toHaveLength(2)
  expect(mails.map(({ subject, text }) => `${subject} ${text}`).join()).not.toContain('evil')
})

test('somebody who taps twice is told twice of the one visit', async () => {
  const visitor = aVisitor(t)
  const token = await keep(visitor, '2026-12-16')
  await visitor.call(selfBooking.sayWho, { token, ...mai, given: 'Tap', family: 'Twice', email: null })
  const answers = await Promise.all(Array.from({ length: 4 }, () => visitor.call(selfBooking.bookForMyself, { token })))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  expect(new Set(answers.map(({ body }) => body.visit)).size).toBe(1)
  const records = await t.riverside.db.selectFrom('patient').select('id').where('family', '=', 'Twice').execute()
  expect(records).toHaveLength(1)
})
