import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, open, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSftpServer, type SftpServer } from '../../payer-sandbox/sockets/sftp-server.ts'
import type { Outgoing, PayerLine } from '../../platform/ports/payer-exchange.ts'
import { openPayerExchange } from './exchange.ts'
import { fileName } from './file-name.ts'

const folder = mkdtempSync(join(tmpdir(), 'foyer-sftp-'))
const exchange = openPayerExchange(() => '2026-11-23T15:00:00Z')
const outgoing: Outgoing = {
  id: '5f1c8f6e-2b1f-4a55-9a44-6d7f2f6a0001',
  transaction: '270',
  guide: '005010X279A1',
  at: '2026-11-23T15:04:05Z',
  bytes: Buffer.from(`ISA*00*~${'EQ*30~'.repeat(20_000)}`),
}

let server: SftpServer
let line: PayerLine
beforeAll(async () => {
  server = await openSftpServer({ folder, user: 'riverside', password: 'sesame' })
  line = {
    kind: 'sftp',
    address: `sftp://127.0.0.1:${server.port}/`,
    senderId: 'RIVERSIDE',
    receiverId: 'PRAIRIE',
    settings: { hostKey: server.hostKey, fileName: '{sender}_{transaction}_{date}.x12' },
    secret: { kind: 'password', user: 'riverside', password: 'sesame' },
  }
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

test('a batch lies there whole, under the name the partner asks for, and once', async () => {
  const first = await exchange.drop(line, outgoing, 10_000)
  expect(first).toMatchObject({ ok: true })
  expect(await exchange.drop(line, outgoing, 10_000)).toMatchObject({ ok: true })
  const name = 'RIVERSIDE_270_20261123-5f1c8f6e-2b1f-4a55-9a44-6d7f2f6a0001.x12'
  expect(readdirSync(join(folder, 'inbound'))).toEqual([name])
  expect(readFileSync(join(folder, 'inbound', name)).equals(Buffer.from(outgoing.bytes))).toBe(true)
})

test('what lies ready is there until it was taken; half written files are left', async () => {
  await mkdir(join(folder, 'outbound'), { recursive: true })
  await writeFile(join(folder, 'outbound', 'a.271'), 'ISA*1~')
  await writeFile(join(folder, 'outbound', 'b.271.part'), 'ISA*')
  for (let times = 0; times < 2; times++) {
    const found = await exchange.pickUp(line, 10_000)
    expect(found.ok && found.picked.map(({ name, payload }) => [name, Buffer.from(payload).toString()])).toEqual([
      ['a.271', 'ISA*1~'],
    ])
  }
  expect(await exchange.taken(line, ['a.271'], 10_000)).toMatchObject({ ok: true })
  const after = await exchange.pickUp(line, 10_000)
  expect(after.ok && after.picked).toEqual([])
  expect(readdirSync(join(folder, 'outbound', 'done'))).toEqual(['a.271'])
})

test('what was left is not read again until it is another file, and is counted', async () => {
  const put = (text: string) => writeFile(join(folder, 'outbound', 'c.835'), text)
  await put('ISA*2~')
  const first = await exchange.pickUp(line, 10_000)
  const marks = first.ok ? first.picked.map(({ mark }) => mark) : []
  const again = () => exchange.pickUp(line, 10_000, (mark) => !marks.includes(mark))
  expect(await again()).toMatchObject({ picked: [], lying: 1 })
  await put('ISA*2~ST*835')
  expect(await again()).toMatchObject({ picked: [{ name: 'c.835' }] })
  await rm(join(folder, 'outbound', 'c.835'))
})

test('nothing is lost where a file of the same name was taken before', async () => {
  for (const text of ['first', 'second', 'third']) {
    await writeFile(join(folder, 'outbound', 'daily.271'), text)
    expect(await exchange.taken(line, ['daily.271'], 10_000)).toMatchObject({ ok: true })
  }
  const done = join(folder, 'outbound', 'done')
  const kept = readdirSync(done).filter((name) => name.startsWith('daily'))
  expect(kept.toSorted()).toEqual(['daily.271', 'daily.271.2', 'daily.271.3'])
  expect(kept.map((name) => readFileSync(join(done, name), 'utf8')).toSorted()).toEqual(['first', 'second', 'third'])
})

test('one file that never comes keeps none of the others from being read', { timeout: 60_000 }, async () => {
  await mkdir(join(folder, 'outbound'), { recursive: true })
  const stuck = join(folder, 'outbound', 'stuck.835')
  // Nobody writes to it: whoever opens it waits.
  execFileSync('mkfifo', [stuck])
  await utimes(stuck, 1, 1)
  await writeFile(join(folder, 'outbound', 'small.271'), 'ISA*3~')
  const found = await exchange.pickUp(line, 4000)
  expect(found).toMatchObject({ ok: true, picked: [{ name: 'small.271' }], lying: 2 })
  expect(found.ok && found.unread.map(({ name }) => name)).toEqual(['stuck.835'])
  const freed = await open(stuck, 'w')
  await freed.close()
  for (const name of ['stuck.835', 'small.271']) await rm(join(folder, 'outbound', name))
})

test('a server that shows another key hears nothing; a wrong password and a server that is away have their names', async () => {
  const other = await openSftpServer({ folder, user: 'riverside', password: 'sesame' })
  const stranger = { ...line, address: `sftp://127.0.0.1:${other.port}/` }
  expect(await exchange.pickUp(stranger, 10_000)).toMatchObject({ problem: 'refused-us', detail: 'HOST_KEY' })
  await other.close()
  expect(await exchange.pickUp(stranger, 10_000)).toMatchObject({ problem: 'down' })
  const wrong: PayerLine = { ...line, secret: { kind: 'password', user: 'riverside', password: 'open' } }
  expect(await exchange.pickUp(wrong, 10_000)).toMatchObject({ problem: 'refused-us', detail: 'AUTHENTICATION' })
})

test('names of files: unknown parts stay visible, no name leaves its folder, each is one of its own', () => {
  const name = (template: string): string => fileName(template, outgoing, ' R/S ')
  expect(name('{sender}.{transaction}.{date}{time}.{id}.x12')).toBe(`R-S.270.20261123150405.${outgoing.id}.x12`)
  expect(name('../../{nope}')).toBe(`-..--nope--${outgoing.id}`)
  expect(name('daily')).toBe(`daily-${outgoing.id}`)
})
