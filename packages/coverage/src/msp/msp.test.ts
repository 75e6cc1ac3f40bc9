import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { orderOf } from '../order/order-of.ts'
import type { Policy } from '../order/policy.ts'
import { gradeOf } from '../testing.ts'
import { mspDueOn } from './due.ts'
import { employeesOf, type JobFact, mspFacts } from './facts.ts'
import type { MspAnswers, MspPerson, MspQuestion, MspQuestionId } from './question.ts'
import { mspOption, mspQuestions } from './questions.ts'
import { mspRules } from './rules.ts'
import { answerMsp, mspOptions, type MspWalk, walkMsp } from './walk.ts'

const old: MspPerson = { birthDate: '1952-04-10', on: '2026-11-30' }
const young: MspPerson = { birthDate: '1980-04-10', on: '2026-11-30' }

/** One word an answer, in the order of the questions. */
function say(person: MspPerson, ...answers: readonly string[]): MspWalk {
  let walk = walkMsp({}, person)
  for (const answer of answers) {
    if (!walk.next) throw new Error(`nothing is asked any more before "${answer}"`)
    walk = answerMsp(walk.answers, walk.next.id, answer, person)
  }
  return walk
}
const verdictOf = ({ verdict, next }: MspWalk): string =>
  verdict ? `${verdict.medicare} ${verdict.rule ?? verdict.open.join(' ')}` : `asks ${next?.id ?? ''}`

const noOther = ['no', 'no', 'no', 'no', 'no'] as const

describe('the form', () => {
  test.each([
    ['Black Lung, for the lungs', old, ['yes', 'yes'], 'secondary black-lung'],
    ['Black Lung, for something else', old, ['yes', 'no'], 'asks research'],
    ['the VA agreed', old, ['no', 'no', 'yes'], 'secondary veterans'],
    ['hurt at work', old, ['no', 'no', 'no', 'yes'], 'secondary work'],
    ['a crash, no-fault', old, ['no', 'no', 'no', 'no', 'yes', 'yes'], 'secondary no-fault'],
    ['a fall in a store', old, ['no', 'no', 'no', 'no', 'yes', 'no', 'yes'], 'secondary liability'],
    ['a fall at home', old, ['no', 'no', 'no', 'no', 'yes', 'no', 'no'], 'asks because'],
    ['retired, widowed', old, [...noOther, 'age', 'no', 'no'], 'primary medicare-first'],
    ['works, 20 people', old, [...noOther, 'age', 'yes', 'yes', '20-to-99'], 'secondary working-aged'],
    ['works, 19 people', old, [...noOther, 'age', 'yes', 'yes', 'under-20', 'no'], 'primary medicare-first'],
    ['the spouse works', old, [...noOther, 'age', 'no', 'yes', 'yes', '100-or-more'], 'secondary working-aged'],
    ['size unknown', old, [...noOther, 'age', 'yes', 'yes', 'unknown', 'no'], 'unclear own-size'],
    ['disabled, 99', young, [...noOther, 'disability', 'yes', 'yes', '20-to-99', 'no', 'no'], 'primary medicare-first'],
    ['disabled, 100', young, [...noOther, 'disability', 'yes', 'yes', '100-or-more'], 'secondary disabled'],
    ['disabled, a parent’s', young, [...noOther, 'disability', 'no', 'no', 'yes', '100-or-more'], 'secondary disabled'],
    ['kidneys, no plan', young, [...noOther, 'kidney-failure', 'no'], 'primary medicare-first'],
    ['kidneys, both', young, [...noOther, 'kidney-failure', 'yes', 'yes'], 'unclear two-reasons'],
    ['month 30', young, [...noOther, 'kidney-failure', 'yes', 'no', '2024-06-19'], 'secondary kidney-failure'],
    ['month 31', young, [...noOther, 'kidney-failure', 'yes', 'no', '2024-05-31'], 'primary medicare-first'],
  ] as const)('%s', (_, person, answers, expected) => {
    expect(verdictOf(say(person, ...answers))).toBe(expected)
  })

  test('from 65 on it is age, before it never is', () => {
    const because = mspQuestions.find(({ id }) => id === 'because')
    if (!because) throw new Error('there is no such question')
    expect(mspOptions(because, { birthDate: '1961-11-30', on: '2026-11-30' })).toEqual(['age', 'kidney-failure'])
    expect(mspOptions(because, { birthDate: '1961-12-01', on: '2026-11-30' })).toEqual(['disability', 'kidney-failure'])
    expect(walkMsp({ because: 'disability' }, old).answers).toEqual({})
  })

  test('a word that is no answer is none', () => {
    expect(say(old, 'perhaps').next?.id).toBe('black-lung')
    expect(say(young, ...noOther, 'kidney-failure', 'yes', 'no', '2024-02-30').next?.id).toBe('kidney-since')
  })

  test('asked anew after 90 days', () => {
    expect(mspDueOn('2026-11-30')).toBe('2027-02-28')
  })

  test('every rule is named with its source', () => {
    for (const { source } of Object.values(mspRules)) expect(source).toMatch(/^42 CFR 411\.\d+/)
  })

  test('six years of school are enough to read it', () => {
    const grades = mspQuestions.map(({ id, text, hint }) => ({ id, grade: gradeOf(`${text.en} ${hint?.en ?? ''}`) }))
    expect(grades.filter(({ grade }) => grade > 6)).toEqual([])
  })
})

