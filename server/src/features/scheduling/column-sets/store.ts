import type { Db } from '../../../platform/database/organization-db.ts'

export interface ColumnSetFields {
  readonly id: string
  readonly siteId: string
  readonly name: string
  readonly resourceIds: readonly string[]
  /** Null: for everybody. */
  readonly staffId: string | null
}

/** Own sets and those for everybody, by name. */
export async function selectColumnSets(db: Db, staffId: string): Promise<readonly ColumnSetFields[]> {
  const rows = await db
    .selectFrom('column_set')
    .selectAll()
    .where((eb) => eb.or([eb('staff_id', '=', staffId), eb('staff_id', 'is', null)]))
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(fieldsOf)
}

export async function selectColumnSet(db: Db, id: string): Promise<ColumnSetFields | null> {
  const row = await db.selectFrom('column_set').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? fieldsOf(row) : null
}

function fieldsOf(row: {
  id: string
  site_id: string
  name: string
  resource_ids: string[]
  staff_id: string | null
}): ColumnSetFields {
  return { id: row.id, siteId: row.site_id, name: row.name, resourceIds: row.resource_ids, staffId: row.staff_id }
}

export async function saveColumnSet(db: Db, set: ColumnSetFields, at: string): Promise<void> {
  const fields = {
    site_id: set.siteId,
    name: set.name,
    resource_ids: [...set.resourceIds],
    staff_id: set.staffId,
  }
  await db
    .insertInto('column_set')
    .values({ id: set.id, ...fields, created_at: at })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(fields))
    .execute()
}

export async function deleteColumnSet(db: Db, id: string): Promise<void> {
  await db.deleteFrom('column_set').where('id', '=', id).execute()
}
