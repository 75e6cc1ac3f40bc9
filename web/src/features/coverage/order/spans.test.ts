import { expect, test } from 'vitest'
import { spansOf } from './spans.ts'

const policy = (coverageId: string, periodStart: string | null, periodEnd: string | null) => ({
  coverageId,
  periodStart,
  periodEnd,
})

test('bars lie on one scale up to a year ahead, and what began long ago begins at its edge', () => {
  const { first, last, at, spans } = spansOf(
    [policy('old', '1990-01-01', '2024-11-30'), policy('now', '2024-12-01', null), policy('next', '2027-01-01', null)],
    '2026-11-30',
  )
  expect([first, last]).toEqual(['2020-11-30', '2027-11-30'])
  expect(at).toBeCloseTo(85.7, 1)
  const [old, now, next] = spans
  expect(old?.from).toBe(0)
  expect((old?.width ?? 0) + (now?.width ?? 0)).toBeCloseTo(100, 0)
  expect(now?.isOpenAhead).toBe(true)
  expect(next?.from).toBeGreaterThan(at)
})

test('a policy without dates is as wide as the chart, one of a single day is still seen', () => {
  const { spans } = spansOf([policy('always', null, null), policy('day', '2026-11-30', '2026-11-30')], '2026-11-30')
  expect(spans[0]).toMatchObject({ from: 0, width: 100 })
  expect(spans[1]?.width).toBeGreaterThan(0)
})
