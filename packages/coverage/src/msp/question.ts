import type { Language } from '../sentences/words.ts'

export type MspQuestionId =
  | 'black-lung'
  | 'black-lung-visit'
  | 'research'
  | 'veterans'
  | 'work-accident'
  | 'accident'
  | 'no-fault'
  | 'liability'
  | 'because'
  | 'kidney-plan'
  | 'medicare-before'
  | 'kidney-since'
  | 'own-job'
  | 'own-plan'
  | 'own-size'
  | 'spouse-job'
  | 'spouse-plan'
  | 'spouse-size'
  | 'family-plan'
  | 'family-size'

/** By question: one of its options, `unknown`, or for a date `YYYY-MM-DD`. */
export type MspAnswers = Readonly<Partial<Record<MspQuestionId, string>>>

/** Of the person whom the answers are about, and the civil date for which they are given. */
export interface MspPerson {
  readonly birthDate: string
  readonly on: string
}

/** Why Medicare pays first or not. */
export type MspRule =
  | 'black-lung'
  | 'research'
  | 'veterans'
  | 'work'
  | 'no-fault'
  | 'liability'
  | 'working-aged'
  | 'disabled'
  | 'kidney-failure'
  | 'two-reasons'
  | 'medicare-first'

/** A question and the answers to it, one of which must have been given. */
export type MspCondition = readonly [question: MspQuestionId, ...answers: readonly string[]]

/** What ends the questions: an answer together with others, or a date that lies less than so many months back. */
export type MspSettling =
  | { readonly answers: readonly string[]; readonly also?: readonly MspCondition[]; readonly rule: MspRule }
  | { readonly withinMonths: number; readonly rule: MspRule }

export type Worded = Readonly<Record<Language, string>>

export interface MspQuestion {
  readonly id: MspQuestionId
  /** 1 other payers, 2 accident, 3 why Medicare, 4 jobs. */
  readonly part: 1 | 2 | 3 | 4
  readonly kind: 'yes-no' | 'choice' | 'date'
  /** What can be answered besides `unknown`; none for a date. */
  readonly options: readonly string[]
  /** Asked where all of one of these lists hold; without a list always. */
  readonly when: readonly (readonly MspCondition[])[]
  readonly settles: readonly MspSettling[]
  readonly text: Worded
  readonly hint: Worded | null
}
