import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { type EmbeddedServer, startEmbedded } from './embedded.ts'
import { readPostmasterPid } from './postmaster-pid.ts'
import { isRunning } from './processes.ts'

const minute = 60_000
const folders: string[] = []
const servers: EmbeddedServer[] = []
const children: ChildProcess[] = []

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const server of servers.splice(0)) await server.stop()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-test-'))
  folders.push(folder)
  return folder
}

async function start(dataFolder: string, more: Partial<Parameters<typeof startEmbedded>[0]> = {}) {
  const events: string[] = []
  const server = await startEmbedded({ dataFolder, log: (event) => events.push(event), ...more })
  servers.push(server)
  return { ...server, events }
}

async function query(url: string, text: string, values: unknown[] = []): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text, values)).rows
  } finally {
    await client.end()
  }
}

function pidOf(dataFolder: string): number {
  return readPostmasterPid(join(dataFolder, 'cluster'))?.pid ?? 0
}

/** Resolves when the other process has the server, with what it says about it. */
function startElsewhere(dataFolder: string): Promise<{ child: ChildProcess; url: string; adopted: boolean }> {
  const script = fileURLToPath(new URL('testing-starter.ts', import.meta.url))
  const child = spawn(process.execPath, [script, dataFolder], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', (said) => resolve({ child, ...JSON.parse(String(said)) }))
    child.once('exit', (status) => reject(new Error(`ended with ${status}`)))
  })
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.once('exit', () => resolve()))
}

/** The file that names a server goes a moment before the server itself does. */
async function gone(pid: number): Promise<void> {
  await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false)
}

test('keeps the data from one start to the next, and stops for good', { timeout: minute }, async () => {
  const dataFolder = join(aFolder(), 'made', 'when-missing')
  const first = await start(dataFolder)
  expect(first.events).toEqual(['database.initialized', 'database.started'])
  expect(first.adopted).toBe(false)
  await query(first.url, 'create table note (text text)')
  await query(first.url, `insert into note values ('José')`)
  const pid = pidOf(dataFolder)
  expect(isRunning(pid)).toBe(true)
  await first.stop()
  await first.stop()
  await gone(pid)
  expect(existsSync(join(dataFolder, 'cluster', 'postmaster.pid'))).toBe(false)

  const began = performance.now()
  const second = await start(dataFolder)
  console.info(`second start: ${Math.round(performance.now() - began)} ms`)
  expect(second.events).toEqual(['database.started'])
  expect(await query(second.url, 'select text from note')).toEqual([{ text: 'José' }])
})

test('speaks UTF-8 and UTC, has the extensions, and lets in nobody else', { timeout: minute }, async () => {
  const dataFolder = aFolder()
  const { url } = await start(dataFolder, { databaseName: 'front "desk"', settings: { max_connections: '33' } })
  expect(decodeURIComponent(url)).toContain('front "desk"')
  const shown = `current_setting('server_encoding') encoding, current_setting('timezone') zone,
    current_setting('max_connections') connections, current_setting('listen_addresses') tcp, current_database() db`
  expect(await query(url, `select ${shown}`)).toEqual([
    {
      encoding: 'UTF8',
      zone: 'UTC',
      connections: '33',
      tcp: process.platform === 'win32' ? '127.0.0.1' : '',
      db: 'front "desk"',
    },
  ])
  for (const name of ['btree_gist', 'pg_trgm', 'unaccent', 'fuzzystrmatch', 'pgcrypto', 'citext']) {
    await query(url, `create extension ${name}`)
  }
  expect(await query(url, `select upper('é') upper, unaccent('Høeg Ñ') plain, show_trgm('é') trigrams`)).toEqual([
    { upper: 'É', plain: 'Hoeg N', trigrams: expect.arrayContaining([expect.anything()]) },
  ])
  if (process.platform === 'win32') return
  const socketFolder = new URL(url.replace('@/', '@socket/')).searchParams.get('host') ?? ''
  expect(statSync(socketFolder).mode & 0o777).toBe(0o700)
  expect(statSync(dataFolder).mode & 0o777).toBe(0o700)
})

test('its log holds no values of rows', { timeout: minute }, async () => {
  const dataFolder = aFolder()
  const { url } = await start(dataFolder)
  await query(url, 'create table phone (number text primary key)')
  await query(url, 'insert into phone values ($1)', ['206-555-0142'])
  await expect(query(url, 'insert into phone values ($1)', ['206-555-0142'])).rejects.toThrow('duplicate key')
  await expect(query(url, `select '206-555-0142'::int`)).rejects.toThrow()
  const logged = readFileSync(join(dataFolder, 'postgres.log'), 'utf8')
  expect(logged).toContain('ready to accept connections')
  expect(logged).not.toContain('206-555-0142')
})

