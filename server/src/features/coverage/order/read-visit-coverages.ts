import type { coverageOrder, Reply } from '@foyer/contract'
import type { Ctx } from '../../../platform/context.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { checkOpen } from '../../patients/index.ts'
import { causeOf } from './pin.ts'
import { goesTo, orderState } from './state.ts'
import { findVisit, selectPins } from './store.ts'

type Shown = Reply<typeof coverageOrder.readVisitCoverages>

/** Of a visit that is booked and that nobody pinned yet, what it would go to. */
export async function readVisitCoverages(ctx: Ctx, appointmentId: string): Promise<Shown> {
  const { db } = ctx
  const visit = await findVisit(db, appointmentId)
  if (!visit) throw new Problem('not-found')
  ctx.touch(visit.patient_id, appointmentId)
  await checkOpen(ctx, db, visit.patient_id)
  const pins = await selectPins(db, appointmentId)
  const isFinal = visit.status !== 'booked'
  const [first] = pins
  if (first || isFinal) {
    return {
      coverages: pins.map((row) => ({ ...presentPolicy({ ...row, id: row.coverage_id }), order: row.coverage_order })),
      pinnedAt: first?.pinned_at ?? null,
      isFinal,
    }
  }
  const state = await orderState(db, visit.patient_id, { on: visit.date, cause: causeOf(visit) })
  const coverages = goesTo(state).flatMap((id, at) => {
    const row = state.inForce.find((one) => one.id === id)
    return row ? [{ ...presentPolicy(row), order: at + 1 }] : []
  })
  return { coverages, pinnedAt: null, isFinal }
}

function presentPolicy(row: {
  readonly id: string
  readonly payer_name: string
  readonly plan_name: string | null
  readonly member_id: string | null
}): Omit<Shown['coverages'][number], 'order'> {
  return { coverageId: row.id, payerName: row.payer_name, planName: row.plan_name, memberId: row.member_id }
}
