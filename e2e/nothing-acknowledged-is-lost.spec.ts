import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { practice, scheduling } from '@foyer/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bookOn, manyOpenings, somePatients } from './src/booking-storm.ts'
import { signedIn } from './src/http-client.ts'
import { projectFolder, type ServerProcess, startServer } from './src/server-process.ts'

const run = promisify(execFile)
const coordinator = 'rosa.delgado@riverside.example'
let dataFolder: string
let server: ServerProcess

beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'foyer-crash-'))
  server = await startServer({ dataFolder, timeoutMs: 180_000 })
})
afterAll(async () => {
  await server.stop()
  rmSync(dataFolder, { recursive: true, force: true })
})

async function until(what: () => boolean): Promise<void> {
  for (let waited = 0; !what() && waited < 20_000; waited += 5) await new Promise((next) => setTimeout(next, 5))
  expect(what()).toBe(true)
}

/** Empty while there is none. */
function postmasterPid(): string {
  const file = join(dataFolder, 'cluster', 'postmaster.pid')
  return existsSync(file) ? (readFileSync(file, 'utf8').split('\n')[0] ?? '') : ''
}

async function untilReady(): Promise<void> {
  for (let waited = 0; waited < 30_000; waited += 200) {
    if ((await fetch(`${server.url}/readyz`).catch(() => null))?.ok) return
    await new Promise((next) => setTimeout(next, 200))
  }
  throw new Error(`the server did not come back:\n${server.said()}`)
}

async function expectAllThere(ids: readonly string[]): Promise<void> {
  const client = await signedIn(server.url, coordinator)
  const missing: string[] = []
  for (const appointmentId of ids)
    if ((await client.call(scheduling.readAppointment, { appointmentId })).status !== 200) missing.push(appointmentId)
  expect(missing).toEqual([])
}

async function verifyAudit(): Promise<{ reports: { whole: boolean; entries: number; unsealed: number }[] }> {
  const { stdout } = await run(process.execPath, ['server/bin/foyer.mjs', 'audit', 'verify', '--json'], {
    cwd: projectFolder,
    env: { ...process.env, FOYER_DATA: dataFolder },
  })
  return JSON.parse(stdout) as { reports: { whole: boolean; entries: number; unsealed: number }[] }
}

test('kill -9 of the server while booking: every acknowledged booking is there', async () => {
  const client = await signedIn(server.url, coordinator)
  const storm = bookOn(client, await manyOpenings(client), await somePatients(client))
  await until(() => storm.acknowledged.length >= 20)
  await server.kill()
  await storm.stop()
  server = await startServer({ dataFolder })
  await expectAllThere(storm.acknowledged)
})

test('kill -9 of PostgreSQL while booking: every acknowledged booking is there', async () => {
  const client = await signedIn(server.url, coordinator)
  const storm = bookOn(client, await manyOpenings(client), await somePatients(client))
  await until(() => storm.acknowledged.length >= 20)
  const killed = postmasterPid()
  process.kill(Number(killed), 'SIGKILL')
  await storm.stop()
  // The server lives on and brings its database back; nobody has to start it again. Processes of the one that was killed
  // answer for a moment longer: ready is only what comes after it.
  await until(() => !['', killed].includes(postmasterPid()))
  await untilReady()
  await expectAllThere(storm.acknowledged)
  // The sealer follows a few seconds behind.
  let { reports } = await verifyAudit()
  for (let tries = 0; tries < 20 && (reports[0]?.entries ?? 0) < storm.acknowledged.length; tries += 1) {
    await new Promise((next) => setTimeout(next, 500))
    reports = (await verifyAudit()).reports
  }
  expect(reports.map((report) => report.whole)).toEqual([true])
  expect(reports[0]?.entries ?? 0).toBeGreaterThanOrEqual(storm.acknowledged.length)
})

test('a second start keeps the data and is quick to say so', async () => {
  await server.stop()
  server = await startServer({ dataFolder })
  expect(server.said()).not.toContain('Making the demo practice')
  const client = await signedIn(server.url, coordinator)
  expect((await client.call(practice.readPractice, {})).body.sites).toHaveLength(2)
})
