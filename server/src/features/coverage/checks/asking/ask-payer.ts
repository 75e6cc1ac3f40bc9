import type { eligibility, Refusal } from '@foyer/contract'
import { ok, refuse, type Result, Temporal } from '@foyer/kernel'
import { staffOf } from '../../../../platform/auth/sessions.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { Problem } from '../../../../platform/http/problem.ts'
import type { Input } from '../../../../platform/http/route.ts'
import { holdRecord } from '../../../patients/index.ts'
import type { PracticeBook } from '../../../practice/index.ts'
import { billingProviderOf, selectWays } from '../../directory/index.ts'
import { findKept } from '../../restriction/kept-from-plan.ts'
import { presentRestriction } from '../../restriction/present.ts'
import { checkChanged } from '../events.ts'
import { type Check, presentCheck } from '../present.ts'
import { findCheck } from '../store.ts'
import { todayAt } from '../../practice-day.ts'
import { askable, newCheck } from './new-check.ts'
import { serviceTypesOf } from './service-types.ts'
import { findOwnCoverage, findRecent, findVisit, findVisitOn, insertChecks, selectFacts } from './store.ts'

type Spec = typeof eligibility.askPayer

/** CAQH CORE 156, rule 4.2: whoever asked waits 90 seconds before asking the same again. */
export const ASK_AGAIN_SECONDS = 90

/** Notes the question; it is sent behind, so that no payer, however slow, holds up the desk. */
export async function askPayer(
  ctx: Ctx,
  practices: PracticeBook,
  { params, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Check, Refusal<Spec>>> {
  const { patientId, coverageId } = params
  const id = ctx.newId()
  ctx.touch(patientId, id)
  const today = await todayAt(ctx, practices)
  return ctx.tx(async (db): Promise<Result<Check, Refusal<Spec>>> => {
    await holdRecord(db, patientId)
    const coverage = await findOwnCoverage(db, patientId, coverageId)
    const { appointmentId } = body
    // Whoever comes today is asked about for the visit, so that its copay is known whoever asked from where.
    const visit =
      appointmentId === null
        ? ((await findVisitOn(db, patientId, today)) ?? null)
        : await findVisit(db, patientId, appointmentId)
    if (!coverage || visit === undefined) throw new Problem('not-found')
    const kept = await findKept(db, patientId, visit?.id ?? null)
    if (kept && !body.despiteRestriction)
      return refuse({ reason: 'restricted-by-patient', restriction: presentRestriction(kept) })
    const after = ctx.now.subtract({ seconds: ASK_AGAIN_SECONDS }).toString()
    const recent = await findRecent(db, coverageId, after)
    if (recent) {
      const again = Temporal.Instant.from(recent.asked_at).add({ seconds: ASK_AGAIN_SECONDS }).toString()
      return refuse({ reason: 'asked-just-now', checkId: recent.id, againAt: recent.next_attempt_at ?? again })
    }
    const [facts] = await selectFacts(db, [coverageId])
    if (!facts) throw new Problem('not-found')
    const [way = null] = await selectWays(db, '270', { payerIds: [coverage.payer_id] })
    const provider = await billingProviderOf(db, visit?.site_id ?? null)
    const can = askable(facts, way, provider)
    if (can.is === 'not-enrolled') return refuse({ reason: 'not-enrolled' })
    if (can.is === 'incomplete') return refuse({ reason: 'facts-missing', missing: [...can.missing] })
    const ask = {
      id,
      at: ctx.now.toString(),
      by: staffOf(ctx.actor),
      reason: body.reason,
      appointmentId: visit?.id ?? null,
      sweepId: null,
      serviceDate: visit?.date ?? today,
      serviceTypes: serviceTypesOf(visit),
      despiteRestriction: kept !== null,
    } as const
    await insertChecks(db, [newCheck(facts, way, can, ask)])
    await ctx.tell(db, checkChanged(id, patientId))
    const row = await findCheck(db, patientId, id)
    if (!row) throw new Error('a check that was just written is not there')
    return ok(presentCheck(row))
  })
}
