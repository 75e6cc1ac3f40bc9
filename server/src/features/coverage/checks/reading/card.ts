import type { eligibility, Reply } from '@foyer/contract'
import {
  benefitSentence,
  cardState,
  type Language,
  referralSentence,
  referralsFor,
  stateSentence,
  type VisitAsked,
  visitBenefits,
} from '@foyer/coverage'
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

type AnsweredRow = CheckRow & { readonly result: unknown }

export interface CardParts {
  readonly coverage: CoverageColumns
  /** Whether the practice is in the network of its plan; null: nobody knows. */
  readonly isInNetwork: boolean | null
  /** Says something of the plan. */
  readonly answered: AnsweredRow | null
  /** Was turned away, or found nobody. */
  readonly rejected: AnsweredRow | null
  readonly pending: CheckRow | null
  readonly failed: CheckRow | null
  readonly can: Askable
}

export interface CardAsked {
  /** Civil date of the visit, or today. */
  readonly on: string
  readonly language: Language
  readonly visit: Omit<VisitAsked, 'isInNetwork' | 'date'>
}

type Accumulators = ReturnType<typeof visitBenefits>['deductible']

function accumulators({ individual, family }: Accumulators) {
  const shown = ({ whole, left }: Accumulators['individual']) => ({ whole: saidShown(whole), left: saidShown(left) })
  return { individual: shown(individual), family: shown(family) }
}

function answerOf(
  row: NonNullable<CardParts['answered']>,
  { isInNetwork }: CardParts,
  { on, language, visit }: CardAsked,
): NonNullable<Card['answer']> {
  const found = storedAnswer(row)
  const benefits = visitBenefits(found, { ...visit, isInNetwork, date: on })
  return {
    ...presentCheck(row),
    planSentence: { text: stateSentence(found.state, language), pointer: pointed(found.state.pointers[0]) },
    notCovered: benefits.notCovered.flatMap(({ segment, set }) =>
      found.benefits
        .filter(({ pointer }) => pointer.segment === segment && pointer.set === set)
        .map((one) => ({ text: benefitSentence(one, language), pointer: pointed(one.pointer) })),
    ),
    // Of what the plan does not pay for nothing is shared.
    copay: benefits.isCovered === 'no' ? null : saidShown(benefits.copay),
    coinsurance: benefits.isCovered === 'no' ? null : saidShown(benefits.coinsurance),
    deductible: accumulators(benefits.deductible),
    outOfPocket: accumulators(benefits.outOfPocket),
    visitsLeft: saidShown(benefits.visitsLeft),
    authorization: benefits.authorization,
    authorizationPointer: pointed(benefits.authorizationPointers[0]),
    referrals: referralsFor(found, { ...visit, isInNetwork, date: on }).map((one) => ({
      text: referralSentence(one, language),
      pointer: pointed(one.pointer),
    })),
    questions: questionsOf(found, language),
    otherPayers: otherPayersOf(found, language),
    primaryCare: found.primaryCare.map(({ name, given }) => (given === null ? name : `${given} ${name}`)),
  }
}

/** Asked later than the answer that stands: an older failure says nothing any more. */
function isAfter<Row extends CheckRow>(row: Row | null, answered: CheckRow | null): row is Row {
  if (row === null) return false
  return answered === null || Temporal.Instant.compare(row.asked_at, answered.asked_at) > 0
}

/** What somebody has to know of the last question beside the answer that stands: that it was rejected, and why. */
function rejectedOf(row: AnsweredRow, language: Language): NonNullable<Card['rejected']> {
  return { ...presentCheck(row), questions: row.result ? questionsOf(storedAnswer(row), language) : [] }
}

export function cardOf(parts: CardParts, asked: CardAsked): Card {
  const { coverage, pending, failed, can } = parts
  // Where nobody ever said anything of the plan, a rejection is all that is known.
  const answered = parts.answered ?? parts.rejected
  const rejected = isAfter(parts.rejected, answered) ? parts.rejected : null
  const answer = answered?.result ? answerOf(answered, parts, asked) : null
  const found = answered?.result ? storedAnswer(answered) : undefined
  const lastFailed = isAfter(failed, rejected ?? answered) ? failed : null
  const state = cardState({
    on: asked.on,
    isInForce: isInForce(coverage, asked.on),
    canAsk: can.is === 'askable',
    answer:
      answer && found
        ? {
            // That the payer does not find the member is news of the member; that it does not answer is none.
            outcome: rejected?.outcome === 'not-found' ? 'not-found' : (answer.outcome ?? 'unclear'),
            serviceDate: answer.serviceDate,
            hasContradictions: found.contradictions.length > 0 || answer.authorization === 'unclear',
            needsAuthorization: answer.authorization === 'required',
            isNotCovered: answer.notCovered.length > 0,
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
    rejected: rejected ? rejectedOf(rejected, asked.language) : null,
    failed: lastFailed ? presentCheck(lastFailed) : null,
  }
}