test('a server that outlived its app is adopted, and can then be stopped', { timeout: minute }, async () => {
  const dataFolder = aFolder()
  const { child, url } = await startElsewhere(dataFolder)
  await query(url, 'create table survivor (id int)')
  const pid = pidOf(dataFolder)
  child.kill('SIGKILL')
  await ended(child)
  const next = await start(dataFolder)
  expect(next.events).toEqual(['database.adopted'])
  expect(next.adopted).toBe(true)
  expect(pidOf(dataFolder)).toBe(pid)
  expect(await query(next.url, 'select from survivor')).toEqual([])
  await next.stop()
  await gone(pid)
})

test('one that another process still uses is left running until that one leaves', { timeout: minute }, async () => {
  const dataFolder = aFolder()
  const { child } = await startElsewhere(dataFolder)
  const pid = pidOf(dataFolder)
  const guest = await start(dataFolder)
  await guest.stop()
  expect(guest.events).toEqual(['database.adopted', 'database.left-running'])
  expect(isRunning(pid)).toBe(true)
  child.kill('SIGKILL')
  await ended(child)
  const last = await start(dataFolder)
  await last.stop()
  expect(last.events).toEqual(['database.adopted', 'database.stopped'])
  await gone(pid)
})

test('of several that start at the same moment one starts the server and the rest adopt it', {
  timeout: minute,
}, async () => {
  const dataFolder = aFolder()
  const all = await Promise.all([1, 2, 3].map(() => startElsewhere(dataFolder)))
  expect(all.filter((one) => !one.adopted)).toHaveLength(1)
  expect(new Set(all.map((one) => one.url)).size).toBe(1)
  for (const { child } of all) {
    child.kill('SIGKILL')
    await ended(child)
  }
  expect((await start(dataFolder)).adopted).toBe(true)
})

test('no acknowledged insert is lost when PostgreSQL is killed under load', { timeout: minute }, async () => {
  const dataFolder = aFolder()
  const first = await start(dataFolder)
  await query(first.url, 'create table booking (id int primary key)')
  const acknowledged: number[] = []
  let next = 0
  const killed = { yet: false }
  const writers = Array.from({ length: 8 }, async () => {
    const client = new pg.Client({ connectionString: first.url })
    client.on('error', () => undefined)
    await client.connect()
    try {
      for (;;) {
        const id = next++
        await client.query('insert into booking values ($1)', [id])
        acknowledged.push(id)
        if (acknowledged.length === 500) {
          killed.yet = true
          process.kill(pidOf(dataFolder), 'SIGKILL')
        }
      }
    } catch {
      expect(killed.yet).toBe(true)
    }
    await client.end().catch(() => undefined)
  })
  await Promise.all(writers)
  expect(acknowledged.length).toBeGreaterThanOrEqual(500)

  const second = await start(dataFolder)
  expect(second.events.at(-1)).toBe('database.started')
  const rows = (await query(second.url, 'select id from booking')) as { id: number }[]
  const kept = new Set(rows.map((row) => row.id))
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
})

test('a pid file whose number now belongs to a stranger does not stand in the way', { timeout: minute }, async () => {
  const dataFolder = aFolder()
  const first = await start(dataFolder)
  await first.stop()
  const cluster = join(dataFolder, 'cluster')
  writeFileSync(join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n1\n5432\n/tmp/none\n\n  1  1\nready   \n`)
  const second = await start(dataFolder)
  expect(second.events).toEqual(['database.recovering', 'database.started'])
})

test('a data folder deeper than a socket path may be long', { timeout: minute }, async () => {
  const dataFolder = join(aFolder(), 'a-folder-with-a-long-name'.repeat(4), 'ñandú und Straße'.repeat(3), 'data')
  expect(dataFolder.length).toBeGreaterThan(150)
  expect(await query((await start(dataFolder)).url, 'select 1 one')).toEqual([{ one: 1 }])
})

test.runIf(process.getuid?.() === 0)(
  'root hands the data to another account where it must',
  { timeout: minute },
  async () => {
    const parent = aFolder()
    chmodSync(parent, 0o755)
    const dataFolder = join(parent, 'data')
    const first = await start(dataFolder, { asRoot: 'account' })
    const pid = pidOf(dataFolder)
    expect(statSync(join(dataFolder, 'cluster')).uid).not.toBe(0)
    await first.stop()
    await gone(pid)
    expect(await query((await start(dataFolder)).url, 'select 1 one')).toEqual([{ one: 1 }])
    expect(statSync(join(dataFolder, 'cluster')).uid).not.toBe(0)
  },
)

test('says what is wrong when PostgreSQL refuses to start', { timeout: minute }, async () => {
  await expect(start(aFolder(), { settings: { no_such_setting: 'x' } })).rejects.toThrow(
    /did not start[^]*no_such_setting/,
  )
})
