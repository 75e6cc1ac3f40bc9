import type { PayingFor, Policy } from '../order/policy.ts'
import type { MspAnswers, MspQuestionId } from './question.ts'

export type EmployerSize = 'under-20' | '20-to-99' | '100-or-more'

/** What is known of the job behind a plan; null: nobody knew. */
export interface JobFact {
  readonly employment: Policy['subscriber']['employment']
  readonly size: EmployerSize | null
}

/** What the answers tell of the facts that the order of payers asks for. Null: the form did not get there. */
export interface MspFacts {
  readonly cause: PayingFor['cause']
  readonly medicareBecause: PayingFor['medicareBecause']
  /** First day of the thirty months. */
  readonly kidneyFailureSince: string | null
  readonly own: JobFact | null
  readonly spouse: JobFact | null
  readonly family: JobFact | null
}

const fewest: Readonly<Record<EmployerSize, number>> = { 'under-20': 1, '20-to-99': 20, '100-or-more': 100 }

/** The fewest people of a class: the limits of the law are its edges. */
export function employeesOf(size: EmployerSize | null): number | null {
  return size === null ? null : fewest[size]
}

function jobOf(
  answers: MspAnswers,
  job: MspQuestionId | null,
  plan: MspQuestionId,
  size: MspQuestionId,
): JobFact | null {
  const [hasJob, hasPlan, count] = [job === null ? 'yes' : answers[job], answers[plan], answers[size]]
  // Whatever plan they have comes from a job of the past.
  if (hasJob === 'no') return { employment: 'former', size: null }
  if (hasPlan === 'no') return { employment: 'none', size: null }
  if (hasPlan !== 'yes') return null
  return { employment: 'current', size: count === undefined || count === 'unknown' ? null : (count as EmployerSize) }
}

/** @param answers of `walkMsp`: none to a question that is not asked */
export function mspFacts(answers: MspAnswers): MspFacts {
  const because = answers.because
  const since = answers['kidney-since']
  return {
    cause: causeOf(answers),
    medicareBecause: because === undefined || because === 'unknown' ? null : (because as PayingFor['medicareBecause']),
    kidneyFailureSince: since === undefined || since === 'unknown' ? null : `${since.slice(0, 8)}01`,
    own: jobOf(answers, 'own-job', 'own-plan', 'own-size'),
    spouse: jobOf(answers, 'spouse-job', 'spouse-plan', 'spouse-size'),
    family: jobOf(answers, null, 'family-plan', 'family-size'),
  }
}

function causeOf(answers: MspAnswers): PayingFor['cause'] {
  if (answers['work-accident'] === 'yes' || answers['black-lung-visit'] === 'yes') return 'work'
  if (answers['no-fault'] === 'yes' || answers.liability === 'yes') return 'auto'
  return answers.accident === 'yes' ? 'other-accident' : 'illness'
}
