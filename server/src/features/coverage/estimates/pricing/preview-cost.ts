import { type Body, type estimates, type Reply, roleMay } from '@foyer/contract'
import type { Ctx } from '../../../../platform/context.ts'
import { Problem } from '../../../../platform/http/problem.ts'
import { findPatientLine } from '../../../patients/index.ts'
import type { PracticeBook } from '../../../practice/index.ts'
import { findVisit } from '../store.ts'
import { loadPrice } from './load-pricing.ts'
import { selectSaid } from './store.ts'

type Spec = typeof estimates.previewCost

/** The answer to "What would that cost?" while somebody is on the phone: nothing is stored. */
export async function previewCost(ctx: Ctx, practices: PracticeBook, body: Body<Spec>): Promise<Reply<Spec>> {
  const { patientId, appointmentId, visitTypeId, siteId } = body
  const { db } = ctx
  if (patientId !== null) ctx.touch(patientId)
  const practice = await practices.read(ctx.organization)
  const [person, visit, said] = await Promise.all([
    patientId === null ? null : findPatientLine(db, patientId),
    appointmentId === null ? null : findVisit(db, appointmentId),
    appointmentId === null ? null : selectSaid(db, appointmentId),
  ])
  const isOther = appointmentId !== null && visit?.patient_id !== patientId
  const isKnown = practice.visitTypes.has(visitTypeId) && practice.sites.has(siteId)
  if (!isKnown || isOther || (patientId !== null && !person)) throw new Problem('not-found')
  const { price, procedures, leftOut, steps } = await loadPrice(db, body)
  return {
    ...price,
    procedures: procedures.map((one) => ({ ...one, modifiers: [...one.modifiers], words: { ...one.words } })),
    slidingSteps: steps.map((step) => ({
      id: step.id,
      upToPercent: step.up_to_percent,
      paysPercent: step.pays_percent,
      paysCents: step.pays_cents,
    })),
    leftOut: [...leftOut],
    said,
    can: { want: patientId !== null && roleMay(ctx.actor.role, 'coverage.ask') },
  }
}
