import { payers } from '@foyer/contract'
import { readInterchanges } from '@foyer/x12'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestApp, TEST_SECRET, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { openKeys } from '../../../platform/sealing/keys.ts'
import { rotateKeys } from '../../documents/index.ts'
import { aPayer } from '../../practice/testing.ts'
import { tryConnection } from './connections/try-connection.ts'
import { resealSecrets } from './index.ts'
import { aConnection, aFakePayer, type FakePayer } from './testing.ts'
import { selectConnection } from './connections/store.ts'
import { selectWays } from './store.ts'
import { lineOf, nextControlNumber } from './ways.ts'

let t: TestApp
let manager: TestClient
let fake: FakePayer

beforeAll(async () => {
  t = await openTestApp()
  t.clock.set('2026-11-28T15:00:00Z')
  manager = await t.riverside.as('manager')
  fake = await aFakePayer()
})
afterAll(async () => {
  await fake.stop()
  await t.stop()
})
beforeEach(() => {
  fake.heard.length = 0
})

const keysOf = (slug = 'riverside') =>
  openKeys(TEST_SECRET, t.app.organizations.find(slug)?.id ?? '', () => t.clock.now().toString())

async function lineOfConnection(keys: ReturnType<typeof keysOf>, connectionId: string) {
  const connection = await selectConnection(t.riverside.db, connectionId)
  return connection && lineOf(t.riverside.db, keys, connection)
}

async function listed(connectionId: string) {
  const { body } = await manager.call(payers.readDirectory, {})
  return body.connections.find(({ id }) => id === connectionId)
}

function change(connectionId: string, more: object) {
  return manager.call(payers.changeConnection, {
    connectionId,
    name: `Changed ${connectionId}`,
    kind: 'rest',
    address: fake.address,
    senderId: 'RIVERSIDE',
    receiverId: 'HOUSE',
    ...more,
  })
}

const answerWith = (segments: string) =>
  JSON.stringify({
    x12: `ISA*00*          *00*          *ZZ*HOUSE          *ZZ*RIVERSIDE      *261128*1500*^*00501*000000001*0*T*:~${segments}IEA*1*000000001~`,
  })
const ta1 = answerWith('TA1*000000001*261128*1500*A*000~')

test('further settings are shown as they were written, so that a form does not send others back', async () => {
  const settings = { requestField: 'x12', automatic: 'no' }
  const connectionId = await aConnection(manager, { address: fake.address, secret: null })
  expect((await change(connectionId, { settings })).body.settings).toEqual(settings)
  expect((await listed(connectionId))?.settings).toEqual(settings)
})

test('a secret is used and never shown, in no answer, no table and no log', async () => {
  const secret = { kind: 'token', token: 'open-sesame-4711' } as const
  const connectionId = await aConnection(manager, { address: fake.address, secret })
  fake.answer = { status: 200, body: ta1 }
  expect((await manager.call(payers.tryConnection, { connectionId })).body.outcome).toBe('answered')
  expect(fake.heard[0]?.authorization).toBe('Bearer open-sesame-4711')
  const read = await manager.call(payers.readDirectory, {})
  expect(read.body.connections.find(({ id }) => id === connectionId)?.hasSecret).toBe(true)
  const rows = await t.riverside.db.selectFrom('payer_connection').selectAll().execute()
  const asText = JSON.stringify(rows) + rows.map(({ secret: bytes }) => bytes?.toString('latin1') ?? '').join('')
  for (const place of [read.raw.toString(), asText, t.logged.join('')]) expect(place).not.toContain('sesame')

  await change(connectionId, { receiverId: 'OTHER' })
  const line = await lineOfConnection(keysOf(), connectionId)
  expect([line?.receiverId, line?.secret]).toEqual(['OTHER', secret])
  await change(connectionId, { secret: null })
  expect((await listed(connectionId))?.hasSecret).toBe(false)
})

test('a secret opens under its own connection and organization only', async () => {
  const secret = { kind: 'password', user: 'me', password: 'word' } as const
  const one = await aConnection(manager, { secret })
  const two = await aConnection(manager, { secret })
  const { db } = t.riverside
  await expect(lineOfConnection(keysOf('lakeside'), one)).rejects.toThrow()
  const row = await db.selectFrom('payer_connection').selectAll().where('id', '=', one).executeTakeFirstOrThrow()
  const { secret: bytes, secret_nonce, secret_key_version } = row
  await db
    .updateTable('payer_connection')
    .set({ secret: bytes, secret_nonce, secret_key_version })
    .where('id', '=', two)
    .execute()
  await expect(lineOfConnection(keysOf(), two)).rejects.toThrow()
  await change(two, { address: 'https://payer.example/x12', secret: null })
})

