import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../../../../platform/database/organization-db.ts'
import { type Prepared, prepared } from '../../../../platform/database/statement.ts'

// Texts of the person `p` of the statement around them.

/** Those of today, or those by which the person could be reached before. */
export function contactsOf(db: Db, system: 'phone' | 'email', when: 'today' | 'before') {
  return allContactsOf(db, system).where('c.period_end', when === 'today' ? 'is' : 'is not', null)
}

function allContactsOf(db: Db, system: 'phone' | 'email') {
  return db
    .selectFrom('contact_point as c')
    .select('c.value')
    .where(sql<boolean>`c.patient_id = p.id and c.system = ${sql.lit(system)}`)
}

export function relativesPhonesOf(db: Db) {
  return db
    .selectFrom('related_person as r')
    .select(sql<string>`r.phone`.as('value'))
    .where(sql<boolean>`r.patient_id = p.id and r.phone is not null`)
}

/** Numbers of other systems and member ids. */
export function identifiersOf(db: Db) {
  return db
    .selectFrom('patient_identifier as i')
    .select('i.value')
    .where(sql<boolean>`i.patient_id = p.id`)
    .unionAll(
      db
        .selectFrom('coverage as v')
        .select(sql<string>`v.member_id`.as('value'))
        .where(sql<boolean>`v.patient_id = p.id and v.member_id is not null`),
    )
}

/** All of a person by which they are found. */
export interface FindableRow {
  readonly id: string
  readonly given: string
  readonly middle: string | null
  readonly family: string
  readonly preferred: string | null
  readonly mrn: string
  readonly search_name: string
  readonly birth_date: string
  readonly phones: readonly string[]
  readonly emails: readonly string[]
  readonly identifiers: readonly string[]
  /** Names besides those of `search_name`. */
  readonly names: readonly { readonly given: string; readonly middle: string | null; readonly family: string }[]
}

const findable: Prepared<'ids', FindableRow> = prepared<'ids', FindableRow>(['ids'], (db, slots) =>
  db
    .selectFrom('patient as p')
    .select(['p.id', 'p.given', 'p.middle', 'p.family', 'p.preferred', 'p.mrn', 'p.search_name', 'p.birth_date'])
    .select([
      sql`array(${allContactsOf(db, 'phone').unionAll(relativesPhonesOf(db))})`.as('phones'),
      sql`array(${allContactsOf(db, 'email')})`.as('emails'),
      sql`array(${identifiersOf(db)})`.as('identifiers'),
      jsonArrayFrom(
        db
          .selectFrom('patient_name as n')
          .select(['n.given', 'n.middle', 'n.family'])
          .where(sql<boolean>`n.patient_id = p.id`),
      ).as('names'),
    ])
    .where(sql<boolean>`p.id = any(${slots.ids}::uuid[])`),
)

export function selectFindable(db: Db, ids: readonly string[]): Promise<readonly FindableRow[]> {
  return findable(db, { ids })
}

/** Today's names as they are kept to be searched. */
export async function selectNames(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('patient')
    .select(['id', 'given', 'middle', 'family', 'preferred', 'prefix', 'suffix', 'search_name'])
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute()
}

export async function saveSearchName(db: Db, id: string, name: string): Promise<void> {
  await db.updateTable('patient').set({ search_name: name }).where('id', '=', id).execute()
}

export interface KeysRow {
  readonly patient_id: string
  readonly version: number
  readonly keys: readonly number[]
}

/** Keys that say the same are not written again: every one of them costs an entry in the index. */
export async function saveKeys(db: Db, rows: readonly KeysRow[]): Promise<void> {
  await db
    .insertInto('patient_key')
    .columns(['patient_id', 'version', 'keys'])
    .expression(
      sql`select patient_id, version, keys from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as made(patient_id uuid, version smallint, keys int4[])`,
    )
    .onConflict((conflict) =>
      conflict
        .column('patient_id')
        .doUpdateSet((row) => ({ version: row.ref('excluded.version'), keys: row.ref('excluded.keys') }))
        .where(
          sql<boolean>`(patient_key.version, patient_key.keys) is distinct from (excluded.version, excluded.keys)`,
        ),
    )
    .execute()
}

/** People after `after` (in the order of ids) whose keys are missing or of older rules. */
export async function selectDue(
  db: Db,
  versions: { readonly search: number; readonly match: number },
  after: string,
  limit: number,
): Promise<readonly { readonly id: string }[]> {
  return db
    .selectFrom('patient as p')
    .leftJoin('patient_key as k', 'k.patient_id', 'p.id')
    .leftJoin('match_key as m', 'm.patient_id', 'p.id')
    .select('p.id')
    .where(
      sql<boolean>`p.id > ${after}::uuid and (k.version is distinct from ${versions.search}::smallint
        or (p.merged_into is null and m.version is distinct from ${versions.match}::smallint))`,
    )
    .orderBy('p.id')
    .limit(limit)
    .execute()
}
