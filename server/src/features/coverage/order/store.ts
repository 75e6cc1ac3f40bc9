import { type Insertable, sql } from 'kysely'
import type { Db } from '../../../platform/database/organization-db.ts'
import type { OrganizationTables } from '../../../platform/database/organization-tables.ts'
import { isShut, lineColumns, type Viewer } from '../../patients/index.ts'

export type PolicyRow = Awaited<ReturnType<typeof selectPolicies>>[number]

/**
 * Every policy of a person, with the kind of its payer and the birth date of the holder's own record; the first day first. The
 * birth date of a restricted record is not among it, whoever asks: an order that rests on it would tell it to everybody who
 * sees the order, and changes another birthday to see what comes of it.
 */
export async function selectPolicies(db: Db, patientId: string) {
  const isOpenToAll = sql<boolean>`h.restriction is null and l.restriction is null`
  return db
    .selectFrom('coverage as c')
    .innerJoin('payer as y', 'y.id', 'c.payer_id')
    .leftJoin('patient as h', 'h.id', 'c.subscriber_patient_id')
    .leftJoin('patient as l', 'l.id', 'h.merged_into')
    .select(['c.id', 'c.plan_name', 'c.member_id', 'c.kind', 'c.relationship', 'c.subscriber_name'])
    .select(['c.subscriber_birth_date', 'c.employment', 'c.employer_size', 'c.is_continuation'])
    .select(['c.period_start', 'c.period_end', 'c.ended_because', 'c.coverage_order', 'c.version'])
    .select(['y.name as payer_name', 'y.kind as payer_kind'])
    .select(sql<string | null>`case when ${isOpenToAll} then h.birth_date end`.as('holder_birth_date'))
    .where('c.patient_id', '=', patientId)
    .orderBy(sql`c.period_start nulls first`)
    .orderBy('c.coverage_order')
    .orderBy('c.id')
    .execute()
}

export async function findBirthDate(db: Db, patientId: string): Promise<string | undefined> {
  const row = await db.selectFrom('patient').select('birth_date').where('id', '=', patientId).executeTakeFirst()
  return row?.birth_date
}

export type FactRow = Awaited<ReturnType<typeof findFacts>>

