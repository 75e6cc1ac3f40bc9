import { type Selectable, sql } from 'kysely'
import type { Db } from '../../platform/database/organization-db.ts'
import type { ImportRow, ImportRun } from '../../platform/database/organization-tables.ts'
import { insertRows } from '../import/index.ts'

export type RunRow = Selectable<ImportRun>
export type RowRow = Selectable<ImportRow>

export async function insertRun(
  db: Db,
  run: { id: string; fileName: string; bytes: number; at: string; by: string },
): Promise<void> {
  await db
    .insertInto('import_run')
    .values({
      id: run.id,
      file_name: run.fileName,
      mapping: '{}',
      rows: 0,
      state: 'uploading',
      bytes: run.bytes,
      started_at: run.at,
      started_by: run.by,
    })
    .execute()
}

export function selectRuns(db: Db, limit: number) {
  return db
    .selectFrom('import_run as r')
    .leftJoin('staff as s', 's.id', 'r.started_by')
    .selectAll('r')
    .select('s.name as by')
    .orderBy('r.started_at', 'desc')
    .limit(limit)
    .execute()
}

export function findRun(db: Db, id: string) {
  return db
    .selectFrom('import_run as r')
    .leftJoin('staff as s', 's.id', 'r.started_by')
    .selectAll('r')
    .select('s.name as by')
    .where('r.id', '=', id)
    .executeTakeFirst()
}