/** A way through to the end: which of its answers is given where, by the numbers drawn. */
const ways = fc.record({
  person: fc.constantFrom(old, young),
  drawn: fc.array(fc.nat(1000), { minLength: mspQuestions.length, maxLength: mspQuestions.length }),
  maySayUnknown: fc.boolean(),
})
type Way = typeof ways extends fc.Arbitrary<infer T> ? T : never

function possible(question: MspQuestion, person: MspPerson, maySayUnknown: boolean): readonly string[] {
  const known = question.kind === 'date' ? ['2022-01-15', '2026-01-15'] : mspOptions(question, person)
  return maySayUnknown ? [...known, 'unknown'] : known
}

function walked({ person, drawn, maySayUnknown }: Way): MspWalk {
  let walk = walkMsp({}, person)
  for (const number of drawn) {
    if (!walk.next) return walk
    const answers = possible(walk.next, person, maySayUnknown)
    walk = answerMsp(walk.answers, walk.next.id, answers[number % answers.length] ?? '', person)
  }
  return walk
}

describe('whatever is answered', () => {
  test('every way ends, with a verdict and every question of it answered', () => {
    fc.assert(
      fc.property(ways, (way) => {
        const { next, verdict, path, answers } = walked(way)
        expect(next).toBeNull()
        expect(verdict).not.toBeNull()
        expect(path.map(({ id }) => id).toSorted()).toEqual(Object.keys(answers).toSorted())
      }),
    )
  })

  test('another answer to an earlier question leaves no answer that nobody would be asked for', () => {
    fc.assert(
      fc.property(ways, fc.nat(1000), fc.nat(1000), (way, which, other) => {
        const { answers, path } = walked(way)
        const changed = path[which % path.length]
        if (!changed) return
        const those = possible(changed, way.person, true)
        const after = answerMsp(answers, changed.id, those[other % those.length] ?? '', way.person)
        const asked = new Set<MspQuestionId>(after.path.map(({ id }) => id))
        for (const id of Object.keys(after.answers)) expect(asked).toContain(id)
        expect(walkMsp(after.answers, way.person)).toEqual(after)
      }),
    )
  })

  test('the verdict is that of the order of payers on the same facts', () => {
    fc.assert(
      fc.property(ways, (way) => {
        const { answers, verdict } = walked(way)
        // The order of payers knows no study, no VA and no two reasons at once.
        if (!verdict || ['research', 'veterans', 'two-reasons'].includes(verdict.rule ?? '')) return
        const { ids, asks } = orderOf(policiesOf(answers), factsOf(answers, way.person))
        if (verdict.medicare === 'primary') expect([ids[0], asks]).toEqual(['medicare', []])
        if (verdict.medicare === 'secondary') expect(ids[0]).not.toBe('medicare')
        if (verdict.medicare === 'unclear') expect(Object.values(answers)).toContain('unknown')
      }),
      { numRuns: 2000 },
    )
  })
})

const medicare: Policy = {
  id: 'medicare',
  payerKind: 'medicare',
  relationship: 'self',
  subscriber: { birthday: null, employment: null, employerSize: null },
  isContinuation: false,
  since: '2020-01-01',
}

function policiesOf(answers: MspAnswers): Policy[] {
  const { cause, own, spouse, family } = mspFacts(answers)
  const ofJob = (id: string, relationship: Policy['relationship'], job: JobFact | null): Policy[] =>
    job === null
      ? []
      : [
          {
            ...medicare,
            id,
            payerKind: 'commercial',
            relationship,
            subscriber: { birthday: null, employment: job.employment, employerSize: employeesOf(job.size) },
          },
        ]
  const kidney = answers['kidney-plan'] === 'yes' ? ofJob('kidney', 'self', { employment: 'former', size: null }) : []
  const accident: Policy[] =
    cause === 'work'
      ? [{ ...medicare, id: 'comp', payerKind: 'workers-comp' }]
      : cause === 'auto'
        ? [{ ...medicare, id: 'car', payerKind: 'auto' }]
        : []
  return [
    medicare,
    ...ofJob('own', 'self', own),
    ...ofJob('spouse', 'spouse', spouse),
    ...ofJob('family', 'other', family),
    ...kidney,
    ...accident,
  ]
}

function factsOf(answers: MspAnswers, { birthDate, on }: MspPerson) {
  const { cause, medicareBecause, kidneyFailureSince } = mspFacts(answers)
  const parents = { live: null, orderedPolicyId: null, custodialPolicyIds: [] }
  return { on, birthDate, cause, medicareBecause, kidneyFailureSince, parents }
}

test('each option can be read out in both languages', () => {
  for (const { options } of mspQuestions)
    for (const option of options) {
      expect(mspOption(option, 'en')).not.toBe(option)
      expect(mspOption(option, 'es')).not.toBe(option)
    }
})
