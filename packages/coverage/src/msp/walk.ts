import { Temporal } from '@foyer/kernel'
import type { MspAnswers, MspCondition, MspPerson, MspQuestion, MspQuestionId, MspRule } from './question.ts'
import { mspQuestions } from './questions.ts'

export interface MspVerdict {
  /** `unclear`: somebody has to find out what nobody knew. */
  readonly medicare: 'primary' | 'secondary' | 'unclear'
  readonly rule: MspRule | null
  /** Questions whose answer nobody knew, where that leaves it open. */
  readonly open: readonly MspQuestionId[]
}

export interface MspWalk {
  /** What was answered of the questions that are asked; answers to others are gone. */
  readonly answers: MspAnswers
  /** What is asked up to here, in order; the last is `next` where there is one. */
  readonly path: readonly MspQuestion[]
  readonly next: MspQuestion | null
  readonly verdict: MspVerdict | null
}

const ageOf65 = 65

/** From 65 on it is age and never disability (42 CFR 411.206); before it is never age. */
export function mspOptions(question: MspQuestion, { birthDate, on }: MspPerson): readonly string[] {
  if (question.id !== 'because') return question.options
  const isOld = Temporal.PlainDate.compare(Temporal.PlainDate.from(birthDate).add({ years: ageOf65 }), on) <= 0
  return question.options.filter((option) => option !== (isOld ? 'disability' : 'age'))
}

/** Goes through the questions by the answers so far: to the next one, or to what comes of it. */
export function walkMsp(given: MspAnswers, person: MspPerson): MspWalk {
  const answers: Partial<Record<MspQuestionId, string>> = {}
  const path: MspQuestion[] = []
  const holds = ([question, ...those]: MspCondition): boolean => those.includes(answers[question] ?? '')
  for (const question of mspQuestions) {
    if (question.when.length > 0 && !question.when.some((all) => all.every(holds))) continue
    path.push(question)
    const answer = given[question.id]
    if (answer === undefined || !isAnswer(question, answer, person))
      return { answers, path, next: question, verdict: null }
    answers[question.id] = answer
    const settling = question.settles.find((one) =>
      'withinMonths' in one
        ? isWithin(answer, one.withinMonths, person.on)
        : one.answers.includes(answer) && (one.also ?? []).every(holds),
    )
    if (settling) return { answers, path, next: null, verdict: settled(settling.rule) }
  }
  return { answers, path, next: null, verdict: atTheEnd(answers, path) }
}

/** An answer given or changed: what it makes unreachable is forgotten. */
export function answerMsp(given: MspAnswers, id: MspQuestionId, answer: string, person: MspPerson): MspWalk {
  return walkMsp({ ...given, [id]: answer }, person)
}

function isAnswer(question: MspQuestion, answer: string, person: MspPerson): boolean {
  if (answer === 'unknown') return true
  if (question.kind === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(answer) && isDay(answer)
  return mspOptions(question, person).includes(answer)
}

function isDay(text: string): boolean {
  try {
    Temporal.PlainDate.from(text)
    return true
  } catch {
    return false
  }
}

/** Months begin with the first day of the one that is named. */
function isWithin(since: string, months: number, on: string): boolean {
  if (since === 'unknown') return false
  const until = Temporal.PlainDate.from(since).with({ day: 1 }).add({ months })
  return Temporal.PlainDate.compare(on, until) < 0
}

function settled(rule: MspRule): MspVerdict {
  return { medicare: rule === 'two-reasons' ? 'unclear' : 'secondary', rule, open: [] }
}

function atTheEnd(answers: MspAnswers, path: readonly MspQuestion[]): MspVerdict {
  const open = path.filter(({ id }) => answers[id] === 'unknown').map(({ id }) => id)
  return open.length > 0
    ? { medicare: 'unclear', rule: null, open }
    : { medicare: 'primary', rule: 'medicare-first', open }
}
