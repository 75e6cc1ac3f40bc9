import { type Insertable, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'
import type { OrganizationTables } from '../../../platform/database/organization-tables.ts'
import { prepared } from '../../../platform/database/statement.ts'

/** Who looks, for statements that leave out what they may not see. */
export interface Viewer {
  readonly staffId: string
  /** Needs no reason: the privacy officer, or a patient who acts for themselves. */
  readonly seesAll: boolean
  /** Instant, UTC. */
  readonly now: string
}

/** The three of them, or names of slots in their place. */
export type ViewerValues = { readonly [K in keyof Viewer]: unknown }

/** Restricted, and not open to the viewer. `patient` is the alias under which the statement knows the person. */
export function isShut(db: Db, patient: string, { staffId, seesAll, now }: ViewerValues): RawBuilder<SqlBool> {
  const restriction = sql.ref(`${patient}.restriction`)
  const open = db
    .selectFrom('break_glass as glass')
    .select('glass.id')
    .where(sql<boolean>`glass.patient_id = ${sql.ref(`${patient}.id`)} and glass.staff_id = ${staffId}::uuid`)
    .where(sql<boolean>`glass.until > ${now}::timestamptz`)
  return sql<boolean>`(${restriction} is not null and not ${seesAll}::boolean and not exists (${open}))`
}

const unplain = prepared<'ids' | keyof Viewer, { readonly id: string; readonly is_shut: boolean }>(
  ['ids', 'staffId', 'seesAll', 'now'],
  (db, { ids, ...viewer }) => {
    // A record that leads to another is as shut as that one. Both by their keys: every request asks this.
    const isShutHere = sql<boolean>`(${isShut(db, 'asked', viewer)} or ${isShut(db, 'lead', viewer)})`
    return db
      .selectFrom('patient as asked')
      .leftJoin('patient as lead', 'lead.id', 'asked.merged_into')
      .select(['asked.id', isShutHere.as('is_shut')])
      .where(sql<boolean>`asked.id = any(${ids}::uuid[])`)
      .where(sql<boolean>`(asked.merged_into is not null or ${isShutHere})`)
  },
)

/** Those of them that are shut to the viewer, or lead to another record. */
export function selectUnplain(db: Db, ids: readonly string[], viewer: Viewer) {
  return unplain(db, { ids, ...viewer })
}

/** Every record that is restricted or leads to another. */
export async function selectUnplainIds(db: Db): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('patient')
    .select('id')
    .where((eb) => eb.or([eb('restriction', 'is not', null), eb('merged_into', 'is not', null)]))
    .execute()
  return rows.map(({ id }) => id)
}

/** Those of them that are shut to the viewer. */
export async function selectShut(db: Db, ids: readonly string[], viewer: Viewer): Promise<readonly string[]> {
  return (await selectUnplain(db, ids, viewer)).flatMap(({ id, is_shut }) => (is_shut ? [id] : []))
}

/** Restricted records of these birth dates that are shut to the viewer, with what says whether they were named. */
export async function selectShutNamed(db: Db, birthDates: readonly string[], viewer: Viewer) {
  return db
    .selectFrom('patient as p')
    .select(['p.id', 'p.given', 'p.family', 'p.preferred'])
    .where('p.restriction', 'is not', null)
    .where(sql<boolean>`p.birth_date = any(${birthDates}::text[])`)
    .where(isShut(db, 'p', viewer))
    .orderBy('p.id')
    .execute()
}

/** Until when the viewer has the record open for a reason; null when they have not. */
export async function selectOpenUntil(db: Db, patientId: string, { staffId, now }: Viewer): Promise<string | null> {
  const row = await db
    .selectFrom('break_glass')
    .select((eb) => eb.fn.max('until').as('until'))
    .where('patient_id', '=', patientId)
    .where('staff_id', '=', staffId)
    .where('until', '>', now)
    .executeTakeFirst()
  return row?.until ?? null
}

/** Locked until the transaction ends; undefined when there is no such person. */
export async function lockRestriction(db: Db, patientId: string) {
  return db
    .selectFrom('patient')
    .select(['id', 'restriction', 'merged_into'])
    .where('id', '=', patientId)
    .forNoKeyUpdate()
    .executeTakeFirst()
}

export async function setRestriction(db: Db, patientId: string, restriction: string | null): Promise<void> {
  await db.updateTable('patient').set({ restriction }).where('id', '=', patientId).execute()
}

export async function insertOpening(db: Db, row: Insertable<OrganizationTables['break_glass']>): Promise<void> {
  await db.insertInto('break_glass').values(row).execute()
}
