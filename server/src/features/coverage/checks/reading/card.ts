import type { eligibility, Reply } from '@foyer/contract'
import { cardState, type Language, stateSentence, type VisitAsked, visitBenefits } from '@foyer/coverage'
import { Temporal } from '@foyer/kernel'
import { isInForce } from '../../order/policies.ts'
import type { Askable } from '../asking/new-check.ts'
import { presentCheck } from '../present.ts'
import type { CheckRow } from '../store.ts'
import { storedAnswer } from '../stored-answer.ts'
import { otherPayersOf, pointed, questionsOf, saidShown } from './sentences.ts'

type Reading = Reply<typeof eligibility.readCoverageCards>
export type Card = Reading['cards'][number]

interface CoverageColumns {
  readonly id: string
  readonly payer_name: string
  readonly plan_name: string | null
  readonly coverage_order: number
  readonly period_start: string | null
  readonly period_end: string | null
  readonly copay_cents: number | null
}

export interface CardParts {
  readonly coverage: CoverageColumns
  /** Whether the practice is in the network of its plan; null: nobody knows. */
  readonly isInNetwork: boolean | null
  readonly answered: (CheckRow & { readonly result: unknown }) | null
  readonly pending: CheckRow | null
  readonly failed: CheckRow | null
  readonly can: Askable
}

export interface CardAsked {
  /** Civil date of the visit, or today. */
  readonly on: string
  readonly language: Language
  readonly visit: Omit<VisitAsked, 'isInNetwork'>
}

type Accumulators = ReturnType<typeof visitBenefits>['deductible']

function accumulators({ individual, family }: Accumulators) {
  const shown = ({ whole, left }: Accumulators['individual']) => ({ whole: saidShown(whole), left: saidShown(left) })
  return { individual: shown(individual), family: shown(family) }
}

function answerOf(
  row: NonNullable<CardParts['answered']>,
  { isInNetwork }: CardParts,
  { language, visit }: CardAsked,
): NonNullable<Card['answer']> {
  const found = storedAnswer(row)
  const benefits = visitBenefits(found, { ...visit, isInNetwork })
  return {
    ...presentCheck(row),
    planSentence: { text: stateSentence(found.state, language), pointer: pointed(found.state.pointers[0]) },
    copay: saidShown(benefits.copay),
    coinsurance: saidShown(benefits.coinsurance),
    deductible: accumulators(benefits.deductible),
    outOfPocket: accumulators(benefits.outOfPocket),
    visitsLeft: saidShown(benefits.visitsLeft),
    authorization: benefits.authorization,
    authorizationPointer: pointed(benefits.authorizationPointers[0]),
    questions: questionsOf(found, language),
    otherPayers: otherPayersOf(found, language),
    primaryCare: found.primaryCare.map(({ name, given }) => (given === null ? name : `${given} ${name}`)),
  }
}

/** Later than the answer that stands: an older failure says nothing any more. */
function isAfter(row: CheckRow | null, answered: CheckRow | null): row is CheckRow {
  if (row === null) return false
  return answered === null || Temporal.Instant.compare(row.asked_at, answered.asked_at) > 0
}

export function cardOf(parts: CardParts, asked: CardAsked): Card {
  const { coverage, answered, pending, failed, can } = parts
  const answer = answered?.result ? answerOf(answered, parts, asked) : null
  const found = answered?.result ? storedAnswer(answered) : undefined
  const lastFailed = isAfter(failed, answered) ? failed : null
  const state = cardState({
    on: asked.on,
    isInForce: isInForce(coverage, asked.on),
    canAsk: can.is === 'askable',
    answer:
      answer && found
        ? {
            outcome: answer.outcome ?? 'unclear',
            serviceDate: answer.serviceDate,
            hasContradictions: found.contradictions.length > 0,
            needsAuthorization: answer.authorization === 'required',
          }
        : null,
    pending: pending ? { isDown: pending.failure !== null } : null,
    lastFailed: lastFailed !== null,
  })
  return {
    coverageId: coverage.id,
    payerName: coverage.payer_name,
    planName: coverage.plan_name,
    order: coverage.coverage_order,
    ...state,
    cannotAsk: can.is === 'incomplete' ? [...can.missing] : can.is === 'not-enrolled' ? ['not-enrolled'] : [],
    answer,
    pending: pending ? presentCheck(pending) : null,
    failed: lastFailed ? presentCheck(lastFailed) : null,
  }
}