test('a kept secret does not go to another host; to another page of the same it does', async () => {
  const connectionId = await aConnection(manager, { secret: { kind: 'token', token: 'x' } })
  const elsewhere = await change(connectionId, { address: 'https://somebody.example/x12' })
  expect(elsewhere.refusal).toEqual({ reason: 'secret-needed' })
  expect((await change(connectionId, { address: 'https://payer.example/other' })).status).toBe(200)
  const anew = { kind: 'token', token: 'y' } as const
  expect((await change(connectionId, { address: 'https://somebody.example/x12', secret: anew })).status).toBe(200)
})

test('rotating keys seals secrets by the new one before the old is forgotten', async () => {
  const secret = { kind: 'token', token: 'rotated' } as const
  const connectionId = await aConnection(manager, { secret })
  const { db } = t.riverside
  const { version } = await rotateKeys({
    db,
    organizationId: t.app.organizations.find('riverside')?.id ?? '',
    secret: TEST_SECRET,
    formerSecret: null,
    now: () => t.clock.now().toString(),
    alsoAnew: () => resealSecrets(db, keysOf()),
  })
  expect(await db.selectFrom('document_key').select('version').execute()).toEqual([{ version }])
  expect((await lineOfConnection(keysOf(), connectionId))?.secret).toEqual(secret)
})

test('an address that leaves this machine unencrypted is not taken; names are one each', async () => {
  const add = (more: object) =>
    manager.call(payers.addConnection, {
      name: 'House',
      kind: 'rest',
      address: 'https://payer.example',
      senderId: 'A',
      receiverId: 'B',
      ...more,
    })
  expect((await add({ address: 'http://payer.example' })).refusal).toEqual({
    reason: 'address-not-taken',
    why: 'not-encrypted',
  })
  expect((await add({ kind: 'sftp' })).refusal).toMatchObject({ why: 'of-another-kind' })
  expect((await add({})).status).toBe(200)
  expect((await add({ name: 'HOUSE' })).refusal).toEqual({ reason: 'connection-known' })
})

test('where the sandbox answers is not for people to change', async () => {
  const connectionId = await aConnection(manager)
  await t.riverside.db
    .updateTable('payer_connection')
    .set({ is_sandbox: true })
    .where('id', '=', connectionId)
    .execute()
  expect((await change(connectionId, {})).refusal).toEqual({ reason: 'sandbox-stays' })
  expect((await change(connectionId, { address: 'https://payer.example/x12', active: false })).body.active).toBe(false)
})

test('a trial asks about nobody, as a test, and says what came back', async () => {
  const payerId = await aPayer(t.riverside.db, { name: 'Trial Mutual' })
  const connectionId = await aConnection(manager, { address: fake.address, usage: 'P' })
  await manager.call(payers.saveEnrolment, {
    payerId,
    connectionId,
    transaction: '270',
    knownAs: '60054',
    state: 'active',
  })
  fake.answer = { status: 200, body: ta1 }
  const tried = await manager.call(payers.tryConnection, { connectionId })
  expect(tried.body).toMatchObject({
    outcome: 'answered',
    answer: { kind: 'TA1' },
    detail: null,
    connection: { state: 'answers', since: expect.any(String) },
  })
  expect(tried.body.hops.map(({ hop }) => hop)).toEqual(['connect', 'send', 'wait', 'receive'])
  const { x12 } = JSON.parse(fake.heard[0]?.body ?? '{}') as { x12: string }
  const [interchange] = readInterchanges(x12).interchanges
  expect([interchange?.usage, interchange?.controlNumber]).toEqual(['T', '000000001'])
  expect(x12).toContain('*PI*60054~')
  expect(x12).toContain('TESTCONNECTION')
})

test.each([
  ['an error', { status: 503, body: '' }, 'down', 'HTTP 503'],
  ['a closed door', { status: 401, body: '' }, 'refused-us', 'HTTP 401'],
  ['no field with an interchange', { status: 200, body: '{}' }, 'not-understood', 'NO_INTERCHANGE'],
  ['a page', { status: 200, body: '{"x12":"<html>hello</html>"}' }, 'not-understood', 'NO_X12_ANSWER'],
] as const)('%s is a reason by name', async (_, answer, outcome, detail) => {
  const connectionId = await aConnection(manager, { address: fake.address })
  fake.answer = answer
  const { body } = await manager.call(payers.tryConnection, { connectionId })
  expect(body).toMatchObject({ outcome, detail, answer: null })
  // Once is no sign that it is the line.
  expect(body.connection.state).toBe('never-answered')
  const again = (await manager.call(payers.tryConnection, { connectionId })).body
  expect(again.connection.state).toBe(outcome === 'down' ? 'down' : 'never-answered')
})

