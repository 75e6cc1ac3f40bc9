import { describe, expect, test } from 'vitest'
import type { Cover } from './facts.ts'
import { answer, prairie, told } from './testing/visit.ts'

describe('a Qualified Medicare Beneficiary', () => {
  const medicare = 'EB*1**30*MB\nEB*A**98*****.2****Y\nEB*C*IND*30***23*257*****Y'
  const qmb = `${medicare}\nEB*1**30*QM`

  test('owes nothing for what is covered, and nothing is missing of it', () => {
    const price = told({ covers: [{ ...prairie, answer: answer(qmb) }] })
    expect(price).toMatchObject({ cents: { low: 0, high: 0 }, missing: [] })
    expect(told({ covers: [{ ...prairie, contract: null, answer: answer(qmb) }] }).cents).toEqual({ low: 0, high: 0 })
    expect(told({ covers: [{ ...prairie, answer: answer(medicare) }] }).cents?.high).toBe(12_000)
  })

  test('owes nothing where a later payer says so', () => {
    const later: Cover = { ...prairie, coverageId: 'c-2', payer: 'Medicaid', answer: answer('EB*1**30*QM') }
    const first = { ...prairie, answer: answer(medicare) }
    expect(told({ covers: [first, later] }).cents).toEqual({ low: 0, high: 0 })
  })

  describe('by a plan that itself does not pay for the visit', () => {
    const first = { ...prairie, answer: answer(medicare) }
    const later: Cover = { ...prairie, coverageId: 'c-2', payer: 'Medicaid', contract: null }
    const not = 'EB*1**30*QM\nEB*I**98'

    test('owes nothing of what the other one pays for, and all of what neither does', () => {
      const covers = [first, { ...later, answer: answer(not) }]
      expect(told({ covers })).toMatchObject({ cents: { low: 0, high: 0 }, missing: [] })
      expect(told({ covers: covers.toReversed() })).toMatchObject({ cents: { low: 0, high: 0 }, missing: [] })
      const neither = { ...first, answer: answer('EB*1**30*MB\nEB*I**98') }
      expect(told({ covers: [neither, { ...later, answer: answer(not) }] }).cents?.low).toBe(20_000)
    })

    test('which may be over by then: between nothing and the share', () => {
      const unsure = { ...later, answer: answer(not, '2026-11-24') }
      const price = told({ covers: [first, unsure] })
      expect(price.cents).toEqual({ low: 0, high: 12_000 })
      expect(price.missing).toContainEqual({ fact: 'active', coverageId: 'c-2', payer: 'Medicaid', codes: [] })
      const over = { ...later, until: '2026-11-30', answer: answer(not) }
      expect(told({ covers: [first, over] }).cents).toEqual(told({ covers: [first] }).cents)
    })
  })

  test('pays for what is not covered, and for a visit after it ended', () => {
    const not = answer(`${qmb}\nEB*I***********Y*HC:99213`)
    expect(told({ covers: [{ ...prairie, answer: not }] }).cents).toEqual({ low: 20_000, high: 20_000 })
    const until = answer(`${medicare}\nDTP*291*RD8*20260101-20261231\nEB*1**30*QM\nDTP*307*RD8*20260101-20261130`)
    expect(told({ covers: [{ ...prairie, answer: until }] }).cents?.high).toBe(12_000)
  })
})
