import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
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
