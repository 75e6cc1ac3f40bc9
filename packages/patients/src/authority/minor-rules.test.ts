import { expect, test } from 'vitest'
import { answerOf, confidentialServices } from './minor-rule.ts'
import { minorRuleOf, minorRules } from './minor-rules.ts'

test('each row says where it is written and when somebody looked', () => {
  expect(minorRules.map(({ state }) => state)).toEqual([...new Set(minorRules.map(({ state }) => state))].toSorted())
  for (const rule of minorRules) {
    expect(rule.state).toMatch(/^[A-Z]{2}$/)
    expect(rule.checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    const ages = [rule.majority, ...(rule.anyCare ? [rule.anyCare] : []), ...Object.values(rule.services)]
    for (const { from, statute } of ages) {
      expect(statute).toMatch(/\d/)
      expect(from).toBeLessThanOrEqual(rule.majority.from)
    }
    expect([18, 19]).toContain(rule.majority.from)
  }
})

test('golden: ages by state', () => {
  const ages = minorRules.map((rule) => [
    rule.state,
    rule.majority.from,
    ...confidentialServices.map((service) => rule.services[service]?.from ?? null),
  ])
  expect(ages).toEqual([
    ['AL', 19, 0, 12, null, 0],
    ['CA', 18, 0, 12, 12, 12],
    ['CO', 18, 0, 0, 12, 0],
    ['FL', 18, 0, 0, 13, 0],
    ['GA', 18, 0, 0, null, 12],
    ['IL', 18, 0, 12, 12, 12],
    ['MA', 18, 0, 0, 16, 12],
    ['MS', 18, null, 0, null, 15],
    ['NE', 19, null, 0, 18, null],
    ['NY', 18, 0, 0, 0, 0],
    ['OH', 18, null, 0, 14, 0],
    ['OR', 18, 0, 0, 14, 14],
    ['PA', 18, 0, 0, 14, 0],
    ['TX', 18, null, 0, 0, 0],
    ['WA', 18, 0, 14, 13, 13],
  ])
})

test('of several states what keeps more to the patient holds, of one without a row nothing is known', () => {
  const both = answerOf([minorRuleOf('il'), minorRuleOf(' NE ')])
  expect([both.majority, both.serviceFrom('sti'), both.serviceFrom('mental-health')]).toEqual([18, 0, 12])
  expect(both.serviceFrom('reproductive')).toBeNull()
  const half = answerOf([minorRuleOf('NE'), minorRuleOf('ZZ')])
  expect([half.majority, half.isKnown, half.serviceFrom('sti')]).toEqual([18, false, null])
  expect(answerOf([])).toMatchObject({ majority: 18, isKnown: false, anyCareFrom: null })
  expect(answerOf([minorRuleOf('OR')]).anyCareFrom).toBe(15)
})
