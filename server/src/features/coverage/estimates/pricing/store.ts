import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/organization-db.ts'

export async function selectSlidingSteps(db: Db) {
  return db.selectFrom('sliding_step').selectAll().orderBy('up_to_percent').orderBy('id').execute()
}

/** Lists of prices that hold on a day, the newest of each kind, payer and plan first, with what they say of these codes. */
export async function selectPriceLists(db: Db, date: string, codes: readonly string[]) {
  return db
    .selectFrom('fee_schedule as s')
    .leftJoin('fee as f', (join) =>
      join.onRef('f.fee_schedule_id', '=', 's.id').on(sql<boolean>`f.code = any(${codes}::text[])`),
    )
    .select(['s.id', 's.name', 's.kind', 's.payer_id', 's.plan_id', 'f.code', 'f.modifier', 'f.amount_cents'])
    .where('s.period_start', '<=', date)
    .where((eb) => eb.or([eb('s.period_end', 'is', null), eb('s.period_end', '>=', date)]))
    .orderBy('s.period_start', 'desc')
    .orderBy('s.imported_at', 'desc')
    .orderBy('s.id')
    .execute()
}

/** Every cover of the person with the answer to what its payer was asked last; being turned away says nothing of the plan. */
export async function selectCovers(db: Db, patientId: string) {
  return db
    .selectFrom('coverage as c')
    .innerJoin('payer as p', 'p.id', 'c.payer_id')
    .leftJoin('plan as l', 'l.id', 'c.plan_id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('eligibility_check as k')
          .select(['k.id', 'k.answered_at', 'k.service_date', 'k.is_sandbox', 'k.result'])
          .whereRef('k.coverage_id', '=', 'c.id')
          .where('k.state', '=', 'answered')
          .where('k.result', 'is not', null)
          .orderBy(sql`k.outcome = 'turned-away'`)
          .orderBy('k.asked_at', 'desc')
          .orderBy('k.id', 'desc')
          .limit(1)
          .as('k'),
      (join) => join.onTrue(),
    )
    .select([
      'c.id',
      'c.payer_id',
      'c.plan_id',
      'p.name as payer',
      'p.kind as payer_kind',
      'c.plan_name',
      'c.kind',
      'c.period_start',
      'c.period_end',
    ])
    .select('l.in_network')
    .select(['c.coverage_order', 'k.id as check_id', 'k.answered_at', 'k.service_date', 'k.is_sandbox', 'k.result'])
    .where('c.patient_id', '=', patientId)
    .orderBy('c.coverage_order')
    .orderBy('c.id')
    .execute()
}

export type CoverRow = Awaited<ReturnType<typeof selectCovers>>[number]

export async function selectSaid(db: Db, appointmentId: string): Promise<'insured' | 'self-pay' | null> {
  const row = await db
    .selectFrom('payment_choice')
    .select('pays')
    .where('appointment_id', '=', appointmentId)
    .executeTakeFirst()
  // The check of the column lets in only these.
  return (row?.pays as 'insured' | 'self-pay' | undefined) ?? null
}
