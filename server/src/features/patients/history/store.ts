import { sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'

export interface ChangeRow {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

export interface ChangedBy {
  readonly at: string
  readonly actorId: string | null
  readonly actorName: string
  readonly source: string
}

export async function insertChanges(
  db: Db,
  patientId: string,
  changes: readonly ChangeRow[],
  { at, actorId, actorName, source }: ChangedBy,
): Promise<void> {
  if (changes.length === 0) return
  const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value))
  await db
    .insertInto('patient_change')
    .values(
      changes.map(({ field, before, after }) => ({
        patient_id: patientId,
        field,
        before: json(before),
        after: json(after),
        at,
        actor_id: actorId,
        actor_name: actorName,
        source,
      })),
    )
    .execute()
}

/** The same of many people by one statement: a batch of an import. */
export async function insertChangesOf(
  db: Db,
  all: readonly { readonly patientId: string; readonly changes: readonly ChangeRow[] }[],
  { at, actorId, actorName, source }: ChangedBy,
): Promise<void> {
  const rows = all.flatMap(({ patientId, changes }) => changes.map((change) => ({ patient_id: patientId, ...change })))
  if (rows.length === 0) return
  await db
    .insertInto('patient_change')
    .columns(['patient_id', 'field', 'before', 'after', 'at', 'actor_id', 'actor_name', 'source'])
    .expression(
      sql`select patient_id, field, nullif(before, 'null'), nullif(after, 'null'), ${at}::timestamptz, ${actorId}::uuid, ${actorName}::text, ${source}::text from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(patient_id uuid, field text, before jsonb, after jsonb)`,
    )
    .execute()
}

/** Of all records of a person, the newest first; `before` is the last one of the page before. */
export async function selectChanges(db: Db, recordIds: readonly string[], before: number | null, limit: number) {
  let query = db
    .selectFrom('patient_change')
    .select(['id', 'patient_id', 'field', 'before', 'after', 'at', 'actor_name', 'source'])
    .where(sql<boolean>`patient_id = any(${recordIds}::uuid[])`)
    .orderBy('id', 'desc')
    .limit(limit)
  if (before !== null) query = query.where('id', '<', before)
  return query.execute()
}
