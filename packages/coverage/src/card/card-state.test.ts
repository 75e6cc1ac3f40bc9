import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CardFacts, cardState } from './card-state.ts'

const visitOn = '2026-12-04'
const good = {
  outcome: 'active',
  serviceDate: '2026-12-01',
  hasContradictions: false,
  needsAuthorization: false,
  isNotCovered: false,
} as const
const nothing: CardFacts = {
  on: visitOn,
  isInForce: true,
  canAsk: true,
  answer: null,
  pending: null,
  lastFailed: false,
}

function because(facts: Partial<CardFacts>): string {
  const { light, because: why } = cardState({ ...nothing, ...facts })
  return `${light} ${why}`
}

test('an answer of the month of the visit is relied on, with what has to be asked besides', () => {
  expect(because({ answer: good })).toBe('ok active')
  expect(because({ answer: { ...good, hasContradictions: true } })).toBe('warn active-with-questions')
  expect(because({ answer: { ...good, hasContradictions: true, needsAuthorization: true } })).toBe(
    'warn authorization-required',
  )
})

test('plans end with months: an answer of another one is old, or of another date', () => {
  expect(because({ answer: { ...good, serviceDate: '2026-11-30' } })).toBe('warn answer-old')
  expect(because({ answer: { ...good, serviceDate: '2027-01-01' } })).toBe('warn other-date')
  expect(because({ answer: { ...good, serviceDate: '2025-12-04' } })).toBe('warn answer-old')
  expect(because({ answer: { ...good, serviceDate: '2026-12-31' } })).toBe('ok active')
})

test('bad news stands whatever its age', () => {
  const old = { ...good, serviceDate: '2026-03-01' }
  expect(because({ answer: { ...old, outcome: 'inactive' } })).toBe('bad inactive')
  expect(because({ answer: { ...old, outcome: 'not-found' } })).toBe('bad not-found')
  expect(because({ answer: { ...old, isNotCovered: true } })).toBe('bad not-covered')
  expect(because({ answer: { ...old, isNotCovered: true, outcome: 'inactive' } })).toBe('bad inactive')
  expect(because({ answer: { ...old, outcome: 'turned-away' } })).toBe('warn turned-away')
  expect(because({ answer: { ...old, outcome: 'unclear' } })).toBe('warn unclear')
})

test('without an answer it is said what goes on, and why nobody can be asked', () => {
  expect(because({})).toBe('quiet never-asked')
  expect(because({ canAsk: false })).toBe('quiet cannot-ask')
  expect(because({ lastFailed: true })).toBe('warn failed')
  expect(because({ pending: { isDown: false }, lastFailed: true })).toBe('quiet asking')
  expect(because({ pending: { isDown: true } })).toBe('warn payer-down')
})

const day = fc
  .tuple(fc.integer({ min: 2025, max: 2027 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}-15`)
const facts: fc.Arbitrary<CardFacts> = fc.record({
  on: day,
  isInForce: fc.boolean(),
  canAsk: fc.boolean(),
  answer: fc.option(
    fc.record({
      outcome: fc.constantFrom('active', 'inactive', 'unclear', 'not-found', 'turned-away'),
      serviceDate: day,
      hasContradictions: fc.boolean(),
      needsAuthorization: fc.boolean(),
      isNotCovered: fc.boolean(),
    }),
  ),
  pending: fc.option(fc.record({ isDown: fc.boolean() })),
  lastFailed: fc.boolean(),
})

test('green is an active plan of the very month, of a policy that holds, and nothing left to ask', () => {
  fc.assert(
    fc.property(facts, (of) => {
      const { answer } = of
      const isGood =
        of.isInForce &&
        answer?.outcome === 'active' &&
        answer.serviceDate === of.on &&
        !answer.hasContradictions &&
        !answer.needsAuthorization &&
        !answer.isNotCovered
      expect(cardState(of).light === 'ok').toBe(isGood)
    }),
  )
})

test('what is asked after an answer takes nothing of it away, and a policy that ended is never more than ended', () => {
  fc.assert(
    fc.property(facts, (of) => {
      const alone = cardState({ ...of, pending: null, lastFailed: false, canAsk: true })
      if (of.answer) expect(cardState(of)).toEqual(alone)
      expect(cardState({ ...of, isInForce: false })).toEqual({ light: 'bad', because: 'ended-here' })
    }),
  )
})
