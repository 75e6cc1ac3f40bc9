import type { WrittenSegment, WrittenSet } from '@foyer/x12'
import type { Rejected, Trouble } from '../cast/policy.ts'
import { answerPerson, type Payer, type PersonAnswer } from './answer-person.ts'
import { demographicSegments, nameSegments } from './person.ts'
import type { AskedFamily, AskedPayer, AskedPerson, Question } from './question.ts'

export interface SetAnswer {
  readonly set: WrittenSet
  /** What each person's answer is about, in their order. */
  readonly about: readonly string[]
  readonly trouble: Trouble | null
}

interface Patient {
  readonly asked: AskedPerson
  readonly answer: PersonAnswer
}

/** A 271 by the levels of the 270 that it answers. */
export function writeAnswer(
  question: Question,
  payer: Payer,
  { date, time }: { date: string; time: string },
): SetAnswer {
  const segments: WrittenSegment[] = [['BHT', '0022', '11', question.reference, date, time]]
  const answers: PersonAnswer[] = []
  const numbers = { last: 0 }
  for (const asked of question.payers) {
    const families = asked.providers.map(({ name, families: those }) => ({
      name,
      families: those.map((family) => ({ family, patients: patientsOf(payer, asked, family) })),
    }))
    const patients = families.flatMap((one) => one.families.flatMap((family) => family.patients))
    answers.push(...patients.map(({ answer }) => answer))
    // A level that is turned away stands for all below it, so that is said only where there is one person below.
    const [only] = patients.length === 1 ? patients : []
    const rejects = only?.answer.rejects ?? null
    const above = (at: Rejected['at']): readonly WrittenSegment[] => (rejects?.at === at ? [aaa(rejects)] : [])
    const source = ++numbers.last
    segments.push(
      ['HL', String(source), '', '20', rejects?.at === 'payer' ? '0' : '1'],
      asked.name,
      ['PER', 'IC', 'MEMBER SERVICES', 'TE', '8005550100'],
      ...above('payer'),
    )
    if (rejects?.at === 'payer') continue
    for (const { name, families: those } of families) {
      const receiver = ++numbers.last
      const isTurnedAway = rejects?.at === 'provider'
      segments.push(
        ['HL', String(receiver), String(source), '21', isTurnedAway ? '0' : '1'],
        name,
        ...above('provider'),
      )
      if (isTurnedAway) continue
      for (const one of those) segments.push(...familySegments(one, receiver, numbers, only !== undefined))
    }
  }
  return {
    set: { functionalId: 'HB', code: '271', version: '005010X279A1', segments },
    about: answers.map(({ about }) => about),
    trouble: answers.find(({ trouble }) => trouble !== null)?.trouble ?? null,
  }
}

/** The subscriber where something is asked of them, and each dependent. */
function patientsOf(payer: Payer, asked: AskedPayer, family: AskedFamily): readonly Patient[] {
  const own = family.serviceTypes.length > 0 || family.dependents.length === 0
  return [
    ...(own ? [{ asked: family, answer: answerPerson(payer, asked, family, null) }] : []),
    ...family.dependents.map((one) => ({ asked: one, answer: answerPerson(payer, asked, family, one) })),
  ]
}

function familySegments(
  { family, patients }: { readonly family: AskedFamily; readonly patients: readonly Patient[] },
  receiver: number,
  numbers: { last: number },
  isAlone: boolean,
): readonly WrittenSegment[] {
  const own = patients.find(({ answer }) => answer.dependent === null)
  const others = patients.filter(({ answer }) => answer.dependent !== null)
  const subscriber = own?.answer.subscriber ?? others[0]?.answer.subscriber ?? family.person
  const number = ++numbers.last
  return [
    ['HL', String(number), String(receiver), '22', others.length > 0 ? '1' : '0'],
    ...(own ? tracesOf(family) : []),
    ...nameSegments('IL', subscriber),
    ...(own ? rejection(own.answer, isAlone) : []),
    ...demographicSegments(subscriber),
    ...(own ? bodyOf(own.answer) : []),
    ...others.flatMap(({ asked, answer }): readonly WrittenSegment[] => [
      ['HL', String(++numbers.last), String(number), '23', '0'],
      ...tracesOf(asked),
      ...nameSegments('03', answer.dependent ?? asked.person),
      ...rejection(answer, isAlone),
      ...demographicSegments(answer.dependent ?? asked.person),
      ...bodyOf(answer),
    ]),
  ]
}

function bodyOf({ relation, dates, benefits }: PersonAnswer): readonly WrittenSegment[] {
  return [...relation, ...dates, ...benefits]
}

/** TRN01 2: the number of whoever asked. */
function tracesOf({ traces }: AskedPerson): readonly WrittenSegment[] {
  return traces.map((trace) => ['TRN', '2', ...trace])
}

/** Codes of the levels above mean nothing at a person's: there it is 42, not able to answer. */
function rejection({ rejects }: PersonAnswer, isAlone: boolean): readonly WrittenSegment[] {
  if (rejects === null) return []
  if (rejects.at === 'person') return [aaa(rejects)]
  return isAlone ? [] : [aaa({ ...rejects, code: '42', action: 'R' })]
}

function aaa({ code, action }: Rejected): WrittenSegment {
  return ['AAA', 'N', '', code, action]
}
