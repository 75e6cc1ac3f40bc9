import type { Ctx } from '../../../platform/context.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import { coverageChanged } from '../events.ts'
import { recordChanges } from '../history/record-change.ts'
import { keepFindable } from '../search/keys/keep-findable.ts'
import { coverageHistory } from './history.ts'
import {
  type CoverageFields,
  type CoverageRow,
  insertCoverage,
  payerName,
  selectCoverages,
  updateCoverage,
} from './store.ts'

export interface FoundCoverage {
  readonly payerId: string
  readonly planName: string | null
  readonly memberId: string | null
  readonly groupNumber: string | null
  readonly relationship: string
  readonly subscriberName: string | null
  readonly periodStart: string | null
  readonly periodEnd: string | null
  readonly order: number
  /** The day on which the payer said so. */
  readonly on: string
}

/**
 * Adds a policy that a payer knows of, within a transaction that holds the record. One that stands there already is not
 * written a second time: what nobody knew of it is filled in. Answers its id.
 */
export async function addFoundCoverage(ctx: Ctx, db: Db, patientId: string, found: FoundCoverage): Promise<string> {
  const same = (await selectCoverages(db, [patientId])).find((row) => isSamePolicy(row, found))
  return same ? fillIn(ctx, db, same, found) : add(ctx, db, patientId, found)
}

function isSamePolicy(row: CoverageRow, { payerId, memberId, on }: FoundCoverage): boolean {
  const hasEnded = row.period_end !== null && row.period_end < on
  const isSameNumber = row.member_id === null || memberId === null || row.member_id === memberId
  return row.payer_id === payerId && isSameNumber && !hasEnded
}

async function fillIn(ctx: Ctx, db: Db, before: CoverageRow, found: FoundCoverage): Promise<string> {
  const { id, patient_id: patientId, payer_name: payer } = before
  const known = {
    plan_name: before.plan_name ?? found.planName,
    member_id: before.member_id ?? found.memberId,
    group_number: before.group_number ?? found.groupNumber,
    period_start: before.period_start ?? found.periodStart,
  }
  const row = await updateCoverage(db, id, known)
  await recordChanges(ctx, db, patientId, coverageHistory(before, payer), coverageHistory(row, payer))
  await keepFindable(db, [patientId])
  await ctx.tell(db, coverageChanged(id, patientId))
  return id
}

async function add(ctx: Ctx, db: Db, patientId: string, found: FoundCoverage): Promise<string> {
  const id = ctx.newId()
  const fields: CoverageFields = {
    payer_id: found.payerId,
    plan_id: null,
    plan_name: found.planName,
    kind: 'health',
    member_id: found.memberId,
    group_number: found.groupNumber,
    relationship: found.relationship,
    subscriber_name: found.subscriberName,
    subscriber_birth_date: null,
    subscriber_sex: null,
    subscriber_patient_id: null,
    period_start: found.periodStart,
    period_end: found.periodEnd,
    ended_because: null,
    coverage_order: found.order,
    copay_cents: null,
  }
  const row = await insertCoverage(db, id, patientId, fields)
  await recordChanges(ctx, db, patientId, {}, coverageHistory(row, await payerName(db, found.payerId)))
  await keepFindable(db, [patientId])
  await ctx.tell(db, coverageChanged(id, patientId))
  return id
}
