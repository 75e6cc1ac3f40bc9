import { type eligibility, type Query, type Reply, roleMay } from '@foyer/contract'
import { benefitSentence, patientSentence, stateSentence } from '@foyer/coverage'
import type { Ctx } from '../../../../platform/context.ts'
import { Problem } from '../../../../platform/http/problem.ts'
import { presentCheck } from '../present.ts'
import { findCheck } from '../store.ts'
import { storedAnswer } from '../stored-answer.ts'
import { otherPayersOf, pointed, questionsOf } from './sentences.ts'

type Spec = typeof eligibility.readCheck

export async function readCheck(
  ctx: Ctx,
  { patientId, checkId }: { readonly patientId: string; readonly checkId: string },
  { language }: Query<Spec>,
): Promise<Reply<Spec>> {
  ctx.touch(patientId, checkId)
  const row = await findCheck(ctx.db, patientId, checkId)
  if (!row) throw new Problem('not-found')
  const found = row.result === null ? null : storedAnswer(row)
  return {
    check: presentCheck(row),
    connection: row.connection_name,
    hops: (row.hops ?? []) as Reply<Spec>['hops'],
    controlNumber: row.control_number,
    trace: row.trace,
    state: found ? { text: stateSentence(found.state, language), pointer: pointed(found.state.pointers[0]) } : null,
    statements: (found?.benefits ?? []).map((benefit) => ({
      kind: benefit.kind,
      serviceTypes: [...benefit.serviceTypes],
      text: benefitSentence(benefit, language, found ?? undefined),
      forPatient: patientSentence(benefit, language, found ?? undefined),
      messages: [...benefit.messages],
      pointer: pointed(benefit.pointer),
    })),
    questions: found ? questionsOf(found, language) : [],
    otherPayers: found ? otherPayersOf(found, language) : [],
    can: { raw: roleMay(ctx.actor.role, 'coverage.raw') },
  }
}
