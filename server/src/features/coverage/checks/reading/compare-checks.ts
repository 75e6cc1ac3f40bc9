import type { eligibility, Query, Refusal, Reply } from '@foyer/contract'
import { answerDifferences, benefitSentence, type Eligibility, stateSentence } from '@foyer/coverage'
import { ok, refuse, type Result } from '@foyer/kernel'
import type { Ctx } from '../../../../platform/context.ts'
import { Problem } from '../../../../platform/http/problem.ts'
import { presentCheck } from '../present.ts'
import { findCheck } from '../store.ts'
import { storedAnswer } from '../stored-answer.ts'

type Spec = typeof eligibility.compareChecks

/** The older before the newer, whichever was named first. */
export async function compareChecks(
  ctx: Ctx,
  { patientId, checkId, otherId }: { readonly patientId: string; readonly checkId: string; readonly otherId: string },
  { language }: Query<Spec>,
): Promise<Result<Reply<Spec>, Refusal<Spec>>> {
  ctx.touch(patientId, checkId)
  const found = await Promise.all([checkId, otherId].map((id) => findCheck(ctx.db, patientId, id)))
  const rows = found.flatMap((row) => row ?? [])
  const [before, after] = rows.toSorted((a, b) => (a.asked_at < b.asked_at ? -1 : 1))
  if (!before || !after || before.coverage_id !== after.coverage_id) throw new Problem('not-found')
  const silent = rows.find(({ result }) => result === null)
  if (silent) return refuse({ reason: 'not-answered', checkId: silent.id })
  const [earlier, later] = [storedAnswer(before), storedAnswer(after)]
  const differences = answerDifferences(earlier, later)
  const saidIn = (answer: Eligibility) => (benefit: Eligibility['benefits'][number]) =>
    benefitSentence(benefit, language, answer)
  const [saidEarlier, saidLater] = [saidIn(earlier), saidIn(later)]
  const { state } = differences
  return ok({
    before: presentCheck(before),
    after: presentCheck(after),
    state: state && { before: stateSentence(state.before, language), after: stateSentence(state.after, language) },
    changed: differences.changed.map((pair) => ({ before: saidEarlier(pair.before), after: saidLater(pair.after) })),
    gone: differences.gone.map(saidEarlier),
    come: differences.come.map(saidLater),
    same: differences.same,
  })
}
