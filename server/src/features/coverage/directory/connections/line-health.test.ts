import { Temporal } from '@foyer/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backOffSeconds, type ExchangeOutcome, healthAfter, healthy, type LineHealth } from './line-health.ts'

const now = Temporal.Instant.from('2026-12-02T16:00:00Z')

test('never again within 90 seconds, and never later than a quarter of an hour', () => {
  expect([1, 2, 3, 4, 5, 50, 1000].map(backOffSeconds)).toEqual([90, 180, 360, 720, 900, 900, 900])
})

test('one that cannot be reached twice in a row is down, a slow one after three', () => {
  const once = healthAfter(healthy, 'down', now)
  expect(once).toEqual({ failures: 1, downSince: null, retryAt: null })
  const down = healthAfter(once, 'down', now)
  expect(down).toEqual({ failures: 2, downSince: '2026-12-02T16:00:00Z', retryAt: '2026-12-02T16:03:00Z' })
  const later = healthAfter(down, 'too-slow', now.add({ seconds: 180 }))
  expect(later).toEqual({ failures: 3, downSince: '2026-12-02T16:00:00Z', retryAt: '2026-12-02T16:09:00Z' })
  const slow = healthAfter(healthAfter(healthy, 'too-slow', now), 'too-slow', now)
  expect(slow).toEqual({ failures: 2, downSince: null, retryAt: null })
  expect(healthAfter(slow, 'too-slow', now).downSince).toBe('2026-12-02T16:00:00Z')
})

test('what was under way when it fell makes the pause no longer', () => {
  const down = healthAfter(healthAfter(healthy, 'down', now), 'down', now)
  expect(healthAfter(down, 'down', now.add({ seconds: 179 }))).toEqual(down)
  expect(healthAfter(down, 'down', now.add({ seconds: 180 })).failures).toBe(3)
})

test('a refusal comes from a line that works; nonsense says nothing of it', () => {
  const down = healthAfter(healthAfter(healthy, 'down', now), 'down', now)
  expect(healthAfter(down, 'answered', now)).toEqual(healthy)
  expect(healthAfter(down, 'refused-us', now)).toEqual(healthy)
  expect(healthAfter(down, 'not-understood', now)).toEqual(down)
})

test('whatever happens: a line that is down is asked again, and one answer makes it well', () => {
  const outcome = fc.constantFrom<ExchangeOutcome>('answered', 'down', 'too-slow', 'not-understood', 'refused-us')
  const happened = fc.array(fc.tuple(outcome, fc.nat(2000)), { maxLength: 40 })
  fc.assert(
    fc.property(happened, (steps) => {
      let health: LineHealth = healthy
      let at = now
      for (const [one, seconds] of steps) {
        at = at.add({ seconds })
        health = healthAfter(health, one, at)
        const { failures, downSince, retryAt } = health
        expect(downSince === null).toBe(retryAt === null)
        if (downSince !== null) expect(failures).toBeGreaterThanOrEqual(2)
        if (retryAt !== null) expect(Date.parse(retryAt) - at.epochMilliseconds).toBeLessThanOrEqual(900_000)
      }
      expect(healthAfter(health, 'answered', at)).toEqual(healthy)
    }),
  )
})
