import { type Insertable, sql, type Updateable } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../../../platform/database/organization-db.ts'
import type { OrganizationTables } from '../../../platform/database/organization-tables.ts'
import { prepared } from '../../../platform/database/statement.ts'

// Rows inside the JSON speak of the person `p` of the statement around them.

const columns = [
  ...(['p.id', 'p.given', 'p.middle', 'p.family', 'p.preferred', 'p.prefix', 'p.suffix'] as const),
  ...(['p.birth_date', 'p.birth_date_estimated', 'p.sex', 'p.birth_sex', 'p.gender_identity', 'p.pronouns'] as const),
  ...([
    'p.multiple_birth',
    'p.language',
    'p.language_asked',
    'p.further_languages',
    'p.interpreter_needed',
    'p.accessibility',
  ] as const),
  ...(['p.race', 'p.ethnicity', 'p.employer', 'p.occupation', 'p.address', 'p.address_since'] as const),
  'p.general_practitioner' as const,
  ...(['p.deceased', 'p.deceased_on', 'p.contact_preference', 'p.merged_into', 'p.version'] as const),
]

function recordStatement(db: Db, id: string) {
  return db
    .selectFrom('patient as p')
    .select(columns)
    .select([
      jsonArrayFrom(
        db
          .selectFrom('patient_name as n')
          .select(['n.id', 'n.use', 'n.given', 'n.middle', 'n.family', 'n.prefix', 'n.suffix'])
          .select(['n.period_start', 'n.period_end'])
          .where(sql<boolean>`n.patient_id = p.id`)
          .orderBy(sql`n.period_end desc nulls first`)
          .orderBy('n.id'),
      ).as('names'),
      jsonArrayFrom(
        db
          .selectFrom('patient_address as a')
          .select(['a.id', 'a.use', 'a.address', 'a.period_start', 'a.period_end'])
          .where(sql<boolean>`a.patient_id = p.id`)
          .orderBy(sql`a.period_end desc nulls first`)
          .orderBy('a.id'),
      ).as('addresses'),
      jsonArrayFrom(
        db
          .selectFrom('contact_point as c')
          .select(['c.id', 'c.system', 'c.value', 'c.search_value', 'c.use', 'c.shared_with', 'c.may_leave_message'])
          .select('c.period_end')
          .where(sql<boolean>`c.patient_id = p.id`)
          .orderBy('c.rank')
          .orderBy('c.system', 'desc')
          .orderBy('c.id'),
      ).as('contacts'),
    ])
    .where('p.id', '=', id)
}

/** A person's row with what stands in tables of its own. */
export type RecordRow = Awaited<ReturnType<ReturnType<typeof recordStatement>['executeTakeFirstOrThrow']>>
export type NameRow = RecordRow['names'][number]
export type AddressRow = RecordRow['addresses'][number]
export type ContactRow = RecordRow['contacts'][number]

const runRecord = prepared<'id', RecordRow>(['id'], (db, { id }) => recordStatement(db, id))

export async function selectRecord(db: Db, id: string): Promise<RecordRow | undefined> {
  return (await runRecord(db, { id }))[0]
}

/** Nobody else changes the record until the transaction ends. */
export async function lockRecord(db: Db, id: string): Promise<void> {
  await db.selectFrom('patient').select('id').where('id', '=', id).forNoKeyUpdate().execute()
}

type Row<T extends keyof OrganizationTables> = Insertable<OrganizationTables[T]>
type Change<T extends keyof OrganizationTables> = Omit<Updateable<OrganizationTables[T]>, 'id' | 'patient_id'>

export async function insertName(db: Db, row: Row<'patient_name'>): Promise<void> {
  await db.insertInto('patient_name').values(row).execute()
}

export async function updateName(db: Db, id: string, change: Change<'patient_name'>): Promise<void> {
  await db.updateTable('patient_name').set(change).where('id', '=', id).execute()
}

export async function deleteName(db: Db, id: string): Promise<void> {
  await db.deleteFrom('patient_name').where('id', '=', id).execute()
}

export async function insertAddress(db: Db, row: Row<'patient_address'>): Promise<void> {
  await db.insertInto('patient_address').values(row).execute()
}

export async function updateAddress(db: Db, id: string, change: Change<'patient_address'>): Promise<void> {
  await db.updateTable('patient_address').set(change).where('id', '=', id).execute()
}

export async function deleteAddress(db: Db, id: string): Promise<void> {
  await db.deleteFrom('patient_address').where('id', '=', id).execute()
}

export async function insertContactPoint(db: Db, row: Row<'contact_point'>): Promise<void> {
  await db.insertInto('contact_point').values(row).execute()
}

export async function updateContactPoint(db: Db, id: string, change: Change<'contact_point'>): Promise<void> {
  await db.updateTable('contact_point').set(change).where('id', '=', id).execute()
}

export async function endContactPoints(db: Db, ids: readonly string[], on: string): Promise<void> {
  if (ids.length === 0) return
  await db.updateTable('contact_point').set({ period_end: on }).where(sql<boolean>`id = any(${ids}::uuid[])`).execute()
}

export async function deleteContactPoints(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await db.deleteFrom('contact_point').where(sql<boolean>`id = any(${ids}::uuid[])`).execute()
}
