import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/organization-db.ts'
import { isShut, lineColumns, type Viewer } from '../../../patients/index.ts'

export interface VisitsAsked {
  readonly from: string
  readonly to: string
  readonly siteId: string | null
}

const localDate = sql<string>`(a.starts_at at time zone s.time_zone)::date::text`

function visits(db: Db, { from, to, siteId }: VisitsAsked) {
  return (
    db
      .selectFrom('appointment as a')
      .innerJoin('site as s', 's.id', 'a.site_id')
      .innerJoin('visit_type as v', 'v.id', 'a.visit_type_id')
      .innerJoin('patient', 'patient.id', 'a.patient_id')
      .leftJoin('visit_type_billing as b', 'b.visit_type_id', 'a.visit_type_id')
      .where('a.status', '=', 'booked')
      // A day more on each side: the civil date of a site decides, the index knows instants.
      .where('a.starts_at', '>=', sql<string>`${from}::date - 1`)
      .where('a.starts_at', '<', sql<string>`${to}::date + 2`)
      .where(localDate, '>=', from)
      .where(localDate, '<=', to)
      .$if(siteId !== null, (query) => query.where('a.site_id', '=', siteId ?? ''))
  )
}

/** Visits of some days with what is needed to ask about them. */
export async function selectVisitsToAsk(db: Db, asked: VisitsAsked) {
  return visits(db, asked)
    .select(['a.id', 'a.patient_id', 'a.site_id', 'b.service_types', localDate.as('date')])
    .orderBy('a.starts_at')
    .orderBy('a.id')
    .execute()
}

/** The same, as the desk sees them. */
export async function selectVisitsToShow(db: Db, asked: VisitsAsked, viewer: Viewer) {
  return visits(db, asked)
    .select(lineColumns)
    .select(['a.id as appointment_id', 'a.site_id', 'a.starts_at', 'v.name as visit_type_name', localDate.as('date')])
    .select(['a.visit_type_id', 's.time_zone'])
    .where(sql<boolean>`not ${isShut(db, 'patient', viewer)}`)
    .orderBy('a.starts_at')
    .orderBy('a.id')
    .execute()
}

export async function insertSweep(
  db: Db,
  sweep: {
    readonly id: string
    readonly begun_at: string
    readonly begun_by: string | null
    readonly from_date: string
    readonly to_date: string
    readonly visits: number
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('eligibility_sweep')
    .values(sweep)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/**
 * Ends a sweep that waits for nothing but lines that are down or not asked over any more: one payer's outage holds up no
 * other. Its questions go on waiting, and whoever sweeps next does not ask them twice.
 */
export async function letGoOfHeldUp(db: Db, now: string): Promise<void> {
  await db
    .updateTable('eligibility_sweep as s')
    .set({ ended_at: now })
    .where('s.ended_at', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('eligibility_check as e')
            .innerJoin('payer_connection as n', 'n.id', 'e.connection_id')
            .select('e.id')
            .whereRef('e.sweep_id', '=', 's.id')
            .where('e.state', '=', 'waiting')
            .where('n.active', '=', true)
            .where('n.down_since', 'is', null),
        ),
      ),
    )
    .execute()
}

export async function findOpenSweep(db: Db): Promise<string | null> {
  const row = await db.selectFrom('eligibility_sweep').select('id').where('ended_at', 'is', null).executeTakeFirst()
  return row?.id ?? null
}

export async function wasSweptSince(db: Db, at: string): Promise<boolean> {
  const row = await db
    .selectFrom('eligibility_sweep')
    .select('id')
    .where('begun_at', '>=', at)
    .where('begun_by', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** The last sweep and how far it is. */
export async function findLastSweep(db: Db) {
  return db
    .selectFrom('eligibility_sweep as s')
    .leftJoin('eligibility_check as e', 'e.sweep_id', 's.id')
    .select(['s.id', 's.begun_at', 's.ended_at', 's.visits'])
    .select(sql<number>`count(e.id)::int`.as('asked'))
    .select(sql<number>`(count(e.id) filter (where e.state = 'answered'))::int`.as('answered'))
    .select(sql<number>`(count(e.id) filter (where e.state = 'failed'))::int`.as('failed'))
    .groupBy('s.id')
    .orderBy('s.begun_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Payers with how the line is on which they are asked. */
export async function selectPayerLines(db: Db, payerIds: readonly string[]) {
  return db
    .selectFrom('payer as p')
    .leftJoin('payer_enrolment as e', (join) =>
      join.onRef('e.payer_id', '=', 'p.id').on('e.transaction', '=', '270').on('e.state', '=', 'active'),
    )
    .leftJoin('payer_connection as n', 'n.id', 'e.connection_id')
    .distinctOn('p.id')
    .select(['p.id', 'p.name', 'n.down_since', 'n.retry_at', 'n.is_sandbox'])
    .where(sql<boolean>`p.id = any(${payerIds}::uuid[])`)
    .orderBy('p.id')
    .orderBy('n.id')
    .execute()
}

/** What visits were pinned to. */
export async function selectPinsOf(db: Db, appointmentIds: readonly string[]) {
  return db
    .selectFrom('appointment_coverage')
    .select(['appointment_id', 'coverage_id', 'coverage_order'])
    .where(sql<boolean>`appointment_id = any(${appointmentIds}::uuid[])`)
    .execute()
}

/** Those of the policies of which an answer says that the plan does not pay for a visit. */
export async function selectNotCovered(db: Db, coverageIds: readonly string[]): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('eligibility_check as e')
    .select('e.coverage_id')
    .distinct()
    .where(sql<boolean>`e.coverage_id = any(${coverageIds}::uuid[])`)
    .where(sql<boolean>`e.copay_said @> '{"isNotCovered": true}'`)
    .execute()
  return rows.flatMap(({ coverage_id: id }) => id ?? [])
}

/**
 * Answers about the months of these days, what was asked for last first: of each policy, day and visit the last. Being
 * turned away is none.
 */
export async function selectAnswersOf(
  db: Db,
  coverageIds: readonly string[],
  { from, to }: Pick<VisitsAsked, 'from' | 'to'>,
) {
  if (coverageIds.length === 0) return []
  const newest = db
    .selectFrom('eligibility_check as k')
    .innerJoin('coverage as c', 'c.id', 'k.coverage_id')
    .leftJoin('appointment as o', 'o.id', 'k.appointment_id')
    .distinctOn(['k.coverage_id', 'k.service_date', 'k.appointment_id'])
    .select(['k.id', 'k.coverage_id', 'k.service_date', 'k.appointment_id', 'k.outcome', 'k.asked_at', 'k.answered_at'])
    .select(['k.copay_said', 'k.is_sandbox', 'k.result', 'o.visit_type_id', 'c.checked_source'])
    .where(sql<boolean>`k.coverage_id = any(${coverageIds}::uuid[])`)
    .where('k.state', '=', 'answered')
    .where('k.outcome', '<>', 'turned-away')
    .where(sql<boolean>`k.service_date >= date_trunc('month', ${from}::date)::date
      and k.service_date < (date_trunc('month', ${to}::date) + interval '1 month')::date`)
    .orderBy('k.coverage_id')
    .orderBy('k.service_date')
    .orderBy('k.appointment_id')
    .orderBy('k.asked_at', 'desc')
    .orderBy('k.id', 'desc')
  return db.selectFrom(newest.as('n')).selectAll().orderBy('n.asked_at', 'desc').orderBy('n.id', 'desc').execute()
}

export type AnswerOfRow = Awaited<ReturnType<typeof selectAnswersOf>>[number]
