import type { eligibility, Refusal, Reply } from '@foyer/contract'
import { ok, refuse, type Result, Temporal } from '@foyer/kernel'
import { staffOf } from '../../../../platform/auth/sessions.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/http/route.ts'
import { holdRecord } from '../../../patients/index.ts'
import type { PracticeBook } from '../../../practice/index.ts'
import { ASK_AGAIN_SECONDS } from '../asking/ask-payer.ts'
import { findRecentDiscovery, insertChecks } from '../asking/store.ts'
import { findKept } from '../../restriction/kept-from-plan.ts'
import { presentRestriction } from '../../restriction/present.ts'
import { checkChanged } from '../events.ts'
import { presentCheck } from '../present.ts'
import { selectDiscovery } from '../store.ts'
import { todayAt } from '../../practice-day.ts'
import { searchQuestions } from './search.ts'

type Spec = typeof eligibility.discoverCoverage

/** Somebody of the desk has payers asked whether they know the person. */
export async function discoverCoverage(
  ctx: Ctx,
  practices: PracticeBook,
  { params: { patientId }, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  ctx.touch(patientId)
  const today = await todayAt(ctx, practices)
  return ctx.tx(async (db): Promise<Result<Reply<Spec>, Refusal<Spec>>> => {
    await holdRecord(db, patientId)
    const after = ctx.now.subtract({ seconds: ASK_AGAIN_SECONDS }).toString()
    const recent = await findRecentDiscovery(db, patientId, after)
    const kept = await findKept(db, patientId, null)
    if (kept && !body.despiteRestriction)
      return refuse({ reason: 'restricted-by-patient', restriction: presentRestriction(kept) })
    if (recent) {
      const againAt = Temporal.Instant.from(recent.asked_at).add({ seconds: ASK_AGAIN_SECONDS }).toString()
      return refuse({ reason: 'asked-just-now', checkId: recent.id, againAt })
    }
    const search = await searchQuestions(db, patientId, {
      at: ctx.now.toString(),
      today,
      by: staffOf(ctx.actor),
      appointmentId: null,
      despiteRestriction: kept !== null,
      newId: () => ctx.newId(),
    })
    if (!search.ok) return search
    await insertChecks(db, search.value)
    for (const { id } of search.value) await ctx.tell(db, checkChanged(id, patientId))
    const since = ctx.now.subtract({ seconds: 1 }).toString()
    const asked = await selectDiscovery(db, patientId, { after: since, hitsAfter: since })
    return ok({ checks: asked.map(presentCheck) })
  })
}
