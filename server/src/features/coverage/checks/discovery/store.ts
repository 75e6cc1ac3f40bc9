import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/organization-db.ts'

/** Payers of which the person has a policy on that day: they are asked about it, not whether there is one. */
export async function selectPayersOf(db: Db, patientId: string, on: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('coverage')
    .select('payer_id')
    .where('patient_id', '=', patientId)
    .where(sql<boolean>`coalesce(period_start, '0001-01-01') <= ${on}::date`)
    .where(sql<boolean>`coalesce(period_end, '9999-12-31') >= ${on}::date`)
    .execute()
  return rows.map((row) => row.payer_id)
}

/** A question about nobody's policy, held until it belongs to one. */
export async function lockFound(db: Db, patientId: string, checkId: string) {
  return db
    .selectFrom('eligibility_check')
    .select(['id', 'coverage_id', 'payer_id', 'outcome', 'result', 'reason', 'service_date'])
    .where('id', '=', checkId)
    .where('patient_id', '=', patientId)
    .forUpdate()
    .executeTakeFirst()
}

export async function giveToCoverage(db: Db, checkId: string, coverageId: string): Promise<void> {
  await db.updateTable('eligibility_check').set({ coverage_id: coverageId }).where('id', '=', checkId).execute()
  await db.updateTable('coverage').set({ last_check_id: checkId }).where('id', '=', coverageId).execute()
}

export async function countPolicies(db: Db, patientId: string): Promise<number> {
  const { count } = await db
    .selectFrom('coverage')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('patient_id', '=', patientId)
    .executeTakeFirstOrThrow()
  return count
}

/** When payers were last asked whether they know the person, by whomever; null: never. */
export async function findLastSearch(db: Db, patientId: string): Promise<string | null> {
  const row = await db
    .selectFrom('eligibility_check')
    .select('asked_at')
    .where('patient_id', '=', patientId)
    .where('reason', '=', 'discovery')
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.asked_at ?? null
}

/** A question about a policy, where its answer is that the plan is not active; else undefined. */
export async function findInactive(db: Db, checkId: string) {
  return db
    .selectFrom('eligibility_check')
    .select(['appointment_id', 'service_date'])
    .where('id', '=', checkId)
    .where('coverage_id', 'is not', null)
    .where('state', '=', 'answered')
    .where('outcome', '=', 'inactive')
    .executeTakeFirst()
}

const dateOfVisit = sql<string>`(a.starts_at at time zone s.time_zone)::date`

/**
 * Of the visits that a sweep of the night is about those of people without a policy on that day, the next first. Left out
 * is whoever was looked for after the moment, and whoever keeps anything from their plan, so that the others have a place.
 */
export async function selectComingWithoutPolicy(db: Db, sweepId: string, searchedAfter: string, most: number) {
  return (
    db
      .selectFrom('eligibility_sweep as w')
      .innerJoin('appointment as a', (join) => join.on('a.status', '=', 'booked'))
      .innerJoin('site as s', 's.id', 'a.site_id')
      .select(['a.id', 'a.patient_id'])
      .select(sql<string>`${dateOfVisit}::text`.as('date'))
      .where('w.id', '=', sweepId)
      .where('w.begun_by', 'is', null)
      // A day more on each side: the civil date of a site decides, the index knows instants.
      .where(sql<boolean>`a.starts_at >= w.from_date - 1 and a.starts_at < w.to_date + 2`)
      .where(sql<boolean>`${dateOfVisit} between w.from_date and w.to_date`)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('coverage as c')
              .select('c.id')
              .whereRef('c.patient_id', '=', 'a.patient_id')
              .where(sql<boolean>`${dateOfVisit} between coalesce(c.period_start, '0001-01-01')
                and coalesce(c.period_end, '9999-12-31')`),
          ),
        ),
      )
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('eligibility_check as e')
              .select('e.id')
              .whereRef('e.patient_id', '=', 'a.patient_id')
              .where('e.reason', '=', 'discovery')
              .where('e.asked_at', '>', searchedAfter),
          ),
        ),
      )
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('plan_restriction as r')
              .select('r.id')
              .whereRef('r.patient_id', '=', 'a.patient_id')
              .where('r.ended_at', 'is', null),
          ),
        ),
      )
      .orderBy('a.starts_at')
      .orderBy('a.id')
      .limit(most)
      .execute()
  )
}
