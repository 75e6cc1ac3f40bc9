import { type Insertable, sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'
import type { OrganizationTables } from '../../../platform/database/organization-tables.ts'
import { isShut, lineColumns, sharingKeys, type Viewer } from '../../patients/index.ts'

export async function insertDecision(db: Db, row: Insertable<OrganizationTables['household_decision']>): Promise<void> {
  await db.insertInto('household_decision').values(row).execute()
}

/** The last word on each of the others; said at either of the two. */
function lastWords(db: Db, patientId: string) {
  const saidHere = db
    .selectFrom('household_decision')
    .select(['other_id as other', 'belongs', 'decided_at', 'id'])
    .where('patient_id', '=', patientId)
  const saidThere = db
    .selectFrom('household_decision')
    .select(['patient_id as other', 'belongs', 'decided_at', 'id'])
    .where('other_id', '=', patientId)
  return db
    .selectFrom(saidHere.unionAll(saidThere).as('said'))
    .distinctOn('said.other')
    .select(['said.other', 'said.belongs'])
    .orderBy('said.other')
    .orderBy('said.decided_at', 'desc')
    .orderBy('said.id', 'desc')
}

export async function lastDecision(db: Db, patientId: string, otherId: string): Promise<boolean | null> {
  const row = await db
    .selectFrom(lastWords(db, patientId).as('word'))
    .select('word.belongs')
    .where('word.other', '=', otherId)
    .executeTakeFirst()
  return row?.belongs ?? null
}

const MOST = 50

export async function findHome(db: Db, patientId: string): Promise<unknown> {
  const row = await db.selectFrom('patient').select('address').where('id', '=', patientId).executeTakeFirst()
  return row?.address ?? null
}

/** Homes of today of those who share one of these keys of the comparison. */
export async function selectHomes(db: Db, keys: readonly number[]) {
  return db
    .selectFrom('patient as p')
    .innerJoin(sharingKeys(db, keys).as('sharing'), 'sharing.id', 'p.id')
    .select(['p.id', 'p.address'])
    .distinct()
    .where('p.address', 'is not', null)
    .execute()
}

/** Others with a phone, an e-mail or the home in common, or named by the desk, whom the viewer may see. */
export async function selectHousehold(db: Db, patientId: string, sameHomeIds: readonly string[], viewer: Viewer) {
  const byContact = db
    .selectFrom('contact_point as mine')
    .innerJoin('contact_point as theirs', (join) =>
      join.onRef('theirs.search_value', '=', 'mine.search_value').onRef('theirs.system', '=', 'mine.system'),
    )
    .select(['theirs.patient_id as id', 'mine.system as same'])
    .where('mine.patient_id', '=', patientId)
    .where('mine.period_end', 'is', null)
    .where('theirs.period_end', 'is', null)
  const byHome = db
    .selectNoFrom([sql<string>`unnest(${sameHomeIds}::uuid[])`.as('id'), sql<string>`'address'`.as('same')])
    .$castTo<{ id: string; same: string }>()
  const byWord = db
    .selectFrom(lastWords(db, patientId).as('word'))
    .select(['word.other as id', sql<string>`'noted'`.as('same')])
    .where('word.belongs', '=', true)
  return db
    .selectFrom('patient')
    .innerJoin(byContact.unionAll(byHome).unionAll(byWord).as('found'), 'found.id', 'patient.id')
    .leftJoin('related_person as r', (join) =>
      join.onRef('r.relative_id', '=', 'patient.id').on('r.patient_id', '=', patientId),
    )
    .select(lineColumns)
    .select(
      sql<('phone' | 'email' | 'address' | 'noted')[]>`array_agg(distinct found.same order by found.same)`.as('same'),
    )
    .select(sql<string | null>`min(r.id::text)`.as('related_person_id'))
    .select(sql<string | null>`min(r.relationship)`.as('relationship'))
    .where('patient.id', '!=', patientId)
    .where('patient.merged_into', 'is', null)
    .where('patient.deceased', '=', false)
    .where(sql<boolean>`not ${isShut(db, 'patient', viewer)}`)
    .where((eb) =>
      eb.not(
        eb.exists(
          db
            .selectFrom(lastWords(db, patientId).as('word'))
            .select('word.other')
            .where('word.belongs', '=', false)
            .where(sql<boolean>`word.other = patient.id`),
        ),
      ),
    )
    .groupBy(lineColumns)
    .orderBy('patient.birth_date')
    .orderBy('patient.id')
    .limit(MOST)
    .execute()
}
