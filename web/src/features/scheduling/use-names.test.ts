import { expect, test } from 'vitest'
import { namesOf } from './use-names.ts'

const { spanOf } = namesOf({ resources: [], visitTypes: [] } as never, 'America/Chicago', 'en', 'America/Chicago')

test('time on one day says its date once; one that lasts to midnight ends that day', () => {
  expect(spanOf('2026-12-21T15:30:00Z', '2026-12-21T16:00:00Z')).toBe('Mon 21 Dec, 9:30–10:00')
  expect(spanOf('2026-12-21T15:30:00Z', '2026-12-22T06:00:00Z')).toBe('Mon 21 Dec, 9:30–24:00')
})

test('time over several days says both dates', () => {
  expect(spanOf('2026-12-21T15:30:00Z', '2026-12-26T06:00:00Z')).toBe('Mon 21 Dec, 9:30 – Fri 25 Dec, 24:00')
  expect(spanOf('2026-12-21T15:30:00Z', '2026-12-26T14:00:00Z')).toBe('Mon 21 Dec, 9:30 – Sat 26 Dec, 8:00')
})
