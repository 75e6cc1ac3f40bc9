import { type Insertable, type Selectable, sql } from 'kysely'
import type { Db } from '../../platform/database/organization-db.ts'
import type { OrganizationTables } from '../../platform/database/organization-tables.ts'
import type { NewContact } from './contact.ts'
import { isShut, type Viewer } from './restricted/store.ts'

export type Patient = Selectable<OrganizationTables['patient']>

export interface ContactRow {
  readonly system: 'phone' | 'email'
  readonly value: string
  readonly use: 'mobile' | 'home' | 'work'
}

export const lineColumns = [
  'patient.id',
  'patient.mrn',
  'patient.given',
  'patient.middle',
  'patient.family',
  'patient.preferred',
  'patient.prefix',
  'patient.suffix',
  'patient.birth_date',
  'patient.language',
  'patient.interpreter_needed',
] as const

export async function findLine(db: Db, id: string) {
  return db.selectFrom('patient').select(lineColumns).where('id', '=', id).executeTakeFirst()
}

export async function selectLines(db: Db, ids: readonly string[]) {
  return db.selectFrom('patient').select(lineColumns).where(sql<boolean>`id = any(${ids}::uuid[])`).execute()
}

export async function findPatient(db: Db, id: string): Promise<Patient | undefined> {
  return db.selectFrom('patient').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function contactsOf(db: Db, patientId: string): Promise<readonly ContactRow[]> {
  const rows = await db
    .selectFrom('contact_point')
    .select(['system', 'value', 'use'])
    .where('patient_id', '=', patientId)
    .where('period_end', 'is', null)
    .orderBy('rank')
    .orderBy('id')
    .execute()
  return rows as ContactRow[]
}

/** The next number of a counter; two callers never get the same. */
export async function nextMrn(db: Db): Promise<number> {
  const { value } = await db
    .updateTable('counter')
    .set({ value: sql`value + 1` })
    .where('name', '=', 'mrn')
    .returning('value')
    .executeTakeFirstOrThrow()
  return value
}

export type NewPatient = Omit<Insertable<OrganizationTables['patient']>, 'created_at' | 'address' | 'version'> & {
  readonly address: string | null
  readonly version: number
}
export type PatientChange = Partial<Omit<NewPatient, 'id' | 'mrn' | 'version'>>

export async function insertPatient(db: Db, patient: NewPatient): Promise<void> {
  await db.insertInto('patient').values(patient).execute()
}

export async function updatePatient(
  db: Db,
  id: string,
  version: number,
  change: PatientChange,
): Promise<Patient | undefined> {
  return db
    .updateTable('patient')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('merged_into', 'is', null)
    .returningAll()
    .executeTakeFirst()
}

export async function insertContact(db: Db, id: string, patientId: string, contact: NewContact): Promise<void> {
  const { system, value, searchValue } = contact
  await db
    .insertInto('contact_point')
    .values({ id, patient_id: patientId, system, value, search_value: searchValue })
    .execute()
}

/** Puts `contact` in the place of the first phone or e-mail; null takes that away. Further ones stay. */
export async function replaceFirstContact(
  db: Db,
  id: string,
  patientId: string,
  system: NewContact['system'],
  contact: NewContact | null,
): Promise<void> {
  const first = await db
    .selectFrom('contact_point')
    .select(['id', 'value'])
    .where('patient_id', '=', patientId)
    .where('system', '=', system)
    .where('period_end', 'is', null)
    .orderBy('rank')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  if (!first) {
    if (contact) await insertContact(db, id, patientId, contact)
    return
  }
  if (!contact) await db.deleteFrom('contact_point').where('id', '=', first.id).execute()
  else if (contact.value !== first.value)
    await db
      .updateTable('contact_point')
      .set({ value: contact.value, search_value: contact.searchValue })
      .where('id', '=', first.id)
      .execute()
}

/** Zones in which this practice has a today. */
export async function siteZones(db: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom('site').select('time_zone').distinct().execute()
  return rows.map((row) => row.time_zone)
}

const MOST_CANDIDATES = 300

/**
 * People who use these numbers, given as search values: their own first, then through a relative; without the
 * restricted ones that are not open to the viewer.
 */
export async function selectPhoneUsers(db: Db, searchValues: readonly string[], viewer: Viewer) {
  const own = db
    .selectFrom('contact_point')
    .innerJoin('patient', 'patient.id', 'contact_point.patient_id')
    .select(lineColumns)
    .select(['contact_point.search_value', sql<string | null>`null::text`.as('via')])
    .where('contact_point.system', '=', 'phone')
    .where('contact_point.period_end', 'is', null)
    .where('patient.deceased', '=', false)
    .where(sql<boolean>`not ${isShut(db, 'patient', viewer)}`)
    .where('patient.merged_into', 'is', null)
    .where(sql<boolean>`contact_point.search_value = any(${searchValues}::text[])`)
  const relatives = db
    .selectFrom('related_person')
    .innerJoin('patient', 'patient.id', 'related_person.patient_id')
    .select(lineColumns)
    .select([sql<string>`related_person.search_value`.as('search_value'), 'related_person.name as via'])
    .where('patient.deceased', '=', false)
    .where(sql<boolean>`not ${isShut(db, 'patient', viewer)}`)
    .where('patient.merged_into', 'is', null)
    .where(sql<boolean>`related_person.search_value = any(${searchValues}::text[])`)
  return db
    .selectFrom(own.unionAll(relatives).as('user'))
    .selectAll()
    .orderBy(sql`via is not null`)
    .orderBy('given')
    .limit(MOST_CANDIDATES)
    .execute()
}

/** When phone and address were last said to be right, as a civil date; null takes it back. */
export async function setContactConfirmed(db: Db, patientId: string, on: string | null): Promise<void> {
  await db.updateTable('patient').set({ contact_confirmed_on: on }).where('id', '=', patientId).execute()
}
