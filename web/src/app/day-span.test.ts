import { expect, test } from 'vitest'
import { daySpan } from './day-span.ts'

test('a span holds its whole last day, also on the days when the clocks change', () => {
  expect(daySpan('2026-03-08', '2026-03-08', 'America/Chicago')).toEqual({
    from: '2026-03-08T06:00:00Z',
    until: '2026-03-09T05:00:00Z',
  })
  expect(daySpan('2026-11-01', '2026-11-01', 'America/Chicago')).toEqual({
    from: '2026-11-01T05:00:00Z',
    until: '2026-11-02T06:00:00Z',
  })
  expect(daySpan(null, null, 'America/Chicago')).toEqual({})
})
