import { type RawBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../../../platform/database/organization-db.ts'
import { isShut, type Viewer } from '../restricted/store.ts'
import type { NewContact } from '../contact.ts'
import { lineColumns } from '../store.ts'

export interface Block {
  readonly birthDate: string | null
  readonly contacts: readonly NewContact[]
  /** Beginnings of the folded given and family name; none: names are no reason to compare. */
  readonly nameStarts: readonly string[]
  /** Blocking keys of what is known so far. */
  readonly keys: readonly number[]
}

const MOST_CANDIDATES = 300

/**
 * Records worth comparing with a new one: the same birth date, a contact point in common, names that begin alike, or a
 * blocking key of the package in common.
 * With what they are compared by. Restricted ones that are not open to the viewer are not among them.
 */
export async function selectCandidates(db: Db, { birthDate, contacts, nameStarts, keys }: Block, viewer: Viewer) {
  const found = db
    .selectFrom('patient')
    .select('patient.id')
    .where('birth_date', '=', birthDate)
    .union(
      db
        .selectFrom('contact_point')
        .select('patient_id as id')
        .where(sql<boolean>`search_value = any(${contacts.map((one) => one.searchValue)}::text[])`),
    )
    .union(
      nameStarts
        .reduce(
          (query, start) => query.where('search_name', 'like', `% ${start}%`),
          db
            .selectFrom('patient')
            .select('patient.id')
            .where(sql<boolean>`${nameStarts.length > 0}`),
        )
        .limit(MOST_CANDIDATES),
    )
  const likely = db.selectFrom(found.as('found')).select('found.id').limit(MOST_CANDIDATES)
  const sharing = db.selectFrom(sharingKeys(db, keys).as('sharing')).select('sharing.id').limit(MOST_CANDIDATES)
  const candidate = db
    .selectFrom(likely.as('likely'))
    .select('likely.id')
    .union(db.selectFrom(sharing.as('keyed')).select('keyed.id'))
  return selectForComparing(db, sql<boolean>`patient.id in ${candidate}`, viewer)
}

/**
 * Records with what they are compared by; those that lead to another are nobody of their own. Without a viewer also
 * restricted ones: for what is compared and shown to nobody.
 */
export async function selectForComparing(db: Db, which: RawBuilder<boolean>, viewer: Viewer | null) {
  return db
    .selectFrom('patient')
    .select(lineColumns)
    .select(['sex', 'address', 'birth_date_estimated'])
    .select((eb) =>
      (['phone', 'email'] as const).map((system) =>
        eb
          .selectFrom('contact_point')
          .select(sql<string[] | null>`array_agg(value order by rank, contact_point.id)`.as('values'))
          .whereRef('contact_point.patient_id', '=', 'patient.id')
          .where('system', '=', system)
          .where('period_end', 'is', null)
          .as(system),
      ),
    )
    .select((eb) => [
      sql<string[]>`array(${eb
        .selectFrom('patient_name as n')
        .select('n.family')
        .where(sql<boolean>`n.patient_id = patient.id and n.family <> ''`)})`.as('other_families'),
      sql<string[]>`array(${eb
        .selectFrom('patient_identifier as i')
        .select(sql<string>`i.system || '|' || i.value`.as('value'))
        .where(sql<boolean>`i.patient_id = patient.id`)})`.as('identifiers'),
      jsonArrayFrom(
        eb
          .selectFrom('patient_address as o')
          .select('o.address')
          .where(sql<boolean>`o.patient_id = patient.id`)
          .orderBy('o.id'),
      ).as('other_addresses'),
      jsonArrayFrom(
        eb
          .selectFrom('contact_point as e')
          .select(['e.system', 'e.value'])
          .where(sql<boolean>`e.patient_id = patient.id and e.period_end is not null`)
          .orderBy('e.id'),
      ).as('former_contacts'),
      // What a field said before it was corrected or changed; not what it said while the record spoke for another too.
      jsonArrayFrom(
        eb
          .selectFrom('patient_change as c')
          .select(['c.field', 'c.before as value'])
          .where(
            sql<boolean>`c.patient_id = patient.id and c.before is not null and c.source <> 'unmerge'
              and c.field in ('family', 'phone', 'email', 'sex', 'address')`,
          )
          .orderBy('c.id', 'desc')
          .limit(sql.lit(40)),
      ).as('former'),
    ])
    .where(which)
    .where('patient.merged_into', 'is', null)
    .where(viewer === null ? sql<boolean>`true` : sql<boolean>`not ${isShut(db, 'patient', viewer)}`)
    .execute()
}

/** Records as they are compared, restricted ones among them. */
export async function selectForMatch(db: Db, ids: readonly string[]) {
  return selectForComparing(db, sql<boolean>`patient.id = any(${ids}::uuid[])`, null)
}

/** A key that more have says nothing about who somebody is. */
const LARGEST_BLOCK = 100

/** Who else has the key `u.key` of the statement around; empty when too many do. */
function blockOf(db: Db) {
  const members = db
    .selectFrom('match_key as k')
    .select('k.patient_id')
    .where(sql<boolean>`k.keys @> array[u.key]`)
    .limit(sql.lit(LARGEST_BLOCK + 1))
  const block = db
    .selectFrom(members.as('m'))
    .select(sql<string[]>`array_agg(m.patient_id)`.as('ids'))
    .having(sql<boolean>`count(*) <= ${sql.lit(LARGEST_BLOCK)}`)
  return block
}

function oneByOne(db: Db) {
  return db.selectNoFrom(sql<string>`unnest(block.ids)`.as('id'))
}

/** Pairs that share a blocking key, of these records with any other; those that lead elsewhere are left out. */
export async function selectPairsByKeys(db: Db, ids: readonly string[]): Promise<readonly [string, string][]> {
  const rows = await db
    .selectFrom('match_key as b')
    .innerJoin('patient as me', 'me.id', 'b.patient_id')
    .innerJoinLateral(db.selectNoFrom(sql<number>`unnest(b.keys)`.as('key')).as('u'), (join) => join.onTrue())
    .innerJoinLateral(blockOf(db).as('block'), (join) => join.onTrue())
    .innerJoinLateral(oneByOne(db).as('o'), (join) => join.onTrue())
    .innerJoin('patient as them', 'them.id', 'o.id')
    .select([
      sql<string>`least(b.patient_id, o.id)`.as('first'),
      sql<string>`greatest(b.patient_id, o.id)`.as('second'),
    ])
    .distinct()
    .where(sql<boolean>`b.patient_id = any(${ids}::uuid[]) and o.id <> b.patient_id`)
    .where('me.merged_into', 'is', null)
    .where('them.merged_into', 'is', null)
    .execute()
  return rows.map(({ first, second }) => [first, second])
}

/** Records that share one of these keys. */
export function sharingKeys(db: Db, keys: readonly number[] | RawBuilder<unknown>) {
  return db
    .selectFrom(db.selectNoFrom(sql<number>`unnest(${keys}::int4[])`.as('key')).as('u'))
    .innerJoinLateral(blockOf(db).as('block'), (join) => join.onTrue())
    .innerJoinLateral(oneByOne(db).as('o'), (join) => join.onTrue())
    .select('o.id')
    .distinct()
}

export interface MatchKeys {
  readonly patient_id: string
  readonly version: number
  readonly keys: readonly number[]
}

/** Keys that say the same are not written again. */
export async function saveMatchKeys(db: Db, rows: readonly MatchKeys[]): Promise<void> {
  await db
    .insertInto('match_key')
    .columns(['patient_id', 'version', 'keys'])
    .expression(
      sql`select patient_id, version, keys from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as made(patient_id uuid, version smallint, keys int4[])`,
    )
    .onConflict((conflict) =>
      conflict
        .column('patient_id')
        .doUpdateSet((row) => ({ version: row.ref('excluded.version'), keys: row.ref('excluded.keys') }))
        .where(sql<boolean>`(match_key.version, match_key.keys) is distinct from (excluded.version, excluded.keys)`),
    )
    .execute()
}
