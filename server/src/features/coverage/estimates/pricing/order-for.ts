import type { PriceFacts } from '@foyer/coverage'
import type { Db } from '../../../../platform/database/organization-db.ts'
import { causeOf } from '../../order/pin.ts'
import { goesTo, orderState } from '../../order/state.ts'
import { selectPins } from '../../order/store.ts'
import { findVisit } from '../store.ts'

export interface OrderFor extends Pick<PriceFacts, 'cause' | 'isOrderSure'> {
  /** Ids of policies; the first pays first. */
  readonly ids: readonly string[]
  /** Checked in: nothing but what is pinned pays, whatever changed since. */
  readonly isFinal: boolean
}

/** What pays for a visit and in which order, and whether that is sure: as pinned once it was checked in, else as is known now. */
export async function orderFor(
  db: Db,
  {
    patientId,
    appointmentId,
    date,
  }: { readonly patientId: string; readonly appointmentId: string | null; readonly date: string },
): Promise<OrderFor> {
  const visit = appointmentId === null ? undefined : await findVisit(db, appointmentId)
  const cause = visit ? causeOf(visit) : 'illness'
  const pins = visit && visit.status !== 'booked' ? await selectPins(db, visit.id) : []
  if (pins.length > 0) {
    const ids = pins.map((one) => one.coverage_id)
    return { cause, ids, isOrderSure: pins.every((one) => one.is_sure), isFinal: true }
  }
  const state = await orderState(db, patientId, { on: date, cause })
  return { cause, ids: goesTo(state), isOrderSure: state.isSure, isFinal: false }
}
