import type { eligibility, Reply } from '@foyer/contract'
import {
  benefitSentence,
  gapSentence,
  type Language,
  rejectionSentence,
  stateSentence,
  verificationOf,
} from '@foyer/coverage'
import { answerFor } from '../../../patients/index.ts'
import { askedOfVisit } from '../asking/newest.ts'
import type { NewestRow, selectPolicies } from '../asking/store.ts'
import { presentCheck } from '../present.ts'
import { storedAnswer } from '../stored-answer.ts'
import type { AnswerOfRow } from './store.ts'

type Line = Reply<typeof eligibility.readVerification>['visits'][number]['policies'][number]
type Policy = Awaited<ReturnType<typeof selectPolicies>>[number]

export interface LineFacts {
  readonly visit: Parameters<typeof answerFor>[1]
  /** Of the policy, the newest first. */
  readonly newest: readonly NewestRow[]
  /** Of the policy, as `answerFor` takes them; none where the newest are good and nothing is said not to be covered. */
  readonly answers: readonly AnswerOfRow[]
  readonly isKept: boolean
  readonly language: Language
}

/** What tells most: why it was not answered, else what the plan is, else what was left out. */
function mostTelling(row: NewestRow | undefined, language: Language): string | null {
  if (!row?.result) return null
  const { rejections, state, gaps } = storedAnswer(row)
  const [rejection] = rejections
  const [gap] = gaps
  if (state.is === 'unclear' && rejection) return rejectionSentence(rejection, language)
  if (state.is === 'unclear' && gap) return gapSentence(gap, language)
  return stateSentence(state, language)
}

/** A question about another month, asked after the one about the visit, says nothing of it. */
function aboutVisit(newest: readonly NewestRow[], date: string): readonly (NewestRow | undefined)[] {
  const isOfMonth = (row: NewestRow | undefined): boolean => row?.service_date.slice(0, 7) === date.slice(0, 7)
  return !isOfMonth(newest[0]) && isOfMonth(newest[1]) ? newest.slice(1) : newest
}

/** The answer that check-in goes by, by the same rule, where it is not that to the last question. */
function meanwhileOf(last: NewestRow, policy: Policy, { visit, answers, language }: LineFacts): Line['meanwhile'] {
  const used = answers.find((row) => row.service_date.slice(0, 7) === visit.date.slice(0, 7))
  const said = answerFor(answers, visit, policy.checked_at)
  if (!used?.answered_at || !said || used.id === last.id) return null
  return {
    answeredAt: used.answered_at,
    says: said.says,
    text: stateSentence(storedAnswer(used).state, language),
  }
}

/** Why the plan does not pay for the visit, as the payer says it. */
function whyNotCovered({ visit, answers, language }: LineFacts): string | null {
  for (const row of answers) {
    // Written by nobody but the settling of an answer.
    const said = row.copay_said as { readonly isNotCovered?: boolean; readonly segment?: number } | null
    const isOfKind = row.appointment_id === visit.appointmentId || row.visit_type_id === visit.visitTypeId
    if (said?.isNotCovered !== true || !isOfKind) continue
    const found = storedAnswer(row).benefits.find(({ pointer }) => pointer.segment === said.segment)
    if (found) return benefitSentence(found, language)
  }
  return null
}

/** How one policy stands for a visit that goes to it. */
export function policyLine(policy: Policy, facts: LineFacts): Line {
  const { visit, newest, answers, isKept, language } = facts
  const [last, before] = aboutVisit(newest, visit.date)
  const isNotCovered = answerFor(answers, visit, policy.checked_at)?.says === 'not-covered'
  const state = verificationOf(visit.date, askedOfVisit(last), askedOfVisit(before), isNotCovered)
  const isWithoutAnswer = state === 'failed' || state === 'asking'
  return {
    coverageId: policy.id,
    payerId: policy.payer_id,
    payerName: policy.payer_name,
    state: isKept ? 'restricted' : state,
    check: last ? presentCheck(last) : null,
    text: (state === 'not-covered' ? whyNotCovered(facts) : null) ?? mostTelling(last, language),
    meanwhile: last && isWithoutAnswer ? meanwhileOf(last, policy, facts) : null,
  }
}