/** What was noted last. */
export async function findFacts(db: Db, patientId: string) {
  return db
    .selectFrom('coverage_order_fact')
    .select(['medicare_because', 'kidney_failure_since', 'parents_live'])
    .select(['ordered_coverage_id', 'custodial_coverage_ids', 'other_parent_coverage_ids'])
    .where('patient_id', '=', patientId)
    .orderBy('noted_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function insertFacts(db: Db, row: Insertable<OrganizationTables['coverage_order_fact']>): Promise<void> {
  await db.insertInto('coverage_order_fact').values(row).execute()
}

/** The last decision that nobody took back. */
export async function findDecision(db: Db, patientId: string) {
  return db
    .selectFrom('coverage_order_decision as d')
    .leftJoin('staff as s', 's.id', 'd.decided_by')
    .select(['d.id', 'd.coverage_ids', 'd.reason', 'd.decided_at', 's.name as decided_by'])
    .where('d.patient_id', '=', patientId)
    .where('d.withdrawn_at', 'is', null)
    .orderBy('d.decided_at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function insertDecision(
  db: Db,
  row: Insertable<OrganizationTables['coverage_order_decision']>,
): Promise<void> {
  await db.insertInto('coverage_order_decision').values(row).execute()
}

/** This decision, or with `null` every one that holds. Answers how many there were to take back. */
export async function withdraw(db: Db, patientId: string, decisionId: string | null, at: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('coverage_order_decision')
    .set({ withdrawn_at: at })
    .where('patient_id', '=', patientId)
    .where('withdrawn_at', 'is', null)
    .$if(decisionId !== null, (query) => query.where('id', '=', decisionId ?? ''))
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

export async function findMsp(db: Db, patientId: string) {
  return db
    .selectFrom('msp_answer as m')
    .leftJoin('staff as s', 's.id', 'm.recorded_by')
    .select(['m.answered_on', 'm.due_again_on', 'm.medicare', 'm.rule', 'm.answers', 's.name as recorded_by'])
    .where('m.patient_id', '=', patientId)
    .orderBy('m.answered_on', 'desc')
    .orderBy('m.id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function insertMsp(db: Db, row: Insertable<OrganizationTables['msp_answer']>): Promise<void> {
  await db.insertInto('msp_answer').values(row).execute()
}

function visits(db: Db) {
  return db
    .selectFrom('appointment as a')
    .innerJoin('site as s', 's.id', 'a.site_id')
    .leftJoin('appointment_cause as k', 'k.appointment_id', 'a.id')
    .select(['a.id', 'a.patient_id', 'a.status', 'a.ends_at', 'a.site_id', 's.time_zone', 'k.cause'])
    .select(sql<string>`((a.starts_at at time zone s.time_zone)::date)::text`.as('date'))
}

export type VisitRow = Awaited<ReturnType<typeof findVisit>>

export async function findVisit(db: Db, appointmentId: string) {
  return visits(db).where('a.id', '=', appointmentId).executeTakeFirst()
}

/** The same, for a change of its pins: nobody moves or checks it in until the transaction ends. */
export async function lockVisit(db: Db, appointmentId: string) {
  await db.selectFrom('appointment').select('id').where('id', '=', appointmentId).forNoKeyUpdate().execute()
  return findVisit(db, appointmentId)
}

/** Visits of a person that are booked and not over, by their ids. */
export async function selectAhead(db: Db, patientId: string, now: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('appointment')
    .select('id')
    .where('patient_id', '=', patientId)
    .where('status', '=', 'booked')
    .where('ends_at', '>', now)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

export async function saveCause(db: Db, row: Insertable<OrganizationTables['appointment_cause']>): Promise<void> {
  await db
    .insertInto('appointment_cause')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .column('appointment_id')
        .doUpdateSet({ cause: row.cause, noted_at: row.noted_at, noted_by: row.noted_by ?? null }),
    )
    .execute()
}

export async function selectPins(db: Db, appointmentId: string) {
  return db
    .selectFrom('appointment_coverage as p')
    .innerJoin('coverage as c', 'c.id', 'p.coverage_id')
    .innerJoin('payer as y', 'y.id', 'c.payer_id')
    .select(['p.coverage_id', 'p.coverage_order', 'p.is_sure', 'p.pinned_at'])
    .select(['y.name as payer_name', 'c.plan_name', 'c.member_id'])
    .where('p.appointment_id', '=', appointmentId)
    .orderBy('p.coverage_order')
    .execute()
}

export async function replacePins(
  db: Db,
  appointmentId: string,
  { ids, isSure }: { readonly ids: readonly string[]; readonly isSure: boolean },
  by: { readonly at: string; readonly staffId: string | null },
): Promise<void> {
  await db.deleteFrom('appointment_coverage').where('appointment_id', '=', appointmentId).execute()
  if (ids.length === 0) return
  await db
    .insertInto('appointment_coverage')
    .values(
      ids.map((coverage_id, index) => ({
        appointment_id: appointmentId,
        coverage_id,
        coverage_order: index + 1,
        is_sure: isSure,
        pinned_at: by.at,
        pinned_by: by.staffId,
      })),
    )
    .execute()
}

export async function setOrder(db: Db, coverageId: string, order: number): Promise<void> {
  await db.updateTable('coverage').set({ coverage_order: order }).where('id', '=', coverageId).execute()
}

export interface PolicyFacts {
  readonly employment?: string | null
  readonly employer_size?: string | null
  readonly is_continuation?: boolean
  readonly subscriber_birth_date?: string | null
  readonly period_start?: string | null
}

/** Answers the new version. */
export async function savePolicyFacts(db: Db, coverageId: string, facts: PolicyFacts): Promise<number> {
  const { version } = await db
    .updateTable('coverage')
    .set({ ...facts, version: sql`version + 1` })
    .where('id', '=', coverageId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

/** Visits that are booked at a site, of people whom the viewer may see, with Medicare and no answers good on that day. */
export async function selectMspDue(
  db: Db,
  span: { readonly siteId: string; readonly from: string; readonly to: string },
  viewer: Viewer,
) {
  const day = sql<string>`(a.starts_at at time zone s.time_zone)::date`
  return db
    .selectFrom('appointment as a')
    .innerJoin('site as s', 's.id', 'a.site_id')
    .innerJoin('patient', 'patient.id', 'a.patient_id')
    .select(lineColumns)
    .select(['a.id as appointment_id', 'a.starts_at', sql<string>`${day}::text`.as('date')])
    .select((eb) =>
      eb
        .selectFrom('msp_answer as m')
        .select(sql<string | null>`max(m.answered_on)::text`.as('on'))
        .whereRef('m.patient_id', '=', 'patient.id')
        .as('last_on'),
    )
    .where('a.site_id', '=', span.siteId)
    .where('a.status', '=', 'booked')
    .where(sql<boolean>`${day} between ${span.from}::date and ${span.to}::date`)
    .where(sql<boolean>`not ${isShut(db, 'patient', viewer)}`)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('coverage as c')
          .innerJoin('payer as y', 'y.id', 'c.payer_id')
          .select('c.id')
          .whereRef('c.patient_id', '=', 'patient.id')
          .where('c.kind', '=', 'health')
          .where('y.kind', 'in', ['medicare', 'medicare-advantage'])
          .where(sql<boolean>`daterange(c.period_start, c.period_end, '[]') @> ${day}`),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('msp_answer as m')
            .select('m.id')
            .whereRef('m.patient_id', '=', 'patient.id')
            .where(sql<boolean>`m.due_again_on > ${day}`),
        ),
      ),
    )
    .orderBy('a.starts_at')
    .orderBy('a.id')
    .limit(500)
    .execute()
}

/** Holds a record for a job; false where there is none any more, or it leads to another. */
export async function holdUnmerged(db: Db, patientId: string): Promise<boolean> {
  const row = await db
    .selectFrom('patient')
    .select('merged_into')
    .where('id', '=', patientId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row?.merged_into === null
}

/** People under a policy that this person holds, by their ids. */
export async function selectHeldBy(db: Db, holderId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('coverage')
    .select('patient_id')
    .distinct()
    .where('subscriber_patient_id', '=', holderId)
    .where('patient_id', '<>', holderId)
    .orderBy('patient_id')
    .execute()
  return rows.map(({ patient_id }) => patient_id)
}
