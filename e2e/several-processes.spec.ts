import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { scheduling } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { siteCalled } from './src/demo-practice.ts'
import { type HttpClient, signedIn } from './src/http-client.ts'
import { type ServerProcess, startServer } from './src/server-process.ts'

let dataFolder: string
let server: ServerProcess
let client: HttpClient

beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'foyer-several-'))
  server = await startServer({ dataFolder, env: { FOYER_PROCESSES: '2' }, timeoutMs: 180_000 })
  client = await signedIn(server.url, 'rosa.delgado@riverside.example')
}, 240_000)
afterAll(async () => {
  await server?.stop()
  rmSync(dataFolder, { recursive: true, force: true })
})

/** The processes that answer, which the one that was started has begun. */
function answering(): number[] {
  const list = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
  return list.split('\n').flatMap((line) => {
    const [, pid = '', parent = '', args = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    return Number(parent) === server.child.pid && args.includes('foyer.mjs') ? [Number(pid)] : []
  })
}

test('two processes answer at one address; one that is killed is replaced, and nobody is signed out', async () => {
  const site = await siteCalled(client, 'Chicago')
  const date = new Date().toISOString().slice(0, 10)
  const answers = async () =>
    Promise.all(Array.from({ length: 8 }, () => client.call(scheduling.readDay, { siteId: site.id, date })))
  const before = answering()
  expect(before).toHaveLength(2)
  expect((await answers()).every(({ status }) => status === 200)).toBe(true)

  const [victim = 0, left = 0] = before
  process.kill(victim, 'SIGKILL')
  await expect.poll(() => answering().filter((pid) => pid !== victim).length, { timeout: 30_000 }).toBe(2)
  expect(answering()).toContain(left)
  expect((await answers()).every(({ status }) => status === 200)).toBe(true)
})
