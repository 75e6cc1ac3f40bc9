import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServerProcess, startServerProcess } from '../../../platform/testing/server-process.ts'
import { openTestApp, type TestApp, type TestClient } from '../../../platform/testing/test-app.ts'
import { everything } from '../../patients/duplicates/testing.ts'
import { aPatient } from '../../patients/testing.ts'
import { findRun } from '../store.ts'
import { csv, header, rows, sendFile, tables } from '../testing.ts'

const MANY = 900

let t: TestApp
let manager: TestClient
const servers = new Set<ServerProcess>()

beforeAll(async () => {
  t = await openTestApp()
  manager = await t.riverside.as('manager')
})
afterAll(async () => {
  await Promise.all([...servers].map((server) => server.stop()))
  await t.stop()
})

async function start(): Promise<ServerProcess> {
  const server = await startServerProcess(t.url)
  servers.add(server)
  return server
}

async function stateOf(runId: string) {
  const run = await findRun(t.riverside.db, runId)
  if (!run) throw new Error('the run is gone')
  return { ...run, report: run.report as { progress: number; counts: Record<string, number>; undo: object } }
}

async function until(runId: string, is: (run: Awaited<ReturnType<typeof stateOf>>) => boolean) {
  for (let waited = 0; waited < 60_000; waited += 5) {
    const run = await stateOf(runId)
    if (is(run)) return run
    await new Promise((next) => setTimeout(next, 5))
  }
  throw new Error('the run came to a stand')
}

async function press(server: ServerProcess, runId: string, phase: 'check' | 'run' | 'undo'): Promise<void> {
  const answer = await fetch(`${server.url}/api/people-imports/${runId}/${phase}`, {
    method: 'POST',
    headers: {
      cookie: manager.cookie ?? '',
      'x-foyer-csrf': manager.csrf ?? '',
      'idempotency-key': t.clock.id(),
    },
  })
  expect(answer.status).toBe(200)
}

/** Begins a phase at one process, kills that one in the middle, and lets another finish. */
async function killedIn(phase: 'check' | 'run' | 'undo', working: string, over: string, runId: string) {
  const first = await start()
  await press(first, runId, phase)
  await until(runId, ({ report }) => report.progress > MANY / 4)
  await first.kill()
  servers.delete(first)
  const { state: left, worker } = await stateOf(runId)
  expect(left, 'it was killed before the end').toBe(working)
  const second = await start()
  expect((await stateOf(runId)).worker, 'the claim still stands').toBe(worker)
  // The half minute of the claim, without waiting for it.
  await t.riverside.db
    .updateTable('import_run')
    .set({ worker_until: sql<string>`now()` })
    .where('id', '=', runId)
    .where('worker', '=', worker)
    .execute()
  const taken = await until(runId, (run) => run.worker !== worker)
  expect(taken.report.progress, 'the other goes on and does not begin anew').toBeGreaterThan(MANY / 4)
  const done = await until(runId, ({ state }) => state === over || state === 'failed')
  expect(done.state).toBe(over)
  await second.stop()
  servers.delete(second)
  return done
}

async function tally(runId: string) {
  const found = await t.riverside.db
    .selectFrom('import_row')
    .select(['outcome', sql<number>`count(*)::int`.as('many'), sql<number>`count(distinct line)::int`.as('lines')])
    .where('run_id', '=', runId)
    .groupBy('outcome')
    .execute()
  return {
    lines: found.reduce((sum, { lines }) => sum + lines, 0),
    of: Object.fromEntries(found.map(({ outcome, many }) => [outcome, many])),
  }
}

/** Each of them and how often it is there. */
function times(all: readonly string[]): { readonly different: number; readonly often: readonly number[] } {
  const counts = new Map<string, number>()
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1)
  return { different: counts.size, often: [...new Set(counts.values())].toSorted((a, b) => a - b) }
}

test('a process killed in the dry run, in the run and in the undo: another finishes, every row exactly once', async () => {
  const { db } = t.riverside
  await aPatient(db, { given: 'Wilhelmina', family: 'Ostrander', birth_date: '1948-02-09', phone: '+13125550190' })
  const before = await everything(db, tables, ['version'])
  const file = rows(MANY - 4, 'Vex')
  const known = 'Ostrander,Wilhelmina,Rose,2/9/1948,F,3125550190,w@example.org,1 Elm,Chicago,IL,60601,OST-1,Prairie,M1,'
  const bad = 'Nobody,Nemo,,soon,F,,,,,,,,,,'
  const runId = await sendFile(manager, csv(header, [known, ...file, bad, file[7] ?? '', known]))
  // Otherwise the server of this test takes part.
  await t.app.stop()

  const dry = await killedIn('check', 'checking', 'checked', runId)
  const foreseen = await tally(runId)
  expect(foreseen).toEqual({ lines: MANY, of: { created: MANY - 4, matched: 3, bad: 1 } })
  expect(dry.report.counts).toMatchObject({ ...foreseen.of, asked: 0 })
  expect(await everything(db, tables, ['version'])).toBe(before)

  const done = await killedIn('run', 'running', 'done', runId)
  expect(await tally(runId)).toEqual(foreseen)
  expect(done.report).toMatchObject({ progress: MANY, counts: { ...foreseen.of, asked: 0 }, isCut: false })
  const mails = await db
    .selectFrom('contact_point')
    .select('value')
    .where('value', 'like', 'Vex%@example.org')
    .execute()
  expect(times(mails.map(({ value }) => value))).toEqual({ different: MANY - 4, often: [1] })
  const families = await db.selectFrom('patient_change').select('patient_id').where('field', '=', 'family').execute()
  expect(times(families.map(({ patient_id }) => patient_id))).toEqual({ different: MANY - 4, often: [1] })
  const told = await db
    .selectFrom('audit_entry')
    .select('patient_id')
    .where('action', '=', 'people-import.person')
    .execute()
  // Twice: the one whose row stands there again, and who was here before and has two rows.
  expect(times(told.map(({ patient_id }) => patient_id ?? ''))).toEqual({ different: MANY - 3, often: [1, 2] })
  expect(told).toHaveLength(MANY - 1)
  const numbers = await db.selectFrom('patient').select('mrn').execute()
  expect(times(numbers.map(({ mrn }) => mrn))).toEqual({ different: MANY - 3, often: [1] })

  const back = await killedIn('undo', 'undoing', 'undone', runId)
  expect(back.report.undo).toEqual({ removed: MANY - 4, restored: 3, kept: 0 })
  expect(await everything(db, tables, ['version'])).toBe(before)
}, 240_000)
