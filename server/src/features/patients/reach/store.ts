import type { ConfidentialContact } from '@foyer/patients'
import { type RawBuilder, sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Db } from '../../../platform/database/organization-db.ts'

/** Whether others answer or read the contact `c` of the person `p`: it was said so, or it stands on another's record. */
function isShared(db: Db): RawBuilder<boolean> {
  const elsewhere = db
    .selectFrom('contact_point as o')
    .innerJoin('patient as q', 'q.id', 'o.patient_id')
    .select('o.id')
    .where(sql<boolean>`o.search_value = c.search_value and o.system = c.system and o.period_end is null`)
    .where(sql<boolean>`q.id <> p.id and q.merged_into is null`)
  return sql<boolean>`(c.shared_with is not null or exists (${elsewhere}) or exists (${relative(db)}))`
}

/** Who stands beside the person `p` with the number `c`. */
function relative(db: Db) {
  return db
    .selectFrom('related_person as r')
    .select('r.relationship')
    .where(sql<boolean>`r.patient_id = p.id and r.search_value = c.search_value and c.system = 'phone'`)
    .orderBy('r.id')
    .limit(1)
}

export async function selectReach(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('patient as p')
    .select('p.id')
    .select(sql<ConfidentialContact | null>`p.confidential_contact`.as('wish'))
    .select([
      jsonArrayFrom(
        db
          .selectFrom('contact_point as c')
          .select(['c.system', 'c.value', 'c.may_leave_message as mayLeaveMessage'])
          .select(sql<string | null>`coalesce(c.shared_with, ${relative(db)})`.as('sharedWith'))
          .select(isShared(db).as('isShared'))
          .where(sql<boolean>`c.patient_id = p.id and c.period_end is null`)
          .orderBy('c.rank')
          .orderBy('c.id'),
      ).as('contacts'),
    ])
    .where(sql<boolean>`p.id = any(${ids}::uuid[])`)
    .execute()
}
