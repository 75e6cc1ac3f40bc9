import { expect, test } from 'vitest'
import { isTheDayFor, mayStep, offeredNext } from './policy.ts'

const day = '2026-11-23'

test('the desk is offered the path and the no-show; cancelling has a form of its own', () => {
  expect(offeredNext('junior', 'booked', day, day)).toEqual([
    'arrived',
    'roomed',
    'with-clinician',
    'checked-out',
    'no-show',
  ])
})

test('a clinician moves visits on, but does not say who arrived', () => {
  expect(offeredNext('clinician', 'arrived', day, day)).toEqual(['roomed', 'with-clinician', 'checked-out'])
  expect(mayStep('clinician', 'arrived')).toBe(false)
  expect(mayStep('clinician', 'no-show')).toBe(false)
})

test('a cancellation is taken back by those who may cancel', () => {
  expect(mayStep('junior', 'cancelled')).toBe(false)
  expect(mayStep('coordinator', 'cancelled')).toBe(true)
})

test('nobody arrives on another day; somebody is missed on the day or later', () => {
  expect(offeredNext('coordinator', 'booked', day, '2026-11-22')).toEqual([])
  expect(offeredNext('coordinator', 'booked', day, '2026-11-24')).toEqual(['no-show'])
})

test('crossing midnight: what has begun may go on', () => {
  expect(isTheDayFor('with-clinician', 'checked-out', day, '2026-11-24')).toBe(true)
  expect(isTheDayFor('booked', 'checked-out', day, '2026-11-24')).toBe(false)
})

test('who takes no part in the flow is offered nothing', () => {
  expect(offeredNext('integrator', 'booked', day, day)).toEqual([])
})
