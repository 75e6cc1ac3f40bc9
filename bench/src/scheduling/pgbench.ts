import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Place } from '../http/place.ts'
import { median } from '../http/round.ts'

const run = promisify(execFile)
const versions = '/usr/lib/postgresql'
const visitMinutes = 5

/** The tool of the machine; null where there is none. */
function pgbench(): string | null {
  const those = existsSync(versions) ? readdirSync(versions).toSorted((a, b) => Number(b) - Number(a)) : []
  const found = ['/usr/bin/pgbench', ...those.map((version) => join(versions, version, 'bin/pgbench'))]
  return found.find((path) => existsSync(path)) ?? null
}

/** One visit that the constraints guard, its clinician's time and its audit entry as one statement: a transaction by itself. */
function statement({ set }: Place, midnight: string): string {
  return `with w as (
  select s.resource, s.patient, s.start, gen_random_uuid() as id from bench_next('${midnight}') s),
visit as (
  insert into appointment (id, patient_id, visit_type_id, site_id, starts_at, ends_at, status_since, booked_at)
  select w.id, w.patient, '${set.visitTypeId}', '${set.siteId}', w.start, w.start + interval '${visitMinutes} minutes', now(), now()
  from w returning id, patient_id),
kept as (
  insert into allocation (id, resource_id, role, during, appointment_id)
  select gen_random_uuid(), w.resource, 'clinician', tstzrange(w.start, w.start + interval '${visitMinutes} minutes'), w.id from w)
insert into audit_entry (at, actor_name, actor_role, action, outcome, patient_id, subject_id, request_id)
select now(), 'Bench', 'coordinator', 'appointment.book', 'ok', visit.patient_id, visit.id, gen_random_uuid() from visit;
`
}

/** Openings that nobody else wants, one after the other, whichever connection asks. */
async function makeOpenings({ database, set }: Place): Promise<void> {
  await database.query('create sequence bench_slot minvalue 0 cache 1')
  await database.query('create table bench_one (n int primary key, resource uuid not null, patient uuid not null)')
  await database.query(
    `insert into bench_one select n - 1, ($1::uuid[])[(n - 1) % $3 + 1], ($2::uuid[])[n] from generate_series(1, $4) n`,
    [set.clinicianIds, set.patientIds, set.clinicianIds.length, set.patientIds.length],
  )
  await database.query(
    `create function bench_next(midnight timestamptz) returns table (resource uuid, patient uuid, start timestamptz)
     language sql volatile rows 1 as $$
       select o.resource, o.patient, midnight + (s.n / ${set.clinicianIds.length}) * interval '${visitMinutes} minutes'
       from (select nextval('bench_slot') as n) s, bench_one o where o.n = s.n % ${set.patientIds.length} $$`,
  )
}

/**
 * Bookings per second that PostgreSQL alone takes by one prepared statement, the median of the rounds; null where pgbench is
 * not installed.
 */
export async function pgbenchRates(
  place: Place,
  options: {
    readonly connections: readonly number[]
    readonly seconds: number
    readonly rounds: number
    readonly midnight: string
  },
): Promise<ReadonlyMap<number, number> | null> {
  const tool = pgbench()
  if (tool === null) return null
  await makeOpenings(place)
  const folder = mkdtempSync(join(tmpdir(), '.foyer-pgbench-'))
  const file = join(folder, 'book.sql')
  writeFileSync(file, statement(place, options.midnight))
  const env = { ...process.env, PGOPTIONS: `-c timezone=UTC -c search_path=${place.schema},extensions,public` }
  const rates = new Map<number, number>()
  try {
    for (const connections of options.connections) {
      const loads = ['-c', String(connections), '-j', '2', '-T', String(options.seconds)]
      const each: number[] = []
      for (let round = 0; round < options.rounds; round++) {
        const { stdout } = await run(tool, ['-n', '-M', 'prepared', ...loads, '-f', file, place.databaseUrl], { env })
        const [, rate = '0'] = /tps = ([0-9.]+)/.exec(stdout) ?? []
        const [, failed = '0'] = /number of failed transactions: (\d+)/.exec(stdout) ?? []
        each.push(failed === '0' ? Number(rate) : 0)
      }
      rates.set(connections, median(each))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return rates
}
