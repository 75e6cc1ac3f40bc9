import type { eligibility, Refusal, Reply } from '@foyer/contract'
import { missingForQuestion } from '@foyer/coverage'
import { ok, refuse, type Result, Temporal } from '@foyer/kernel'
import { staffOf } from '../../../../platform/auth/sessions.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { Problem } from '../../../../platform/http/problem.ts'
import type { Input } from '../../../../platform/http/route.ts'
import { holdRecord } from '../../../patients/index.ts'
import type { PracticeBook } from '../../../practice/index.ts'
import { ASK_AGAIN_SECONDS } from '../asking/ask-payer.ts'
import { askedPerson } from '../asking/question-facts.ts'
import { findPerson, findRecentDiscovery, insertChecks, type NewCheck } from '../asking/store.ts'
import { billingProviderOf, selectWays, type Way } from '../../directory/index.ts'
import { findKept } from '../../restriction/kept-from-plan.ts'
import { presentRestriction } from '../../restriction/present.ts'
import { checkChanged } from '../events.ts'
import { presentCheck } from '../present.ts'
import { selectDiscovery } from '../store.ts'
import { todayAt } from '../../practice-day.ts'
import { selectPayersOf } from './store.ts'

type Spec = typeof eligibility.discoverCoverage

/** Payers that are asked at once; more would ask about somebody whom most of them cannot know. */
const MOST_PAYERS = 12

/** Whether a payer may be asked about people who did not name it: only one that answers at once, and not where it forbids it. */
function takesDiscovery({ kind, settings }: Way): boolean {
  return kind !== 'sftp' && settings['discovery'] !== 'no'
}

/** Asks by name and birth date, without a member number (X279A1 1.4.8.2, alternate search). */
export async function discoverCoverage(
  ctx: Ctx,
  practices: PracticeBook,
  { params: { patientId }, body }: Pick<Input<Spec>, 'params' | 'body'>,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  ctx.touch(patientId)
  const today = await todayAt(ctx, practices)
  return ctx.tx(async (db): Promise<Result<Reply<Spec>, Refusal<Spec>>> => {
    await holdRecord(db, patientId)
    const at = ctx.now.toString()
    const after = ctx.now.subtract({ seconds: ASK_AGAIN_SECONDS }).toString()
    const [person, provider, recent, all, own] = await Promise.all([
      findPerson(db, patientId),
      billingProviderOf(db, null),
      findRecentDiscovery(db, patientId, after),
      selectWays(db, '270'),
      selectPayersOf(db, patientId, today),
    ])
    if (!person) throw new Problem('not-found')
    const kept = await findKept(db, patientId, null)
    if (kept && !body.despiteRestriction)
      return refuse({ reason: 'restricted-by-patient', restriction: presentRestriction(kept) })
    if (recent) {
      const againAt = Temporal.Instant.from(recent.asked_at).add({ seconds: ASK_AGAIN_SECONDS }).toString()
      return refuse({ reason: 'asked-just-now', checkId: recent.id, againAt })
    }
    const payers = all
      .filter((one) => takesDiscovery(one) && !own.includes(one.payerId))
      .toSorted((a, b) => (a.payerName < b.payerName ? -1 : 1))
      .slice(0, MOST_PAYERS)
    if (payers.length === 0) return refuse({ reason: 'no-payer-to-ask' })
    const missing = missingForQuestion({
      payer: { name: '', knownAs: '' },
      provider,
      patient: askedPerson(person),
      subscriber: null,
      memberId: null,
      groupNumber: null,
      serviceDate: '',
      serviceTypes: [],
    })
    if (missing.length > 0) return refuse({ reason: 'facts-missing', missing: [...missing] })
    const checks = payers.map(
      (payer): NewCheck => ({
        id: ctx.newId(),
        patient_id: patientId,
        coverage_id: null,
        payer_id: payer.payerId,
        connection_id: payer.connectionId,
        service_date: today,
        service_types: ['30'],
        reason: 'discovery',
        asked_at: at,
        asked_by: staffOf(ctx.actor),
        is_sandbox: payer.isSandbox,
        despite_restriction: kept !== null,
        state: 'waiting',
        next_attempt_at: at,
      }),
    )
    await insertChecks(db, checks)
    for (const { id } of checks) await ctx.tell(db, checkChanged(id, patientId))
    const since = ctx.now.subtract({ seconds: 1 }).toString()
    return ok({ checks: (await selectDiscovery(db, patientId, since)).map(presentCheck) })
  })
}
