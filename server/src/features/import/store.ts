import { type Insertable, sql } from 'kysely'
import type { Db } from '../../platform/database/organization-db.ts'
import type { OrganizationTables } from '../../platform/database/organization-tables.ts'

export type NewRow<T extends keyof OrganizationTables> = Insertable<OrganizationTables[T]>

const ROWS_AT_ONCE = 2000

/**
 * Inserts any number of rows by a statement with one parameter. All rows have the columns of the first; jsonb columns
 * take values, not JSON text.
 */
export async function insertRows<T extends keyof OrganizationTables>(
  db: Db,
  table: T,
  rows: readonly NewRow<T>[],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first)
  const names = sql.join(columns.map((column) => sql.ref(column)))
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const json = JSON.stringify(rows.slice(from, from + ROWS_AT_ONCE))
    const query = db
      .insertInto(table)
      // The names come from a row of this very table.
      .columns(columns as never)
      .expression(sql`select ${names} from jsonb_populate_recordset(null::${sql.table(table)}, ${json}::jsonb)`)
    await db.executeQuery(query.compile())
  }
}

export interface Reference {
  readonly source_key: string
  readonly kind: string
  readonly record_id: string
  readonly content_hash: string
  /** What was written of a coverage or a relative; null of others. */
  readonly written: unknown
}

export function selectReferences(db: Db, sourceKeys: readonly string[]): Promise<Reference[]> {
  return db
    .selectFrom('import_reference')
    .selectAll()
    .where(sql<boolean>`source_key = any(${sourceKeys}::text[])`)
    .execute()
}

export async function saveReferences(db: Db, rows: readonly Reference[]): Promise<void> {
  if (rows.length === 0) return
  await db
    .insertInto('import_reference')
    .columns(['source_key', 'kind', 'record_id', 'content_hash', 'written'])
    .expression(
      sql`select source_key, kind, record_id, content_hash, nullif(written, 'null') from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(source_key text, kind text, record_id uuid, content_hash text, written jsonb)`,
    )
    .onConflict((conflict) =>
      conflict.column('source_key').doUpdateSet((row) => ({
        kind: row.ref('excluded.kind'),
        record_id: row.ref('excluded.record_id'),
        content_hash: row.ref('excluded.content_hash'),
        written: row.ref('excluded.written'),
      })),
    )
    .execute()
}

/** Which of these records came from the source itself. */
export async function selectRecordsOf(
  db: Db,
  source: string,
  recordIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('import_reference')
    .select('record_id')
    .where(sql<boolean>`record_id = any(${recordIds}::uuid[])`)
    .where(sql<boolean>`starts_with(source_key, ${`${source}/`})`)
    .execute()
  return new Set(rows.map((row) => row.record_id))
}

/** The last of `count` numbers that follow one another and are now taken. */
export async function takeNumbers(db: Db, counter: string, count: number): Promise<number> {
  const { value } = await db
    .updateTable('counter')
    .set((row) => ({ value: row('value', '+', count) }))
    .where('name', '=', counter)
    .returning('value')
    .executeTakeFirstOrThrow()
  return value
}
