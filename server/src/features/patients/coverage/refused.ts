import type { patients, Refusal } from '@foyer/contract'
import type { Ctx } from '../../../platform/context.ts'
import type { Db } from '../../../platform/database/organization-db.ts'
import { findLine } from '../store.ts'
import { checkOpen } from '../restricted/gate.ts'
import { isBackwards, type CoverageBody } from './fields.ts'
import { type CoverageFields, findOverlap, hasPlan, payerName } from './store.ts'

type Refused = Refusal<typeof patients.addCoverage>

interface Wanted {
  readonly body: CoverageBody
  readonly fields: CoverageFields
  readonly coverageId: string | null
  readonly holderBefore: string | null
}

/**
 * The first reason why a person cannot have this coverage; null: they can. `coverageId` is the one that is changed,
 * `holderBefore` the policyholder's record that it named: only a link that is new may be held against whoever saves.
 */
export async function whyNot(
  ctx: Ctx,
  db: Db,
  patientId: string,
  { body, fields, coverageId, holderBefore }: Wanted,
): Promise<Refused | null> {
  if ((await payerName(db, body.payerId)) === null) return { reason: 'unknown-payer' }
  if (body.planId !== null && !(await hasPlan(db, body.payerId, body.planId))) return { reason: 'unknown-plan' }
  if (isBackwards(body)) return { reason: 'period-backwards' }
  const { subscriberPatientId } = body
  if (subscriberPatientId !== null && subscriberPatientId !== holderBefore) {
    if (subscriberPatientId === patientId || !(await findLine(db, subscriberPatientId)))
      return { reason: 'unknown-subscriber' }
    await checkOpen(ctx, db, subscriberPatientId)
  }
  const other = await findOverlap(db, patientId, fields, coverageId)
  return other === null ? null : { reason: 'overlaps', coverageId: other }
}
