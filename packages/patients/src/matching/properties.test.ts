import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareInto } from './compare.ts'
import { explain } from './explain.ts'
import { fields, levels } from './levels.ts'
import { prepare } from './prepare.ts'
import { scorePair } from './score-pair.ts'
import { anyPerson } from './testing.ts'

test('comparison is symmetric: levels, score, verdict, reasons', () => {
  fc.assert(
    fc.property(anyPerson, anyPerson, (a, b) => {
      const [there, back] = [new Uint8Array(fields.length), new Uint8Array(fields.length)]
      compareInto(there, prepare(a), prepare(b))
      compareInto(back, prepare(b), prepare(a))
      expect(back).toEqual(there)
      const [pair, other] = [scorePair(a, b), scorePair(b, a)]
      expect(other).toEqual(pair)
      expect(explain(other, 'en', { a: b, b: a })).toEqual(explain(pair, 'en', { a, b }))
    }),
    { numRuns: 1000 },
  )
})

test('prior and weights add up to the log odds, and the score is a probability', () => {
  fc.assert(
    fc.property(anyPerson, anyPerson, (a, b) => {
      const { score, logOdds, prior, evidence } = scorePair(a, b)
      expect(evidence.reduce((sum, { weight }) => sum + weight, prior)).toBeCloseTo(logOdds, 8)
      expect(score).toBeCloseTo(1 / (1 + 2 ** -logOdds), 12)
      expect(score).toBeGreaterThan(0)
      expect(score).toBeLessThanOrEqual(1)
    }),
    { numRuns: 1000 },
  )
})

test('every level is one of its field, and a missing value is no evidence', () => {
  fc.assert(
    fc.property(anyPerson, (a) => {
      const into = new Uint8Array(fields.length)
      compareInto(into, prepare(a), prepare({ name: {} }))
      expect([...into]).toEqual(fields.map(() => 0))
      compareInto(into, prepare(a), prepare(a))
      fields.forEach((field, at) => expect(into[at]).toBeLessThan(levels[field].length))
    }),
  )
})

test('the explanation matches the weights: what agrees speaks for, what differs against, in the order of weight', () => {
  fc.assert(
    fc.property(anyPerson, anyPerson, fc.constantFrom('en' as const, 'es' as const), (a, b, language) => {
      const pair = scorePair(a, b)
      const reasons = explain(pair, language, { a, b })
      for (const kind of ['agrees', 'differs-but', 'differs'] as const) {
        const weights = reasons.filter((reason) => reason.kind === kind).map(({ weight }) => weight)
        expect(weights.every((weight) => (kind === 'differs' ? weight < 0 : weight > 0))).toBe(true)
        expect(weights.map(Math.abs)).toEqual(weights.map(Math.abs).toSorted((x, y) => y - x))
      }
      const told = pair.evidence.filter(({ field, weight }) => field === 'rule' || Math.abs(weight) >= 0.05)
      expect(reasons).toHaveLength(told.length)
    }),
    { numRuns: 1000 },
  )
})
