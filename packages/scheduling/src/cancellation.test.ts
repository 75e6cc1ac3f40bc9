import { instantAt } from '@foyer/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cancellationFacts, lastMoment, noticeKinds, noticeOf } from './cancellation.ts'
import { minuteMs } from './local-day.ts'

const zone = 'America/Chicago'
const at = (date: string, minute: number) => instantAt(date, minute, zone).epochMilliseconds

test('who, why and how late', () => {
  const start = at('2026-12-01', 540)
  expect(cancellationFacts({ by: 'patient', reason: 'transport', at: start - 90 * minuteMs - 1, start }, zone)).toEqual(
    {
      by: 'patient',
      reason: 'transport',
      noticeMinutes: 90,
      notice: 'under-2-hours',
      isLate: true,
    },
  )
  expect(cancellationFacts({ by: 'practice', reason: 'room', at: start + 1, start }, zone)).toMatchObject({
    noticeMinutes: -1,
    notice: 'after-start',
  })
})

test('on time is until the last moment, and not after it', () => {
  const start = at('2026-12-01', 540)
  const late = (moment: number, hours?: number) =>
    cancellationFacts({ by: 'patient', reason: 'patient', at: moment, start }, zone, hours).isLate
  expect([late(at('2026-11-30', 540)), late(at('2026-11-30', 540) + 1)]).toEqual([false, true])
  expect([late(at('2026-11-29', 300), 52), late(at('2026-11-29', 301), 52)]).toEqual([false, true])
})

test('the day before at the same time of day, also over the missing hour and the hour that happens twice', () => {
  expect(lastMoment(at('2027-03-14', 540), zone)).toBe(at('2027-03-13', 540))
  expect(lastMoment(at('2026-11-01', 540), zone)).toBe(at('2026-10-31', 540))
  expect(lastMoment(at('2026-11-01', 540), zone, 8)).toBe(at('2026-11-01', 540) - 480 * minuteMs)
})

test('more notice never falls into a later kind, and the limits belong to the longer', () => {
  const minutes = fc.integer({ min: -500, max: 6000 })
  const rank = (each: number) => noticeKinds.indexOf(noticeOf(each))
  fc.assert(fc.property(minutes, minutes, (a, b) => a > b || rank(a) <= rank(b)))
  expect([-1, 0, 120, 1440, 4320].map(noticeOf)).toEqual(noticeKinds)
})
