import { expect, test } from 'vitest'
import type { SchedulingSay } from '../words.ts'
import { cancelWords } from '../words-cancel.ts'
import { reasonText } from './reason-text.ts'

const say = ((word: string) => (cancelWords as Readonly<Record<string, string>>)[word] ?? word) as SchedulingSay

test('a code is said in words, and what somebody wrote stays as it is', () => {
  expect(reasonText('weather: Road is closed: Route 9', say)).toBe('Weather or roads: Road is closed: Route 9')
  expect(reasonText('booked-in-error', say)).toBe('Booked by mistake')
  expect(reasonText('Dr. Okafor is ill', say)).toBe('Dr. Okafor is ill')
  expect(reasonText('constructor', say)).toBe('constructor')
})
