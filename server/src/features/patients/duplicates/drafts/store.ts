import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/organization-db.ts'
import { sharingKeys } from '../../matching/store.ts'
import { isShut, type Viewer } from '../../restricted/store.ts'

export interface DraftBlock {
  readonly at: number
  readonly birth_date: string
  readonly given: string
  readonly family: string
  /** As `contact_point.search_value`. */
  readonly contacts: readonly string[]
  readonly identifiers: readonly string[]
  /** Blocking keys of the package. */
  readonly keys: readonly number[]
}

const MOST_ALIKE = sql.lit(100)

/**
 * Records worth comparing with people who are not here yet, as for those who are: the same birth date and an initial in
 * common, a phone, e-mail or number in common, the same name and a birth date that agrees in part, or a blocking key
 * of the package in common.
 */
export async function selectDraftCandidates(
  db: Db,
  drafts: readonly DraftBlock[],
  system: string,
  viewer: Viewer,
): Promise<readonly { readonly at: number; readonly id: string; readonly is_shut: boolean }[]> {
  if (drafts.length === 0) return []
  const draft = sql<DraftBlock>`(select * from jsonb_to_recordset(${JSON.stringify(drafts)}::jsonb)
    as d(at integer, birth_date text, given text, family text, contacts text[], identifiers text[], keys int4[]))`
  const sameDate = db
    .selectFrom('patient as o')
    .select('o.id')
    .where(sql<boolean>`o.birth_date = d.birth_date and o.merged_into is null
      and (lower(left(o.given, 1)) in (left(d.given, 1), left(d.family, 1))
        or lower(left(o.family, 1)) in (left(d.given, 1), left(d.family, 1)))`)
    .limit(MOST_ALIKE)
  const sameContact = db
    .selectFrom('contact_point as c')
    .select('c.patient_id as id')
    .where(sql<boolean>`c.search_value = any(d.contacts)`)
    .limit(MOST_ALIKE)
  const sameNumber = db
    .selectFrom('patient_identifier as i')
    .select('i.patient_id as id')
    .where(sql<boolean>`i.system = ${system} and i.value = any(d.identifiers)`)
    .limit(MOST_ALIKE)
  const sameName = db
    .selectFrom('patient as o')
    .select('o.id')
    .where(sql<boolean>`lower(o.family) = d.family and lower(o.given) = d.given and o.merged_into is null
      and (left(o.birth_date, 4) = left(d.birth_date, 4) or substr(o.birth_date, 6) = substr(d.birth_date, 6))`)
    .limit(MOST_ALIKE)
  const sameKey = db.selectFrom(sharingKeys(db, sql`d.keys`).as('sharing')).select('sharing.id').limit(MOST_ALIKE)
  const others = db
    .selectFrom(sameDate.as('date'))
    .select('date.id')
    .union(db.selectFrom(sameContact.as('contact')).select('contact.id'))
    .union(db.selectFrom(sameNumber.as('number')).select('number.id'))
    .union(db.selectFrom(sameName.as('name')).select('name.id'))
    .union(db.selectFrom(sameKey.as('keyed')).select('keyed.id'))
  const found = db
    .selectFrom(draft.as('d'))
    .innerJoinLateral(others.as('other'), (join) => join.onTrue())
    .select(['d.at', 'other.id'])
  // Made once: without statistics, as in a new practice, the planner would ask it anew for every record there is.
  return db
    .with(
      (name) => name('found').materialized(),
      () => found,
    )
    .selectFrom('found')
    .innerJoin('patient as p', 'p.id', 'found.id')
    .select(['found.at', 'p.id'])
    .select(isShut(db, 'p', viewer).as('is_shut'))
    .where('p.merged_into', 'is', null)
    .$castTo<{ at: number; id: string; is_shut: boolean }>()
    .execute()
}

/** Numbers of one system that these people have. */
export async function selectNumbers(db: Db, ids: readonly string[], system: string) {
  return db
    .selectFrom('patient_identifier')
    .select(['patient_id', 'value'])
    .where('system', '=', system)
    .where(sql<boolean>`patient_id = any(${ids}::uuid[])`)
    .execute()
}

/** Who has these numbers of the system, merged or not. */
export async function selectNumberOwners(db: Db, system: string, values: readonly string[]) {
  return db
    .selectFrom('patient_identifier')
    .select(['patient_id', 'value'])
    .where('system', '=', system)
    .where(sql<boolean>`value = any(${values}::text[])`)
    .execute()
}
