import type { Fee } from '@foyer/coverage'
import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/organization-db.ts'

export type FeeScheduleKind = 'charge' | 'contract' | 'self-pay'

/** Versions of one price list share these. */
export interface FeeLine {
  readonly kind: FeeScheduleKind
  /** Of a contract; null for the others. */
  readonly payerId: string | null
  /** Of a contract that holds for one plan; null: for all that have none of their own. */
  readonly planId: string | null
}

export interface FeeSchedule extends FeeLine {
  readonly id: string
  readonly name: string
  readonly periodStart: string
  readonly periodEnd: string | null
  readonly importedAt: string
}

type Row = {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly payer_id: string | null
  readonly plan_id: string | null
  readonly period_start: string
  readonly period_end: string | null
  readonly imported_at: string
}

const columns = ['id', 'name', 'kind', 'payer_id', 'plan_id', 'period_start', 'period_end', 'imported_at'] as const

function scheduleOf(row: Row): FeeSchedule {
  return {
    id: row.id,
    name: row.name,
    // A check of the table.
    kind: row.kind as FeeScheduleKind,
    payerId: row.payer_id,
    planId: row.plan_id,
    periodStart: row.period_start,
    periodEnd: row.period_end,
    importedAt: row.imported_at,
  }
}

export async function selectSchedules(db: Db): Promise<readonly (FeeSchedule & { readonly fees: number })[]> {
  const rows = await db
    .selectFrom('fee_schedule')
    .select(columns)
    .select((eb) =>
      eb
        .selectFrom('fee')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('fee.fee_schedule_id', '=', 'fee_schedule.id')
        .as('fees'),
    )
    .orderBy('period_start', 'desc')
    .orderBy('name')
    .execute()
  return rows.map(({ fees, ...row }) => ({ ...scheduleOf(row), fees: fees ?? 0 }))
}

export async function selectSchedule(db: Db, id: string): Promise<FeeSchedule | null> {
  const row = await db.selectFrom('fee_schedule').select(columns).where('id', '=', id).executeTakeFirst()
  return row ? scheduleOf(row) : null
}

/** Versions of a list, the newest first; whoever changes a list waits here for who does so at the same time. */
export async function lockVersions(db: Db, { kind, payerId, planId }: FeeLine): Promise<readonly FeeSchedule[]> {
  const line = `fee schedule ${kind} ${payerId ?? ''} ${planId ?? ''}`
  await sql`select pg_advisory_xact_lock(hashtext(${line}))`.execute(db)
  const rows = await db
    .selectFrom('fee_schedule')
    .select(columns)
    .where('kind', '=', kind)
    .where('payer_id', 'is not distinct from', payerId)
    .where('plan_id', 'is not distinct from', planId)
    .orderBy('period_start', 'desc')
    .execute()
  return rows.map(scheduleOf)
}

export async function insertSchedule(
  db: Db,
  { id, name, kind, payerId, planId, periodStart, importedAt }: Omit<FeeSchedule, 'periodEnd'>,
  importedBy: string | null,
  fees: readonly Fee[],
): Promise<void> {
  await db
    .insertInto('fee_schedule')
    .values({
      id,
      name,
      kind,
      payer_id: payerId,
      plan_id: planId,
      period_start: periodStart,
      imported_at: importedAt,
      imported_by: importedBy,
    })
    .execute()
  const rows = fees.map(({ code, modifier, amountCents }) => ({ code, modifier, amount: amountCents }))
  await db
    .insertInto('fee')
    .columns(['fee_schedule_id', 'code', 'modifier', 'amount_cents'])
    .expression(
      sql`select ${id}::uuid, code, modifier, amount from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(code text, modifier text, amount integer)`,
    )
    .execute()
}

export async function updatePeriodEnd(db: Db, id: string, periodEnd: string | null): Promise<void> {
  await db.updateTable('fee_schedule').set({ period_end: periodEnd }).where('id', '=', id).execute()
}

export async function deleteSchedule(db: Db, id: string): Promise<void> {
  await db.deleteFrom('fee_schedule').where('id', '=', id).execute()
}

/** Codes that begin so, in their order. */
export async function selectFees(db: Db, scheduleId: string, start: string, most: number): Promise<readonly Fee[]> {
  const rows = await db
    .selectFrom('fee')
    .select(['code', 'modifier', 'amount_cents as amountCents'])
    .where('fee_schedule_id', '=', scheduleId)
    .where(sql<boolean>`starts_with(code, ${start})`)
    .orderBy('code')
    .orderBy('modifier')
    .limit(most)
    .execute()
  return rows
}

/** All prices of the version that holds on a date. */
export async function selectFeesOn(
  db: Db,
  { kind, payerId, planId }: FeeLine,
  date: string,
  codes: readonly string[] | null = null,
): Promise<readonly Fee[]> {
  return db
    .selectFrom('fee')
    .innerJoin('fee_schedule as s', 's.id', 'fee.fee_schedule_id')
    .select(['fee.code', 'fee.modifier', 'fee.amount_cents as amountCents'])
    .where('s.kind', '=', kind)
    .where('s.payer_id', 'is not distinct from', payerId)
    .where('s.plan_id', 'is not distinct from', planId)
    .where('s.period_start', '<=', date)
    .where((eb) => eb.or([eb('s.period_end', 'is', null), eb('s.period_end', '>=', date)]))
    .$if(codes !== null, (query) => query.where(sql<boolean>`fee.code = any(${codes}::text[])`))
    .orderBy('fee.code')
    .orderBy('fee.modifier')
    .execute()
}

export interface SlidingStep {
  readonly upToPercent: number
  readonly paysPercent: number | null
  readonly paysCents: number | null
}

/** The lowest first. */
export async function selectSteps(db: Db): Promise<readonly SlidingStep[]> {
  const rows = await db.selectFrom('sliding_step').selectAll().orderBy('up_to_percent').execute()
  return rows.map((row) => ({
    upToPercent: row.up_to_percent,
    paysPercent: row.pays_percent,
    paysCents: row.pays_cents,
  }))
}

export async function replaceSteps(db: Db, steps: readonly SlidingStep[], newId: () => string): Promise<void> {
  await db.deleteFrom('sliding_step').execute()
  if (steps.length === 0) return
  const rows = steps.map((step) => ({
    id: newId(),
    up_to_percent: step.upToPercent,
    pays_percent: step.paysPercent,
    pays_cents: step.paysCents,
  }))
  await db.insertInto('sliding_step').values(rows).execute()
}

export async function payerExists(db: Db, id: string): Promise<boolean> {
  return (await db.selectFrom('payer').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

/** Whether the plan is one of the payer's. */
export async function planExists(db: Db, payerId: string, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('plan')
    .select('id')
    .where('id', '=', id)
    .where('payer_id', '=', payerId)
    .executeTakeFirst()
  return row !== undefined
}
