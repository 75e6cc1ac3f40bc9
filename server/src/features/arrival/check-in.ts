import { type arrival, type Reply, roleMay } from '@foyer/contract'
import { dateAt } from '@foyer/kernel'
import type { Ctx } from '../../platform/context.ts'
import type { PracticeBook } from '../practice/index.ts'
import { readReach, withoutShutHolders } from '../patients/index.ts'
import { presentContact, presentCoverages, presentPayments, presentVisit } from './present.ts'
import { selectPayments, selectSteps } from './store.ts'
import { openVisit } from './visit.ts'

export async function readCheckIn(
  ctx: Ctx,
  practices: PracticeBook,
  appointmentId: string,
): Promise<Reply<typeof arrival.readCheckIn>> {
  const practice = await practices.read(ctx.organization)
  const visit = await openVisit(ctx, ctx.db, practice, appointmentId)
  const { row, status, timeZone, copay, facts } = visit
  const [coverages, steps, reach, payments] = await Promise.all([
    withoutShutHolders(ctx, ctx.db, presentCoverages(row)),
    selectSteps(ctx.db, appointmentId),
    readReach(ctx.db, [row.patient_id], ctx.now.toString()),
    selectPayments(ctx.db, appointmentId),
  ])
  const { role } = ctx.actor
  const shown = presentVisit(visit, steps, { role, today: dateAt(ctx.now, timeZone), practice })
  const isOff = status === 'cancelled' || status === 'no-show'
  return {
    visit: shown,
    timeZone,
    siteName: practice.sites.get(row.site_id)?.name ?? '',
    steps: shown.readiness,
    coverages,
    contact: presentContact(row, reach.get(row.patient_id)),
    copay: { ...copay, paidCents: facts.paidCents },
    payments: presentPayments(payments),
    can: {
      collect: roleMay(role, 'payment.collect') && !isOff && facts.paidCents < copay.highCents,
      void: roleMay(role, 'payment.void'),
      move: shown.next.length > 0,
    },
  }
}
