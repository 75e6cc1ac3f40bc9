import { keptFromPlan } from '@foyer/patients'
import type { Db } from '../../../platform/database/organization-db.ts'
import { type RestrictionRow, selectInForce } from './store.ts'

/** What keeps the plan from hearing of this visit, or (null) of the person; null: nothing does. */
export async function findKept(
  db: Db,
  patientId: string,
  appointmentId: string | null,
): Promise<RestrictionRow | null> {
  return keptFromPlan(await selectInForce(db, [patientId]), appointmentId)
}

/** The same for visits of many people, asked of the database once. */
export async function keptOf(
  db: Db,
  patientIds: readonly string[],
): Promise<(patientId: string, appointmentId: string | null) => RestrictionRow | null> {
  const byPatient = Map.groupBy(await selectInForce(db, patientIds), (row) => row.patient_id)
  return (patientId, appointmentId) => keptFromPlan(byPatient.get(patientId) ?? [], appointmentId)
}

/** Whether the patient keeps anything from a plan, were it one visit only. */
export async function isKeptFromAny(db: Db, patientId: string): Promise<boolean> {
  return (await selectInForce(db, [patientId])).length > 0
}
