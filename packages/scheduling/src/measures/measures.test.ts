import { instantAt } from '@foyer/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cancellationFacts } from '../cancellation.ts'
import { minuteMs } from '../local-day.ts'
import { daysToAppointment, thirdNextAvailable } from './access.ts'
import { cancellations } from './cancellations.ts'
import { fillRate, templateUse } from './use.ts'

const zone = 'America/Chicago'
const at = (date: string, minute: number) => instantAt(date, minute, zone).epochMilliseconds
const span = (from: number, to: number) => ({ start: from * minuteMs, end: to * minuteMs })

test('third next available: calendar days to the third opening', () => {
  const now = at('2026-11-30', 600)
  const starts = [at('2026-12-07', 540), at('2026-11-30', 590), at('2026-12-05', 0), at('2026-11-30', 600)]
  expect(thirdNextAvailable(starts, now, zone)).toBe(7)
  expect(thirdNextAvailable([...starts, now], now, zone)).toBe(5)
  expect(thirdNextAvailable([now, now, now], now, zone)).toBe(0)
  expect(thirdNextAvailable(starts.slice(0, 3), now, zone)).toBe(null)
})

test('third next available on the days on which the clock changes, and beyond the date line', () => {
  const thrice = (start: number) => [start, start, start]
  expect(thirdNextAvailable(thrice(at('2026-11-02', 0)), at('2026-11-01', 0), zone)).toBe(1)
  expect(thirdNextAvailable(thrice(at('2027-03-15', 0)), at('2027-03-13', 1439), zone)).toBe(2)
  expect(thirdNextAvailable(thrice(at('2026-11-30', 240)), at('2026-11-30', 0), 'Pacific/Kiritimati')).toBe(1)
})

test('days to the appointment: the middle, and what nine of ten waited', () => {
  const wait = (days: number) => ({
    bookedAt: at('2026-11-01', 1439),
    start: at('2026-11-01', 1439 + days * 1440),
    zone,
  })
  expect(daysToAppointment([])).toEqual({ visits: 0, medianDays: null, ninetiethDays: null })
  expect(daysToAppointment([wait(9), wait(1), wait(2)])).toEqual({ visits: 3, medianDays: 2, ninetiethDays: 9 })
  expect(daysToAppointment([wait(1), wait(2)])).toMatchObject({ medianDays: 1.5 })
  const ten = Array.from({ length: 10 }, (_, days) => wait(days))
  expect(daysToAppointment(ten)).toMatchObject({ medianDays: 4.5, ninetiethDays: 8 })
  const entered = { bookedAt: at('2026-11-03', 0), start: at('2026-11-02', 0), zone }
  expect(daysToAppointment([entered])).toMatchObject({ medianDays: 0 })
})

test('fill: blocks are not offered, lanes are, and what lies outside counts in neither', () => {
  const sessions = [span(0, 100)]
  const block = span(80, 120)
  const visit = { ...span(-10, 40), visitId: 'a' }
  expect(fillRate([{ sessions, taken: [block, visit] }])).toEqual({ offeredMinutes: 80, bookedMinutes: 40, rate: 0.5 })
  expect(fillRate([{ sessions, taken: [visit, { ...visit, lane: 1 }], lanes: 4 }])).toMatchObject({ rate: 0.2 })
  expect(fillRate([{ sessions: [{ ...span(0, 100), lanes: 2 }], taken: [visit] }])).toMatchObject({ rate: 0.2 })
  const over = [0, 1].map((lane) => ({ ...span(0, 80), lane, visitId: String(lane) }))
  expect(fillRate([{ sessions: [{ ...span(0, 100), overbook: 1 }], taken: over }])).toMatchObject({ rate: 1.6 })
  expect(fillRate([{ sessions: [], taken: [visit] }])).toMatchObject({ rate: null })
})

test('use of reserved sessions: own kinds, others, free', () => {
  const acute = { visitTypeIds: ['acute'], label: 'Acute' }
  const sessions = [{ ...span(0, 60), ...acute }, span(60, 120), { ...span(200, 260), ...acute }]
  const visits = [
    { id: '1', visitTypeId: 'acute', ...span(0, 20) },
    { id: '2', visitTypeId: 'check', ...span(10, 40) },
    { id: '3', visitTypeId: 'check', ...span(60, 80) },
  ]
  expect(templateUse(sessions, visits)).toEqual([
    {
      visitTypeIds: ['acute'],
      label: 'Acute',
      reservedMinutes: 120,
      ownMinutes: 20,
      otherMinutes: 20,
      freeMinutes: 80,
      visits: { acute: 1, check: 1 },
    },
  ])
})

test('own, other and free time make up what is reserved', () => {
  const time = fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 60 })).map(([from, length]) => span(from, from + length))
  const visits = fc.array(fc.tuple(time, fc.constantFrom('acute', 'check')), { maxLength: 8 })
  const reserved = fc.array(time, { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(reserved, visits, (sessions, booked) => {
      const kept = sessions.map((each) => ({ ...each, visitTypeIds: ['acute'] }))
      const rows = booked.map(([each, visitTypeId], index) => ({ ...each, visitTypeId, id: String(index) }))
      for (const use of templateUse(kept, rows)) {
        expect(use.ownMinutes + use.otherMinutes + use.freeMinutes).toBe(use.reservedMinutes)
        expect(Math.min(use.ownMinutes, use.otherMinutes, use.freeMinutes)).toBeGreaterThanOrEqual(0)
      }
    }),
  )
})

test('cancellations by who, why and how late', () => {
  const start = at('2026-12-01', 540)
  const row = (by: 'patient' | 'practice', reason: 'transport' | 'clinician-away', minutes: number) =>
    cancellationFacts({ by, reason, at: start - minutes * minuteMs, start }, zone)
  const rows = [
    row('patient', 'transport', 60),
    row('patient', 'transport', 10_000),
    row('practice', 'clinician-away', 90),
  ]
  expect(cancellations(rows, 12)).toEqual({
    cancelled: 3,
    late: 2,
    rate: 0.25,
    by: { patient: 2, practice: 1 },
    reasons: { transport: 2, 'clinician-away': 1 },
    notice: { 'under-2-hours': 2, longer: 1 },
    lateBy: { patient: 1, practice: 1 },
  })
  expect(cancellations([], 0).rate).toBe(null)
})
