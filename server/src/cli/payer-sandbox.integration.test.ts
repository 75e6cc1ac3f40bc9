import { type ChildProcess, spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { afterEach, expect, test } from 'vitest'

const project = resolve(import.meta.dirname, '../../..')
let child: ChildProcess | undefined
afterEach(() => child?.kill('SIGKILL'))

test('it says where it answers, and a signal ends it', async () => {
  child = spawn(
    process.execPath,
    ['server/bin/foyer.mjs', 'payer-sandbox', '--port', '0', '--sftp-port', '0', '--say', '--json'],
    { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const ended = new Promise<number | null>((done) => child?.once('exit', done))
  let said = ''
  const started = new Promise<void>((ready, fail) => {
    child?.stdout?.on('data', (piece: Buffer) => {
      said += piece.toString()
      if (said.includes('\n')) ready()
    })
    child?.once('exit', () => fail(new Error('it ended before it was ready')))
  })
  await started
  const { url, sftpUrl, sftpHostKey } = JSON.parse(said.split('\n')[0] ?? '') as Record<string, string>
  expect(sftpUrl).toMatch(/^sftp:\/\/127\.0\.0\.1:\d+\/$/)
  expect(sftpHostKey).toMatch(/^SHA256:/)
  const wanted = { method: 'POST', body: JSON.stringify({ mode: 'slow', payer: 'DEMO1' }) }
  expect(await (await fetch(`${url}/control`, wanted)).json()).toMatchObject({ payers: { DEMO1: 'slow' } })
  child.kill('SIGINT')
  expect(await ended).toBe(0)
})
