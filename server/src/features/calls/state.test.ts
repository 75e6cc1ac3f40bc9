import { expect, test } from 'vitest'
import { afterEvent, type CallEvent, type CallTimes } from './state.ts'

const times: Readonly<Record<CallEvent, string>> = {
  ringing: '2026-11-22T16:40:00Z',
  answered: '2026-11-22T16:40:09Z',
  ended: '2026-11-22T16:44:00Z',
}

function told(...events: readonly CallEvent[]): CallTimes | null {
  return events.reduce<CallTimes | null>((known, event) => afterEvent(known, event, times[event]), null)
}

test('a call rings, is answered, ends', () => {
  expect(told('ringing')?.state).toBe('ringing')
  expect(told('ringing', 'answered')?.state).toBe('answered')
  expect(told('ringing', 'answered', 'ended')?.state).toBe('ended')
})

test('a call that ends unanswered was missed', () => {
  expect(told('ringing', 'ended')?.state).toBe('missed')
})

test('the same words in any order and twice say the same', () => {
  const usual = told('ringing', 'answered', 'ended')
  expect(told('ended', 'answered', 'ringing')).toEqual(usual)
  expect(told('answered', 'ended', 'ringing', 'answered', 'ended')).toEqual(usual)
  expect(told('ended', 'ringing')?.state).toBe('missed')
})
