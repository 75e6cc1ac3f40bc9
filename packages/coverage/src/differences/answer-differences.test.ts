import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Eligibility } from '../benefits/eligibility.ts'
import { readEligibilities } from '../benefits/read-eligibility.ts'
import { answerWith } from '../testing.ts'
import { answerDifferences } from './answer-differences.ts'

function answer(body: string): Eligibility {
  const [found] = readEligibilities(answerWith(body), { serviceDate: '2026-11-24', serviceTypes: ['98'] })
  if (!found) throw new Error('nobody in it')
  return found
}

/** Statements by what they say; where each stood is no part of it. */
function told({ state, changed, gone, come, same }: ReturnType<typeof answerDifferences>) {
  const cents = ({ kind, cents: amount, basisPoints }: Eligibility['benefits'][number]): string =>
    `${kind} ${amount ?? basisPoints}`
  return {
    state: state && [state.before, state.after].map((one) => `${one.is} ${one.plan}`),
    changed: changed.map(({ before, after }) => `${cents(before)} > ${cents(after)}`),
    gone: gone.map(cents),
    come: come.map(cents),
    same,
  }
}

const compare = (before: string, after: string) => told(answerDifferences(answer(before), answer(after)))

test('the same thing said with another value has changed', () => {
  expect(compare('EB*1**30\nEB*B**98****25', 'EB*1**30\nEB*B**98****40')).toEqual({
    state: null,
    changed: ['copay 2500 > copay 4000'],
    gone: [],
    come: [],
    same: 1,
  })
})

test('of two copays of which one changed the other stays the same', () => {
  const { changed, same } = compare(
    'EB*1**30\nEB*B**98****25\nEB*B**98****40',
    'EB*1**30\nEB*B**98****40\nEB*B**98****50',
  )
  expect([changed, same]).toEqual([['copay 2500 > copay 5000'], 2])
})

test.each([
  ['service', 'EB*B**98****25', 'EB*B**MH****25'],
  ['person', 'EB*B*IND*98****25', 'EB*B*FAM*98****25'],
  ['network', 'EB*B**98****25*****Y', 'EB*B**98****25*****N'],
  ['time', 'EB*C*IND*98***23*25', 'EB*C*IND*98***24*25'],
  ['part, what is left of it,', 'EB*C*IND*98***30*25', 'EB*C*IND*98***31*25'],
])('what is of another %s is another thing', (_, before, after) => {
  const { changed, gone, come, same } = compare(`EB*1**30\n${before}`, `EB*1**30\n${after}`)
  expect([changed, gone.length, come.length, same]).toEqual([[], 1, 1, 1])
})

test('the order in which services stand is none of the payer’s statements', () => {
  expect(compare('EB*1**30\nEB*B**98^MH****25', 'EB*1**30\nEB*B**MH^98****25').same).toBe(2)
})

test('another plan or its end is another state', () => {
  expect(compare('EB*1**30**GOLD PPO', 'EB*1**30**SILVER').state).toEqual(['active GOLD PPO', 'active SILVER'])
  expect(compare('EB*1**30', 'EB*6**30').state).toEqual(['active null', 'inactive null'])
  expect(compare('EB*1**30', 'EB*1**30\nEB*B**98****25').state).toBeNull()
})

const line = fc
  .tuple(fc.constantFrom('B', 'C', 'A'), fc.constantFrom('IND', 'FAM'), fc.constantFrom('98', 'MH'), fc.nat(3))
  .map(([kind, scope, service, value]) =>
    kind === 'A'
      ? `EB*A*${scope}*${service}*****.${value + 1}`
      : `EB*${kind}*${scope}*${service}***${kind === 'C' ? '23' : ''}*${value * 5}`,
  )
const someAnswer = fc.array(line, { maxLength: 8 }).map((lines) => answer(['EB*1**30', ...lines].join('\n')))

test('compared the other way round it is the other way round', () => {
  const sorted = (list: readonly string[]) => list.toSorted()
  fc.assert(
    fc.property(someAnswer, someAnswer, (a, b) => {
      const there = answerDifferences(a, b)
      const back = answerDifferences(b, a)
      expect(sorted(told(back).gone)).toEqual(sorted(told(there).come))
      expect(sorted(told(back).come)).toEqual(sorted(told(there).gone))
      expect(back.same).toBe(there.same)
      const turned = back.changed.map(({ before, after }) => ({ before: after, after: before }))
      const said = (pairs: typeof there.changed) => sorted(told({ ...there, changed: pairs }).changed)
      expect(said(turned)).toEqual(said(there.changed))
    }),
  )
})

test('no statement is lost or counted twice, and an answer differs from itself in nothing', () => {
  fc.assert(
    fc.property(someAnswer, someAnswer, (a, b) => {
      const { changed, gone, come, same } = answerDifferences(a, b)
      expect(same + changed.length + gone.length).toBe(a.benefits.length)
      expect(same + changed.length + come.length).toBe(b.benefits.length)
      const itself = answerDifferences(a, { ...a, benefits: a.benefits.toReversed() })
      expect(itself).toEqual({ state: null, changed: [], gone: [], come: [], same: a.benefits.length })
    }),
  )
})
