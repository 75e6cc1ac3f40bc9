import { expect, test } from 'vitest'
import { whenText } from './when-text.ts'

const visit = { start: '2026-11-24T14:20:00Z', timeZone: 'America/New_York' }

test('one clock where both are the same, else both, that of the site first', () => {
  expect(whenText(visit, 'en', 'America/New_York')).toBe('Tue 24 Nov, 9:20')
  expect(whenText(visit, 'en', 'America/Toronto')).toBe('Tue 24 Nov, 9:20')
  expect(whenText(visit, 'en', 'America/Chicago')).toBe('Tue 24 Nov, 9:20 New York · 8:20 Chicago')
})

test('where it is another day here, the day is told too', () => {
  const late = { start: '2026-11-25T04:30:00Z', timeZone: 'America/Chicago' }
  expect(whenText(late, 'en', 'America/New_York')).toBe('Tue 24 Nov, 22:30 Chicago · 23:30 New York')
  expect(whenText({ ...late, start: '2026-11-25T05:30:00Z' }, 'en', 'America/New_York')).toBe(
    'Tue 24 Nov, 23:30 Chicago · Wed 25 Nov, 0:30 New York',
  )
})
