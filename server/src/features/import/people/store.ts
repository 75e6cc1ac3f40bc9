import { type Selectable, sql, type Updateable } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'
import type { ContactPoint, OrganizationTables, Patient } from '../../../platform/database/organization-tables.ts'

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
  'language_asked',
  'interpreter_needed',
  'contact_preference',
  'address',
  'general_practitioner',
  'alerts',
  'deceased',
  'deceased_on',
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

/** Locked until the transaction ends: what is compared is what is written over. */
export function lockRelatedPersons(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('related_person')
    .select(['id', 'patient_id', 'name', 'relationship', 'phone', 'search_value'])
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
}

export async function updateRelatedPerson(
  db: Db,
  id: string,
  fields: Updateable<OrganizationTables['related_person']>,
): Promise<void> {
  await db
    .updateTable('related_person')
    .set({ ...fields, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

export function selectPayers(db: Db): Promise<{ id: string; name: string }[]> {
  return db.selectFrom('payer').select(['id', 'name']).execute()
}

/** Locked until the transaction ends: what is compared is what is written over. */
export function lockCoverages(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('coverage')
    .select(['id', 'patient_id', 'payer_id', 'plan_name', 'member_id', 'group_number'])
    .select(['relationship', 'period_start', 'period_end', 'coverage_order'])
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
}

export async function updateCoverage(
  db: Db,
  id: string,
  fields: Updateable<OrganizationTables['coverage']>,
): Promise<void> {
  await db
    .updateTable('coverage')
    .set({ ...fields, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}
