import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as tls from 'node:tls'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type PayerSandbox, sandboxSignIn, startPayerSandbox } from '../../payer-sandbox/index.ts'
import { castMember, questionFor, subscriberOf } from '../../payer-sandbox/testing.ts'
import { systemClock } from '../../platform/clock.ts'
import type { Outgoing, PayerLine } from '../../platform/ports/payer-exchange.ts'
import { openPayerExchange } from './exchange.ts'

const folder = mkdtempSync(join(tmpdir(), 'foyer-tls-'))
const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
// Node takes certificates to trust at run time since 22.19; openssl makes the one that is shown here.
const isAble = 'setDefaultCACertificates' in tls && spawnSync('openssl', ['version']).status === 0
const trusted = isAble ? tls.getCACertificates('default') : []
const exchange = openPayerExchange(() => systemClock.now().toString())
const outgoing: Outgoing = {
  id: '5f1c8f6e-2b1f-4a55-9a44-6d7f2f6a0001',
  transaction: '270',
  guide: '005010X279A1',
  at: '2026-11-23T15:00:00Z',
  bytes: Buffer.from(questionFor({ subscriber: subscriberOf(castMember('BL400100101')) })),
}

let sandbox: PayerSandbox | undefined
let certificate: string
let line: PayerLine

beforeAll(async () => {
  if (!isAble) return
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1']
  const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', keyFile, '-out', certFile]
  execFileSync('openssl', [...made, ...subject], { stdio: 'pipe' })
  certificate = readFileSync(certFile, 'utf8')
  const shown = { key: readFileSync(keyFile, 'utf8'), cert: certificate }
  sandbox = await startPayerSandbox({ port: 0, clock: systemClock, tls: shown })
  line = {
    kind: 'core-mime',
    address: `${sandbox.url}/core`,
    senderId: 'RIVERSIDE',
    receiverId: 'SANDBOX',
    settings: {},
    secret: { kind: 'password', ...sandboxSignIn },
  }
})
afterEach(() => {
  if (isAble) tls.setDefaultCACertificates(trusted)
})
afterAll(async () => {
  await sandbox?.stop()
  rmSync(folder, { recursive: true })
})

test.skipIf(!isAble)('a payer whose certificate nobody vouches for hears nothing', async () => {
  expect(sandbox?.url).toMatch(/^https:/)
  const answer = await exchange.ask(line, outgoing, 10_000)
  expect(answer).toMatchObject({ ok: false, problem: 'down', detail: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
  expect(answer.hops.map(({ hop }) => hop)).toEqual(['connect'])
})

test.skipIf(!isAble)('one whose certificate this machine trusts is asked and answers, encrypted', async () => {
  tls.setDefaultCACertificates([...trusted, certificate])
  expect(await exchange.ask(line, outgoing, 10_000)).toMatchObject({ ok: true })
})
