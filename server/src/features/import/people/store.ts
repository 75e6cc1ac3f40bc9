import { type Selectable, sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'
import type { ContactPoint, Patient } from '../../../platform/database/organization-tables.ts'

/** What a feed has a say in; the rest of a record is the desk's own. */
const columns = [
  'id',
  'mrn',
  'given',
  'middle',
  'family',
  'preferred',
  'prefix',
  'suffix',
  'birth_date',
  'sex',
  'pronouns',
  'language',
  'interpreter_needed',
  'contact_preference',
  'address',
  'alerts',
  'deceased',
  'search_name',
  'contact_confirmed_on',
  'version',
  'created_at',
  'merged_into',
] as const

export type PatientRow = Pick<Selectable<Patient>, (typeof columns)[number]>

export interface IdentifierOwner {
  readonly system: string
  readonly value: string
  readonly patient_id: string
}

export function selectPatients(db: Db, ids: readonly string[]): Promise<PatientRow[]> {
  return db.selectFrom('patient').select(columns).where(sql<boolean>`id = any(${ids}::uuid[])`).execute()
}

/** Under the record that is asked for also what followed it into another: it is not imported a second time. */
export function selectContacts(db: Db, patientIds: readonly string[]): Promise<Selectable<ContactPoint>[]> {
  return db
    .selectFrom('patient as asked')
    .innerJoin('contact_point as c', (join) => join.on(sql<boolean>`c.patient_id in (asked.id, asked.merged_into)`))
    .selectAll('c')
    .select('asked.id as patient_id')
    .where(sql<boolean>`asked.id = any(${patientIds}::uuid[])`)
    .execute()
}

export function selectIdentifierOwners(
  db: Db,
  identifiers: readonly { readonly system: string; readonly value: string }[],
): Promise<IdentifierOwner[]> {
  return db
    .selectFrom('patient_identifier')
    .selectAll()
    .where(
      sql<boolean>`(system, value) in (select system, value from jsonb_to_recordset(${JSON.stringify(identifiers)}::jsonb) as wanted(system text, value text))`,
    )
    .execute()
}

export async function updatePatient(
  db: Db,
  id: string,
  fields: Omit<PatientRow, 'id' | 'mrn' | 'version' | 'created_at' | 'merged_into'>,
): Promise<void> {
  await db
    .updateTable('patient')
    .set({ ...fields, address: fields.address === null ? null : JSON.stringify(fields.address) })
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function updateRelatedPerson(
  db: Db,
  id: string,
  fields: { name: string; relationship: string; phone: string | null; search_value: string | null },
): Promise<void> {
  await db.updateTable('related_person').set(fields).where('id', '=', id).execute()
}

export function selectPayers(db: Db): Promise<{ id: string; name: string }[]> {
  return db.selectFrom('payer').select(['id', 'name']).execute()
}

export async function updateCoverage(
  db: Db,
  id: string,
  fields: {
    payer_id: string
    plan_name: string | null
    member_id: string | null
    group_number: string | null
    relationship: string
    period_start: string | null
    period_end: string | null
    coverage_order: number
  },
): Promise<void> {
  await db
    .updateTable('coverage')
    .set({ ...fields, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}
