import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type AskedOfVisit,
  isToAsk,
  type PolicyVerification,
  verificationOf,
  visitVerification,
} from './verification.ts'

const visit = '2026-12-04'
const active: AskedOfVisit = { state: 'answered', outcome: 'active', serviceDate: visit, plan: 'GOLD PPO' }

test('a visit stands as its newest question does', () => {
  expect(verificationOf(visit, null, null)).toBe('never-asked')
  expect(verificationOf(visit, active, null)).toBe('verified')
  expect(verificationOf(visit, { ...active, state: 'sent', outcome: null }, active)).toBe('asking')
  expect(verificationOf(visit, { ...active, state: 'failed', outcome: null }, active)).toBe('failed')
  expect(verificationOf(visit, { ...active, outcome: 'not-found' }, null)).toBe('failed')
  expect(verificationOf(visit, { ...active, outcome: 'turned-away' }, active)).toBe('failed')
})

test('an answer of another month verifies nothing', () => {
  expect(verificationOf(visit, { ...active, serviceDate: '2026-11-30' }, null)).toBe('never-asked')
  expect(verificationOf(visit, { ...active, serviceDate: '2026-12-31' }, null)).toBe('verified')
})

test('one that was active and is not, or goes by another name, has changed; a name that was left out is no other', () => {
  expect(verificationOf(visit, { ...active, outcome: 'inactive' }, null)).toBe('changed')
  expect(verificationOf(visit, active, { ...active, plan: 'SILVER HMO' })).toBe('changed')
  expect(verificationOf(visit, active, { ...active, plan: null })).toBe('verified')
  expect(verificationOf(visit, { ...active, plan: null }, active)).toBe('verified')
  // What it was called while it was not active says nothing.
  expect(verificationOf(visit, active, { ...active, outcome: 'inactive', plan: 'SILVER HMO' })).toBe('verified')
})

test('an active plan that does not pay for the visit verifies nothing', () => {
  expect(verificationOf(visit, active, active, true)).toBe('not-covered')
  expect(verificationOf(visit, { ...active, outcome: 'inactive' }, active, true)).toBe('changed')
  expect(visitVerification(['verified', 'not-covered'])).toBe('not-covered')
})

test('a good answer saves asking again for seven days', () => {
  expect([0, 6, 7, null].map((days) => isToAsk(visit, active, days))).toEqual([false, false, true, true])
  expect(isToAsk(visit, { ...active, serviceDate: '2026-11-30' }, 0)).toBe(true)
})

const asked: fc.Arbitrary<AskedOfVisit> = fc.record({
  state: fc.constantFrom('waiting', 'sent', 'answered', 'failed'),
  outcome: fc.option(fc.constantFrom('active', 'inactive', 'unclear', 'not-found', 'turned-away')),
  serviceDate: fc.constantFrom('2026-11-30', '2026-12-01', visit, '2027-01-04'),
  plan: fc.option(fc.constantFrom('GOLD PPO', 'SILVER HMO')),
})

test('whatever is open is not asked twice; whatever has no good answer is asked', () => {
  fc.assert(
    fc.property(fc.option(asked), fc.option(asked), fc.option(fc.nat(30)), (newest, before, days) => {
      const stands = verificationOf(visit, newest, before)
      const asks = isToAsk(visit, newest, days)
      if (stands === 'asking') expect(asks).toBe(false)
      if (stands === 'never-asked' || stands === 'failed') expect(asks).toBe(true)
      if (stands === 'verified') expect(asks).toBe(days === null || days >= 7)
    }),
  )
})

test('a visit is verified only where every policy of it is, and needs somebody where any does', () => {
  expect(visitVerification([])).toBe('no-coverage')
  expect(visitVerification(['verified', 'verified'])).toBe('verified')
  expect(visitVerification(['verified', 'failed', 'asking'])).toBe('failed')
  const states = fc.constantFrom<PolicyVerification[]>('verified', 'changed', 'failed', 'asking', 'never-asked')
  fc.assert(
    fc.property(fc.array(states, { minLength: 1, maxLength: 3 }), fc.nat(2), (policies, turn) => {
      const stands = visitVerification(policies)
      expect(policies).toContain(stands)
      expect(stands === 'verified').toBe(policies.every((one) => one === 'verified'))
      expect(visitVerification([...policies.slice(turn), ...policies.slice(0, turn)])).toBe(stands)
    }),
  )
})
