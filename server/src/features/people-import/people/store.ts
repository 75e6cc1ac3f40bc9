import { sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'

/** Locked in one order, so that two writers never wait for one another. */
export function lockPeople(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('patient')
    .selectAll()
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .where('merged_into', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
}
export type PersonRow = Awaited<ReturnType<typeof lockPeople>>[number]

/** What of lists these people have already. */
export function selectHad(db: Db, ids: readonly string[], system: string) {
  return db
    .selectFrom('patient as p')
    .select('p.id')
    .select((eb) => [
      eb.exists(hasContact(db, 'phone')).as('has_phone'),
      eb.exists(hasContact(db, 'email')).as('has_email'),
      // A file that is older than the record does not bring back what ended.
      sql<string[]>`array(${db
        .selectFrom('contact_point as e')
        .select('e.search_value')
        .where(sql<boolean>`e.patient_id = p.id and e.period_end is not null`)})`.as('ended'),
      eb
        .exists(db.selectFrom('coverage as v').select('v.id').where(sql<boolean>`v.patient_id = p.id`))
        .as('has_coverage'),
      eb
        .exists(
          db
            .selectFrom('patient_identifier as i')
            .select('i.value')
            .where(sql<boolean>`i.patient_id = p.id and i.system = ${system}`),
        )
        .as('has_number'),
    ])
    .where(sql<boolean>`p.id = any(${ids}::uuid[])`)
    .execute()
}

function hasContact(db: Db, system: 'phone' | 'email') {
  return db
    .selectFrom('contact_point as c')
    .select('c.id')
    .where(sql<boolean>`c.patient_id = p.id and c.system = ${system} and c.period_end is null`)
}

export async function writePerson(db: Db, id: string, columns: Readonly<Record<string, unknown>>): Promise<void> {
  await db
    .updateTable('patient')
    .set(columns)
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export function selectPayerNames(db: Db): Promise<{ id: string; name: string }[]> {
  return db.selectFrom('payer').select(['id', 'name']).execute()
}

/** The payer of this name, made where there is none; two processes make one. */
export async function insertPayer(db: Db, id: string, name: string): Promise<{ id: string; isNew: boolean }> {
  const made = await db
    .insertInto('payer')
    .values({ id, name })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) return { id, isNew: true }
  const there = await db.selectFrom('payer').select('id').where('name', '=', name).executeTakeFirstOrThrow()
  return { id: there.id, isNew: false }
}

/** Payers that a run made and nobody else has used since. */
export async function deleteUnusedPayers(db: Db, ids: readonly string[]): Promise<void> {
  await db
    .deleteFrom('payer')
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('coverage').select('id').whereRef('payer_id', '=', 'payer.id'))))
    .execute()
}

/** Everything of a person that an import writes, as one number: another one later means that somebody changed it. */
export async function selectFingerprints(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rowsOf = (table: 'contact_point' | 'patient_identifier' | 'patient_name' | 'coverage') =>
    db
      // Any of them has a patient_id, and no more is asked of its type.
      .selectFrom(`${table as 'contact_point'} as o`)
      .select(sql<string>`string_agg(jsonb_strip_nulls(to_jsonb(o))::text, '' order by to_jsonb(o)::text)`.as('rows'))
      .where(sql<boolean>`o.patient_id = p.id`)
  const rows = await db
    .selectFrom('patient as p')
    .select('p.id')
    .select(
      sql<string>`md5(concat_ws(';', (jsonb_strip_nulls(to_jsonb(p)) - 'version')::text, (${rowsOf('contact_point')}),
        (${rowsOf('patient_identifier')}), (${rowsOf('patient_name')}), (${rowsOf('coverage')})))`.as('print'),
    )
    .where(sql<boolean>`p.id = any(${ids}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, print }) => [id, print]))
}

export interface AddedRow {
  readonly id: string
  /** A number that changes with the row. */
  readonly print: string
  /** What the history calls it, and what it says. */
  readonly field: string
  readonly value: string | null
}

/** Rows that were added to somebody's lists and are still there. */
export async function selectAdded(db: Db, ids: readonly string[]): Promise<readonly AddedRow[]> {
  const print = sql<string>`md5(jsonb_strip_nulls(to_jsonb(o))::text)`
  const contacts = db
    .selectFrom('contact_point as o')
    .select(['o.id', print.as('print'), 'o.system as field', sql<string | null>`o.value`.as('value')])
    .where(sql<boolean>`o.id = any(${ids}::uuid[])`)
  const coverages = db
    .selectFrom('coverage as o')
    .select(['o.id', print.as('print'), sql<string>`'coverage.memberId'`.as('field'), 'o.member_id as value'])
    .where(sql<boolean>`o.id = any(${ids}::uuid[])`)
  return contacts.unionAll(coverages).execute()
}

export async function deleteAdded(db: Db, ids: readonly string[]): Promise<void> {
  await db.deleteFrom('contact_point').where(sql<boolean>`id = any(${ids}::uuid[])`).execute()
  await db.deleteFrom('coverage').where(sql<boolean>`id = any(${ids}::uuid[])`).execute()
}

export async function deleteNumbers(db: Db, patientId: string, system: string, values: readonly string[]) {
  await db
    .deleteFrom('patient_identifier')
    .where('patient_id', '=', patientId)
    .where('system', '=', system)
    .where(sql<boolean>`value = any(${values}::text[])`)
    .execute()
}

export async function deletePeople(db: Db, ids: readonly string[]): Promise<void> {
  await db.deleteFrom('patient').where(sql<boolean>`id = any(${ids}::uuid[])`).execute()
}

/** Those of the people to whom rows of this table belong. `table` and `column` come from the database's catalogue. */
export async function selectReferred(
  db: Db,
  { table, column }: { readonly table: string; readonly column: string },
  ids: readonly string[],
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom(table as 'contact_point')
    .select(sql<string>`${sql.ref(column)}`.as('id'))
    .distinct()
    .where(sql<boolean>`${sql.ref(column)} = any(${ids}::uuid[])`)
    .execute()
  return rows.map(({ id }) => id)
}

/** Those of the people whom another run of a file knows too. */
export async function selectInOtherRuns(db: Db, ids: readonly string[], runId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('import_row')
    .select('patient_id as id')
    .where('run_id', '<>', runId)
    .where('undone', 'is', null)
    .where(sql<boolean>`patient_id = any(${ids}::uuid[])`)
    .execute()
  return rows.flatMap(({ id }) => (id === null ? [] : [id]))
}
