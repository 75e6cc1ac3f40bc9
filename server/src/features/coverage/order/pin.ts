import type { PayingFor } from '@foyer/coverage'
import { Temporal } from '@foyer/kernel'
import type { Db } from '../../../platform/database/organization-db.ts'
import { goesTo, orderState } from './state.ts'
import {
  findVisit,
  lockVisit,
  replacePins,
  selectAhead,
  selectPins,
  selectPolicies,
  setOrder,
  type VisitRow,
} from './store.ts'

type Visit = NonNullable<VisitRow>

export interface PinnedBy {
  readonly at: string
  readonly staffId: string | null
}

export function causeOf({ cause }: Pick<Visit, 'cause'>): PayingFor['cause'] {
  // The column's check lists the same words.
  return (cause ?? 'illness') as PayingFor['cause']
}

async function pin(db: Db, visit: Visit, by: PinnedBy): Promise<boolean> {
  const [policies, pins] = await Promise.all([selectPolicies(db, visit.patient_id), selectPins(db, visit.id)])
  const before = pins.map((one) => one.coverage_id)
  // Who has no plan and had none when the visit was pinned needs no order of plans.
  if (policies.length === 0 && before.length === 0) return false
  const state = await orderState(db, visit.patient_id, { on: visit.date, cause: causeOf(visit), policies })
  const ids = goesTo(state)
  if (before.join() === ids.join() && pins.every((one) => one.is_sure === state.isSure)) return false
  await replacePins(db, visit.id, { ids, isSure: state.isSure }, by)
  return true
}

/** Pins what a visit goes to, while it is booked and not over: it follows every change until then. */
export async function pinAhead(db: Db, appointmentId: string, by: PinnedBy): Promise<boolean> {
  const visit = await lockVisit(db, appointmentId)
  if (visit?.status !== 'booked' || Temporal.Instant.compare(visit.ends_at, by.at) <= 0) return false
  return pin(db, visit, by)
}

/**
 * Pins for the last time, in the transaction that checks the patient in: what changes afterwards changes nothing of this
 * visit. The caller holds the visit.
 */
export async function pinAtCheckIn(db: Db, appointmentId: string, by: PinnedBy): Promise<void> {
  const visit = await findVisit(db, appointmentId)
  if (visit) await pin(db, visit, by)
}

/** Pins what each visit ahead of a person goes to, and writes the order of today into the policies themselves. */
export async function settle(db: Db, patientId: string, today: string, by: PinnedBy): Promise<boolean> {
  const { ids, rows } = await orderState(db, patientId, { on: today })
  let changed = false
  for (const [at, id] of ids.entries()) {
    if (rows.find((row) => row.id === id)?.coverage_order === at + 1) continue
    await setOrder(db, id, at + 1)
    changed = true
  }
  for (const id of await selectAhead(db, patientId, by.at)) if (await pinAhead(db, id, by)) changed = true
  return changed
}