test('one that never answers is let go at its limit; the third time in a row it is down, until it answers', async () => {
  const connectionId = await aConnection(manager, { address: fake.address })
  fake.answer = 'never'
  const now = t.clock.now()
  const ctx = {
    organization: t.app.organizations.find('riverside'),
    db: t.riverside.db,
    now,
    newId: () => t.clock.id(),
    touch: () => {},
    recall: async () => undefined,
    tell: async () => {},
    tx: (work: (db: unknown) => unknown) => work(t.riverside.db),
  } as unknown as Parameters<typeof tryConnection>[0]
  const { openPayerExchange } = await import('../../../adapters/payers/exchange.ts')
  const exchange = openPayerExchange(() => now.toString())
  const tryAt = (seconds: number) =>
    tryConnection({ ...ctx, now: now.add({ seconds }) }, keysOf(), exchange, connectionId, 200)
  expect(await tryAt(0)).toMatchObject({ value: { outcome: 'too-slow', connection: { state: 'never-answered' } } })
  expect(await tryAt(1)).toMatchObject({ value: { connection: { state: 'never-answered', retryAt: null } } })
  const down = { state: 'down', since: now.add({ seconds: 2 }).toString() }
  const until = (seconds: number) => ({ ...down, retryAt: now.add({ seconds }).toString() })
  expect(await tryAt(2)).toMatchObject({ value: { connection: until(2 + 360) } })
  // Somebody who tries meanwhile makes the pause no longer.
  expect(await tryAt(3)).toMatchObject({ value: { connection: until(2 + 360) } })
  expect(await tryAt(362)).toMatchObject({ value: { connection: until(362 + 720) } })
  fake.answer = { status: 200, body: ta1 }
  expect((await manager.call(payers.tryConnection, { connectionId })).body.connection).toMatchObject({
    state: 'answers',
    retryAt: null,
  })
})

test('the same request again asks nobody twice', async () => {
  const connectionId = await aConnection(manager, { address: fake.address })
  fake.answer = { status: 200, body: ta1 }
  const options = { idempotencyKey: 'try-once-0001' }
  const first = await manager.call(payers.tryConnection, { connectionId }, options)
  const again = await manager.call(payers.tryConnection, { connectionId }, options)
  expect(again.body).toEqual(first.body)
  expect(fake.heard).toHaveLength(1)
})

test('control numbers are given once each, whoever asks at the same time, and begin again after the last', async () => {
  const connectionId = await aConnection(manager)
  const { db } = t.riverside
  const numbers = await Promise.all(Array.from({ length: 20 }, () => nextControlNumber(db, connectionId)))
  expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  await db.updateTable('payer_connection').set({ last_control: 999_999_998 }).where('id', '=', connectionId).execute()
  expect([await nextControlNumber(db, connectionId), await nextControlNumber(db, connectionId)]).toEqual([
    999_999_999, 1,
  ])
})

test('the way to a payer: enrolled and in use, answering at once before files, up before down', async () => {
  const { db } = t.riverside
  const payerId = await aPayer(db, { name: 'Way Mutual' })
  const wayOf = async (transaction: '270' | '276' = '270') =>
    (await selectWays(db, transaction, { payerIds: [payerId] }))[0]?.connectionId ?? null
  const enrol = (connectionId: string, state: 'active' | 'sent' = 'active') =>
    manager.call(payers.saveEnrolment, { payerId, connectionId, transaction: '270', knownAs: 'W1', state })
  expect(await wayOf()).toBeNull()
  const files = await aConnection(manager, { kind: 'sftp', address: 'sftp://files.example/' })
  await enrol(files, 'sent')
  expect(await wayOf()).toBeNull()
  await enrol(files)
  expect(await wayOf()).toBe(files)
  const [one, two] = [await aConnection(manager), await aConnection(manager)]
  await enrol(one)
  await enrol(two)
  expect(await wayOf()).toBe(one)
  await db.updateTable('payer_connection').set({ down_since: '2026-11-28T14:00:00Z' }).where('id', '=', one).execute()
  expect(await wayOf()).toBe(two)
  await db.updateTable('payer_connection').set({ active: false }).where('id', 'in', [two, one]).execute()
  expect(await wayOf()).toBe(files)
  expect(await wayOf('276')).toBeNull()
  expect(await selectWays(db, '270', { payerIds: [payerId], connectionId: two })).toEqual([])
  const ended = await manager.call(payers.removeEnrolment, { payerId, connectionId: files, transaction: '270' })
  expect([ended.status, await wayOf()]).toEqual([200, null])
})
