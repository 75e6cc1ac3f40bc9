import { readInterchanges, validate } from '@foyer/x12'
import { expect, test } from 'vitest'
import { answerTo, eligibilitiesIn, questionFor } from '../testing.ts'

const payers = [
  { name: 'AETNA', id: 'DEMO2' },
  { name: 'MEDICARE', id: 'DEMO4' },
  { name: 'MEDICAID', id: 'DEMO5' },
] as const

function asked(member: number, payer: (typeof payers)[number] = payers[0]) {
  const subscriber = { family: 'Lane', given: 'Ada', id: `AE${member}`, birthDate: '1980-01-02' }
  return { subscriber, payer: { ...payer, idQualifier: 'PI' } }
}

test('a thousand members: each has an answer, most are covered, some ended, some are not found', () => {
  const question = questionFor(...Array.from({ length: 1000 }, (_, member) => asked(100_000 + member)))
  const { benefits, hasRejected } = answerTo(question)
  expect(hasRejected).toBe(false)
  expect(validate(readInterchanges(benefits))).toEqual([])
  const outcomes = eligibilitiesIn(benefits).map(({ state, rejections }) => `${state.is}${rejections[0]?.code ?? ''}`)
  expect(outcomes).toHaveLength(1000)
  const share = (outcome: string): number => outcomes.filter((one) => one === outcome).length / 10
  expect(share('active')).toBeGreaterThan(90)
  expect(share('inactive')).toBeGreaterThan(1)
  expect(share('unclear75')).toBeGreaterThan(1)
  expect(share('active') + share('inactive') + share('unclear75')).toBe(100)
})

test('the same question has the same answer, another member or payer another', () => {
  const benefitsOf = (...those: Parameters<typeof asked>): string =>
    answerTo(questionFor(asked(...those))).benefits.replace(/^.*?~EB/s, 'EB')
  expect(benefitsOf(7)).toBe(benefitsOf(7))
  const many = new Set(Array.from({ length: 20 }, (_, member) => benefitsOf(500 + member)))
  expect(many.size).toBeGreaterThan(10)
  expect(benefitsOf(7, payers[1])).not.toBe(benefitsOf(7))
})

test('Medicare and Medicaid answer as such', () => {
  const plans = payers.slice(1).map((payer) => {
    const members = Array.from({ length: 10 }, (_, member) => asked(1000 + member, payer))
    return eligibilitiesIn(answerTo(questionFor(...members)).benefits).find(({ state }) => state.is === 'active')?.state
      .plan
  })
  expect(plans).toEqual(['MEDICARE PART A', 'MEDICAID MANAGED CARE'])
})

test('what is left is never more than there is, and a year’s most is more than its deductible', () => {
  const members = Array.from({ length: 300 }, (_, member) => asked(4000 + member))
  for (const { benefits } of eligibilitiesIn(answerTo(questionFor(...members)).benefits)) {
    const cents = (kind: string, scope: string, isRemaining: boolean): number | null =>
      benefits.find((one) => one.kind === kind && one.scope === scope && one.isRemaining === isRemaining)?.cents ?? null
    for (const scope of ['individual', 'family']) {
      const [whole, left] = [cents('deductible', scope, false), cents('deductible', scope, true)]
      if (whole === null || left === null) continue
      expect(left).toBeGreaterThanOrEqual(0)
      expect(left).toBeLessThanOrEqual(whole)
      expect(cents('out-of-pocket', scope, false)).toBeGreaterThan(whole)
    }
  }
})
