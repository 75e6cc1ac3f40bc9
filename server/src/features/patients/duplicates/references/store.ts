import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/organization-db.ts'

/** A column by which rows of a table belong to a patient. */
export interface Reference {
  readonly table: string
  readonly column: string
  /** What names a row besides that column. */
  readonly key: readonly string[]
}

/**
 * They tell of the record itself, merged or not: what was found and decided about it, how its fields changed, who opened
 * it, which self-booking made it.
 */
const ofTheRecord = ['duplicate_pair', 'patient_merge', 'patient_change', 'break_glass', 'self_booking']

/**
 * Everything that refers to a patient, read from the database's own catalogue: a table that is added later follows a
 * merge by itself. A table with one row a patient (keys for search) stays with its record.
 */
export async function selectReferences(db: Db): Promise<readonly Reference[]> {
  const people = db.selectFrom('patient').select(sql<string>`patient.tableoid`.as('oid')).limit(1)
  const { rows } = await sql<Reference>`
    select held.relname::text as "table", a.attname::text as "column",
      coalesce(
        (select array_agg(k.attname::text order by k.attnum)
         from pg_catalog.pg_constraint p
         join pg_catalog.pg_attribute k on k.attrelid = p.conrelid and k.attnum = any(p.conkey)
         where p.conrelid = con.conrelid and p.contype = 'p' and k.attnum <> con.conkey[1]), '{}') as key
    from pg_catalog.pg_constraint con
    join pg_catalog.pg_class held on held.oid = con.conrelid
    join pg_catalog.pg_attribute a on a.attrelid = con.conrelid and a.attnum = con.conkey[1]
    where con.contype = 'f' and con.confrelid = (${people})
    order by held.relname, a.attname`.execute(db)
  return rows.filter(({ table, key }) => key.length > 0 && !ofTheRecord.includes(table))
}

/** A table known only to the catalogue: no type says which columns it has. */
function tableOf(db: Db, reference: Reference) {
  const { table, column } = reference as { table: 'contact_point'; column: 'patient_id' }
  const key = sql<unknown>`jsonb_build_object(${sql.join(
    reference.key.flatMap((name) => [sql.lit(name), sql.ref(`${table}.${name}`)]),
  )})`
  return {
    update: db.updateTable(table),
    column: `${table}.${column}` as 'contact_point.patient_id',
    name: column,
    key,
  }
}

/**
 * Lets the rows of one patient belong to another. Answers their keys. A phone that both have is not doubled: the merged
 * record keeps its own.
 */
export async function followRows(db: Db, reference: Reference, from: string, to: string): Promise<readonly unknown[]> {
  const { update, column, name, key } = tableOf(db, reference)
  const rows = await update
    .set({ [name]: to })
    .where(column, '=', from)
    .$if(reference.table === 'contact_point', (query) =>
      query.where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('contact_point as own')
              .select('own.id')
              .where('own.patient_id', '=', to)
              .whereRef('own.system', '=', 'contact_point.system')
              .whereRef('own.value', '=', 'contact_point.value')
              // One that ended here does not stand for one that holds there.
              .where(sql<boolean>`(own.period_end is null or contact_point.period_end is not null)`),
          ),
        ),
      ),
    )
    .returning(key.as('key'))
    .execute()
  return rows.map((row) => row.key)
}

/** Gives rows that followed back, those that are still there and still belong to whom they followed. */
export async function returnRows(
  db: Db,
  reference: Reference,
  keys: readonly unknown[],
  from: string,
  to: string,
): Promise<void> {
  const { update, column, name, key } = tableOf(db, reference)
  await update
    .set({ [name]: to })
    .where(column, '=', from)
    .where(sql<boolean>`${key} in (select jsonb_array_elements(${JSON.stringify(keys)}::jsonb))`)
    .execute()
}

/** Merged records to which rows of this table still belong. */
export async function selectStraggling(db: Db, reference: Reference): Promise<readonly string[]> {
  if (reference.table === 'patient') return []
  const { table, column } = reference as { table: 'contact_point'; column: 'patient_id' }
  const rows = await db
    .selectFrom('patient')
    .select('patient.id')
    .where('patient.merged_into', 'is not', null)
    .where((eb) =>
      eb.exists(eb.selectFrom(table).select(sql`1`.as('one')).whereRef(`${table}.${column}`, '=', 'patient.id')),
    )
    .execute()
  return rows.map(({ id }) => id)
}
