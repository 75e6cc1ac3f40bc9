import { type Insertable, type Selectable, sql, type Updateable } from 'kysely'
import type { Db } from '../../platform/database/organization-db.ts'
import type { OrganizationTables } from '../../platform/database/organization-tables.ts'
import type { NewContact } from './contact.ts'
import { isShut, type Viewer } from './restricted/store.ts'
import { stillBeside } from './standing/store.ts'

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

/** Nobody else changes or merges these people until the transaction ends; locked in the order of their ids. */
export async function holdRecords(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('patient')
    .select(['id', 'merged_into'])
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
}

export async function contactsOf(db: Db, patientId: string): Promise<readonly ContactRow[]> {
  const rows = await db
    .selectFrom('contact_point')
    .select(['system', 'value', 'use'])
    .where('patient_id', '=', patientId)
    .where('period_end', 'is', null)
    .orderBy('rank')
    // A phone before an e-mail of the same rank.
    .orderBy('system', 'desc')
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

/** What of today's phones or e-mails comes first is `contact` from this day on; null: nothing comes in its place. */
export interface FirstContact {
  /** Of the row that may be needed. */
  readonly id: string
  readonly patientId: string
  readonly system: NewContact['system']
  readonly contact: NewContact | null
  /** Last day of the one before, as a civil date. */
  readonly on: string
}

/**
 * Ends the first phone or e-mail and puts `contact` in its place; further ones stay. One that they have or had already is
 * theirs again. Who shares the old one, and whether a message may be left there, was not said of the new one.
 */
export async function replaceFirstContact(db: Db, { id, patientId, system, contact, on }: FirstContact): Promise<void> {
  const rows = await db
    .selectFrom('contact_point')
    .select(['id', 'value', 'search_value', 'use', 'rank', 'period_end'])
    .where('patient_id', '=', patientId)
    .where('system', '=', system)
    .orderBy(sql`period_end is not null`)
    .orderBy('rank')
    .orderBy('id')
    .execute()
  const first = rows.find((row) => row.period_end === null)
  const had = rows.find((row) => row.search_value === contact?.searchValue)
  const change = (rowId: string, set: Updateable<OrganizationTables['contact_point']>) =>
    db.updateTable('contact_point').set(set).where('id', '=', rowId).execute()

  if (first && first !== had) await change(first.id, { period_end: on })
  if (!contact) return
  const { value, searchValue } = contact
  const place = { value, rank: first?.rank ?? 1, period_end: null }
  if (had) await change(had.id, place)
  else {
    const use = first?.use
    const row = { ...place, id, patient_id: patientId, system, search_value: searchValue }
    await db
      .insertInto('contact_point')
      .values(use === undefined ? row : { ...row, use })
      .execute()
  }
}

/** Zones in which this practice has a today. */
export async function siteZones(db: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom('site').select('time_zone').distinct().execute()
  return rows.map((row) => row.time_zone)
}

const MOST_CANDIDATES = 300

/**
 * People who use these numbers, given as search values: their own first, then through a relative; without the
 * restricted ones that are not open to the viewer. A number that is theirs no longer, and that of a relative who stands
 * beside them no longer, is nobody's.
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
    .where(sql<boolean>`${stillBeside(db, 'related_person', viewer.now)}`)
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
