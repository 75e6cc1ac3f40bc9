import { resolve } from 'node:path'
import { type LiveEvent, practice, restricted, session } from '@foyer/contract'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openPayerExchange } from '../../adapters/payers/exchange.ts'
import { highsSolver } from '../../adapters/solver/highs.ts'
import { type App, buildApp } from '../../app.ts'
import { aPatient } from '../../features/patients/testing.ts'
import { openPool, type Pool } from '../database/pool.ts'
import { openTestApp, TEST_SECRET, type TestApp, type TestClient } from '../testing/test-app.ts'

let t: TestApp
let otherPool: Pool
let other: App
let urls: { own: string; other: string }

beforeAll(async () => {
  t = await openTestApp()
  otherPool = openPool({ url: t.url, size: 4, onError: () => {} })
  other = await buildApp({
    pool: otherPool,
    databaseUrl: t.url,
    migrations: resolve(import.meta.dirname, '../../../migrations'),
    clock: t.clock,
    secret: TEST_SECRET,
    log: pino({ level: 'silent' }),
    webFolder: '/nonexistent',
    publicUrl: null,
    exchange: openPayerExchange(() => t.clock.now().toString()),
    solver: highsSolver(),
    mailer: null,
    searchesPerMinute: 1000,
    proofBits: 6,
    demoPassword: null,
  })
  urls = {
    own: await t.app.http.listen({ port: 0, host: '127.0.0.1' }),
    other: await other.http.listen({ port: 0, host: '127.0.0.1' }),
  }
})
afterAll(async () => {
  await other.stop()
  await otherPool.end()
  await t.stop()
})

/** Listens as a browser does and hands out what it hears. */
async function listen(
  url: string,
  client: TestClient,
): Promise<{ heard: LiveEvent[]; ended: Promise<void>; close: () => void }> {
  const heard: LiveEvent[] = []
  const abort = new AbortController()
  const response = await fetch(`${url}/api/live`, { headers: { cookie: client.cookie ?? '' }, signal: abort.signal })
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  const ended = (async () => {
    let text = ''
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk as Uint8Array).toString('utf8')
      const parts = text.split('\n\n')
      text = parts.pop() ?? ''
      for (const part of parts) if (part.startsWith('data: ')) heard.push(JSON.parse(part.slice(6)) as LiveEvent)
    }
  })().catch(() => {})
  return { heard, ended, close: () => abort.abort() }
}

async function within(ms: number, holds: () => boolean): Promise<number> {
  const started = Date.now()
  while (!holds() && Date.now() - started < ms) await new Promise((next) => setTimeout(next, 10))
  expect(holds()).toBe(true)
  return Date.now() - started
}

test('a change is heard by browsers of this process and of another within a second, and by no other organization', async () => {
  const manager = await t.riverside.as('manager')
  const stranger = await t.lakeside.as('manager')
  const here = await listen(urls.own, manager)
  const there = await listen(urls.other, manager)
  const elsewhere = await listen(urls.own, stranger)
  await manager.call(practice.addSite, { name: 'Live', timeZone: 'America/Chicago' })
  await within(1000, () => here.heard.length > 0 && there.heard.length > 0)
  expect(here.heard[0]?.type).toBe('practice.changed')
  expect(there.heard[0]?.type).toBe('practice.changed')
  expect(JSON.stringify(here.heard)).not.toContain('Live')
  expect(elsewhere.heard).toEqual([])
  for (const listener of [here, there, elsewhere]) listener.close()
})

test('what another process wrote and could not tell any more is told by the sweep', async () => {
  const manager = await t.riverside.as('manager')
  const here = await listen(urls.own, manager)
  await t.riverside.db
    .insertInto('outbox')
    .values({ type: 'practice.changed', payload: JSON.stringify({ id: 'x' }), at: t.clock.now().toString() })
    .execute()
  await within(3000, () => here.heard.length > 0)
  here.close()
})

test('who was signed out hears nothing more, whoever ended the session', async () => {
  const lead = await t.riverside.as('lead')
  const senior = await t.riverside.as('senior')
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  try {
    const gone = await listen(urls.own, lead)
    const here = await listen(urls.own, senior)
    await lead.call(session.signOut, {})
    vi.advanceTimersByTime(20_000)
    await gone.ended
    expect(await Promise.race([here.ended.then(() => 'ended'), Promise.resolve('open')])).toBe('open')
    here.close()
  } finally {
    vi.useRealTimers()
  }
}, 10_000)

test('a record restricted in one process is shut in another within a second, though that one knew it as plain', async () => {
  const officer = await t.riverside.another('lead')
  const desk = await t.riverside.as('coordinator')
  const patientId = await aPatient(t.riverside.db, { given: 'Ida', family: 'Frei' })
  const elsewhere = async () =>
    (await fetch(`${urls.other}/api/patients/${patientId}`, { headers: { cookie: desk.cookie ?? '' } })).status
  expect(await elsewhere()).toBe(200)
  await officer.call(restricted.restrictPatient, { patientId, restriction: 'vip', reason: 'Known from the news' })
  const began = Date.now()
  while ((await elsewhere()) === 200) {
    expect(Date.now() - began).toBeLessThan(900)
    await new Promise((next) => setTimeout(next, 20))
  }
  expect(await elsewhere()).toBe(403)
})
