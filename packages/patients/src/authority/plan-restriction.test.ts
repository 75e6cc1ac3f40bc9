import { expect, test } from 'vitest'
import { keptFromPlan } from './plan-restriction.ts'

const every = { id: 'every', appointmentId: null }
const one = { id: 'one', appointmentId: 'a' }

test('a wish about every visit keeps each from the plan, and questions about none', () => {
  expect([keptFromPlan([every], 'a'), keptFromPlan([every], 'b'), keptFromPlan([every], null)]).toEqual([
    every,
    every,
    every,
  ])
})

test('a wish about one visit is that visit’s, and the nearer of two', () => {
  expect([keptFromPlan([one], 'a'), keptFromPlan([one], 'b'), keptFromPlan([one], null)]).toEqual([one, null, null])
  expect([keptFromPlan([every, one], 'a'), keptFromPlan([every, one], 'b')]).toEqual([one, every])
  expect(keptFromPlan([], null)).toBeNull()
})