/** The row itself, so that two who press at once go one after the other. */
export function lockRun(db: Db, id: string): Promise<RunRow | undefined> {
  return db.selectFrom('import_run').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export type RunChange = Partial<{
  mapping: string
  rows: number
  state: string
  report: string
  finished_at: string | null
  encoding: string
  delimiter: string
  header: string[]
  identifier_system: string
  asked: string
  cursor_line: number
  cancel_asked: boolean
  made_payers: string[]
  worker: string | null
  worker_until: string | null
  started_by: string
}>

export async function changeRun(db: Db, id: string, change: RunChange): Promise<void> {
  await db.updateTable('import_run').set(change).where('id', '=', id).execute()
}

export async function savePart(db: Db, runId: string, part: number, content: Buffer): Promise<void> {
  await db
    .insertInto('import_part')
    .values({ run_id: runId, part, content })
    .onConflict((conflict) => conflict.columns(['run_id', 'part']).doUpdateSet({ content }))
    .execute()
}

export async function selectPartSizes(db: Db, runId: string) {
  return db
    .selectFrom('import_part')
    .select(['part', sql<number>`octet_length(content)`.as('bytes')])
    .where('run_id', '=', runId)
    .orderBy('part')
    .execute()
}

/** The bytes of the file, one part in memory at a time. */
export async function* readParts(db: Db, runId: string): AsyncGenerator<Buffer> {
  for (let part = 0; ; part += 1) {
    const row = await db
      .selectFrom('import_part')
      .select('content')
      .where('run_id', '=', runId)
      .where('part', '=', part)
      .executeTakeFirst()
    if (!row) return
    yield row.content
  }
}

export async function deleteParts(db: Db, runId: string): Promise<void> {
  await db.deleteFrom('import_part').where('run_id', '=', runId).execute()
}

export async function deleteRows(db: Db, runId: string): Promise<void> {
  await db.deleteFrom('import_row').where('run_id', '=', runId).execute()
}

export type NewRow = {
  readonly run_id: string
  readonly line: number
  readonly outcome: 'created' | 'matched' | 'asked' | 'bad'
  readonly patient_id: string | null
  readonly problem: string | null
  readonly problem_column: number | null
  readonly notes: unknown
  readonly same_as_line: number | null
  readonly other_id: string | null
  readonly before: unknown
  readonly added: unknown
  readonly fingerprint: string | null
}

export async function insertRunRows(db: Db, rows: readonly NewRow[]): Promise<void> {
  await insertRows(db, 'import_row', rows as never)
}

export async function selectRunRows(db: Db, runId: string, which: string, after: number, limit: number) {
  let query = db
    .selectFrom('import_row')
    .selectAll()
    .where('run_id', '=', runId)
    .where('line', '>', after)
    .orderBy('line')
    .limit(limit)
  if (which === 'noted') query = query.where('notes', 'is not', null)
  else if (which === 'kept') query = query.where('undone', 'not in', ['removed', 'restored'])
  else if (which !== 'all') query = query.where('outcome', '=', which)
  return query.execute()
}

/** What of a run is still to be taken back, the last line first. */
export async function selectRowsToUndo(db: Db, runId: string, limit: number) {
  return db
    .selectFrom('import_row')
    .selectAll()
    .where('run_id', '=', runId)
    .where('undone', 'is', null)
    .where('outcome', '<>', 'bad')
    .orderBy('line', 'desc')
    .limit(limit)
    .execute()
}

export async function setUndone(
  db: Db,
  runId: string,
  rows: readonly { readonly line: number; readonly undone: string }[],
): Promise<void> {
  if (rows.length === 0) return
  const done = sql<{ line: number; undone: string }>`(select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as done(line integer, undone text))`
  await db
    .updateTable('import_row')
    .from(done.as('d'))
    .set((eb) => ({ undone: eb.ref('d.undone') }))
    .where('import_row.run_id', '=', runId)
    .whereRef('import_row.line', '=', 'd.line')
    .execute()
}

/** Zones in which this practice has a today. */
export async function siteZones(db: Db): Promise<readonly string[]> {
  return (await db.selectFrom('site').select('time_zone').distinct().execute()).map((row) => row.time_zone)
}

/** Who somebody is now: a run goes on with their rights, and not with those that they had. */
export function findStaff(db: Db, id: string) {
  return db.selectFrom('staff').select(['id', 'name', 'role']).where('id', '=', id).executeTakeFirst()
}

export const LEASE_SECONDS = 30

/**
 * Takes the oldest run that nobody works on, or whose worker was not heard of for a while. The clock is the database's:
 * all processes have the same.
 */
export async function claimRun(db: Db, worker: string): Promise<RunRow | undefined> {
  return db
    .updateTable('import_run')
    .set({ worker, worker_until: sql<string>`now() + ${LEASE_SECONDS} * interval '1 second'` })
    .where('id', '=', (eb) =>
      eb
        .selectFrom('import_run')
        .select('id')
        .where('state', 'in', ['checking', 'running', 'undoing'])
        .where(sql<boolean>`(worker is null or worker = ${worker}::uuid or worker_until < now())`)
        .orderBy('started_at')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .executeTakeFirst()
}

/** Begins each batch, in its transaction: null when another process has taken over. Holds the row until the commit. */
export async function keepClaim(db: Db, id: string, worker: string): Promise<RunRow | null> {
  // Plans that were made while the tables were small would read all of them for every row, soon a hundred times slower.
  await sql`select set_config('plan_cache_mode', 'force_custom_plan', true)`.execute(db)
  const row = await db
    .updateTable('import_run')
    .set({ worker_until: sql<string>`now() + ${LEASE_SECONDS} * interval '1 second'` })
    .where('id', '=', id)
    .where('worker', '=', worker)
    .where('state', 'in', ['checking', 'running', 'undoing'])
    .returningAll()
    .executeTakeFirst()
  return row ?? null
}

export async function releaseClaim(db: Db, id: string, worker: string): Promise<void> {
  await db
    .updateTable('import_run')
    .set({ worker: null, worker_until: null })
    .where('id', '=', id)
    .where('worker', '=', worker)
    .execute()
}

/** Files that were sent and left lying: who they are about must not wait in a corner. */
export async function selectForgotten(db: Db, before: string): Promise<readonly { readonly id: string }[]> {
  return db
    .selectFrom('import_run')
    .select('id')
    .where('state', 'in', ['uploading', 'mapping', 'checked', 'failed'])
    .where('started_at', '<', before)
    .where((eb) => eb.exists(eb.selectFrom('import_part').select('part').whereRef('run_id', '=', 'import_run.id')))
    .execute()
}
