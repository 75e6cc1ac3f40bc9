import { addDays } from '@foyer/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hoursOn } from './day-sessions.ts'
import { datesBetween, localDays, minuteMs } from './local-day.ts'
import { sessionTimes } from './session-times.ts'
import { dependsOn, fallsOutside, isSameWeeks, replaceFrom, templateDiff } from './template-change.ts'
import { templateProblems } from './template-problems.ts'
import type { WeeklyHours } from './template.ts'

const zone = 'America/Chicago'
/** Monday 30 November 2026. */
const days = localDays(['2026-11-30'], zone)
const midnight = days[0]!.start
const at = (startMinute: number, endMinute: number) => ({
  start: midnight + startMinute * minuteMs,
  end: midnight + endMinute * minuteMs,
})

function monday(startMinute: number, endMinute: number, rules: Partial<WeeklyHours> = {}): WeeklyHours {
  return { weekday: 1, startMinute, endMinute, ...rules }
}

test('two sessions may not want the same time, unless their weeks or their validity differ', () => {
  const problems = (first: Partial<WeeklyHours>, second: Partial<WeeklyHours>) =>
    templateProblems([monday(480, 720, first), monday(700, 800, second)])
  expect(problems({}, {})).toMatchObject([{ problem: 'overlap', first: 0, second: 1 }])
  expect(problems({}, { weekday: 2 })).toEqual([])
  expect(problems({}, { kind: 'break' })).toEqual([])
  expect(problems({}, { startMinute: 720 })).toEqual([])
  expect(problems({ validTo: '2026-11-30' }, { validFrom: '2026-12-01' })).toEqual([])
  expect(problems({ validTo: '2026-11-30' }, { validFrom: '2026-11-30' })).toMatchObject([{ on: '2026-11-30' }])
  // The common validity, Tuesday to Sunday, has no Monday in it.
  expect(problems({ validTo: '2026-12-06' }, { validFrom: '2026-12-01' })).toEqual([])
  const odd = { everyWeeks: 2, anchor: '2026-11-30' } as const
  expect(problems(odd, { everyWeeks: 2, anchor: '2026-12-07' })).toEqual([])
  expect(problems(odd, { everyWeeks: 2, anchor: '2026-12-20' })).toMatchObject([{ problem: 'overlap' }])
  expect(problems(odd, {})).toMatchObject([{ problem: 'overlap' }])
  expect(problems({ ...odd, validTo: '2026-12-07' }, { validFrom: '2026-12-01' })).toEqual([])
})

test('what is backwards is named with its position', () => {
  const hours = [
    monday(480, 720),
    monday(900, 800),
    monday(1000, 1441),
    monday(0, 60, { validFrom: '2026-12-02', validTo: '2026-12-01' }),
  ]
  expect(templateProblems(hours)).toEqual([
    { problem: 'backwards', at: 1 },
    { problem: 'backwards', at: 2 },
    { problem: 'validity-backwards', at: 3 },
  ])
})

test('a change says which open time it takes and brings', () => {
  const before = { weekly: [monday(480, 720)], exceptions: [] }
  const after = { weekly: [monday(540, 780)], exceptions: [] }
  expect(templateDiff(before, after, days)).toEqual({ lost: [at(480, 540)], gained: [at(720, 780)] })
  expect(templateDiff(before, { ...before, closedDates: new Set(['2026-11-30']) }, days)).toEqual({
    lost: [at(480, 720)],
    gained: [],
  })
})

test('visits that fall outside, and why', () => {
  const weekly = [
    monday(480, 720),
    monday(720, 780, { visitTypeIds: ['acute'], releaseMinutes: 60 }),
    monday(780, 840, { walkIn: true }),
  ]
  const visits = [
    { id: 'fits', visitTypeId: 'check', ...at(480, 500) },
    { id: 'early', visitTypeId: 'check', ...at(470, 490) },
    { id: 'acute over the border', visitTypeId: 'acute', ...at(700, 740) },
    { id: 'check over the border', visitTypeId: 'check', ...at(700, 740) },
    { id: 'booked for walk-ins', visitTypeId: 'check', ...at(790, 800) },
    { id: 'walked in', visitTypeId: 'check', walkIn: true, ...at(790, 800) },
  ]
  const sessions = sessionTimes(days, weekly, [])
  const outside = (now: number) => fallsOutside(visits, sessions, now).map(({ id, why }) => `${id}: ${why}`)
  expect(outside(midnight)).toEqual([
    'early: outside-hours',
    'check over the border: session-reserved',
    'booked for walk-ins: walk-in-only',
  ])
  expect(outside(midnight + 660 * minuteMs)).toEqual(['early: outside-hours', 'booked for walk-ins: walk-in-only'])
})

const date = fc.integer({ min: 0, max: 60 }).map((plus) => shifted('2026-11-01', plus))
const hours: fc.Arbitrary<WeeklyHours> = fc
  .record({
    weekday: fc.constantFrom(1, 2, 3, 4, 5, 6, 7),
    span: fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 4 })),
    everyWeeks: fc.constantFrom(1, 2),
    anchor: fc.option(date, { nil: undefined }),
    dates: fc.tuple(fc.option(date, { nil: undefined }), fc.option(date, { nil: undefined })),
  })
  .map(({ weekday, span: [start, length], everyWeeks, anchor, dates: [validFrom, validTo] }) => ({
    weekday,
    startMinute: start * 60,
    endMinute: (start + length) * 60,
    everyWeeks,
    ...(anchor && { anchor }),
    ...(validFrom && { validFrom }),
    ...(validTo && { validTo }),
  }))

function shifted(from: string, plus: number): string {
  return addDays(from, plus)
}

test('weeks that end on the date of the change still hold on it', () => {
  const from = '2026-11-30'
  expect(replaceFrom(from, [], [monday(0, 60, { validTo: from })])).toEqual([
    monday(0, 60, { validFrom: from, validTo: from }),
  ])
  expect(replaceFrom(from, [monday(0, 60, { validTo: '2026-11-23' }), monday(0, 60, { validFrom: from })], [])).toEqual(
    [monday(0, 60, { validTo: '2026-11-23' })],
  )
})

test('replacing from a date on changes nothing before it, and everything after it', () => {
  const weeks = fc.array(hours, { maxLength: 6 })
  fc.assert(
    fc.property(date, weeks, weeks, (from, before, after) => {
      const replaced = replaceFrom(from, before, after)
      for (const each of datesBetween('2026-10-20', '2027-01-20')) {
        expect(hoursOn(each, replaced, [])).toEqual(hoursOn(each, each < from ? before : after, []))
      }
    }),
    { numRuns: 40 },
  )
})

test('there is a problem of overlap exactly when some date has both sessions at once', () => {
  fc.assert(
    fc.property(fc.tuple(hours, hours), ([one, other]) => {
      const second = { ...other, weekday: one.weekday }
      const both = datesBetween('2026-01-01', '2027-12-31').some((each) => {
        const [a] = hoursOn(each, [one], [])
        const [b] = hoursOn(each, [second], [])
        return a && b && Math.max(a.start, b.start) < Math.min(a.end, b.end)
      })
      const found = templateProblems([one, second]).filter(({ problem }) => problem === 'overlap')
      expect(found.length > 0).toBe(both)
    }),
    { numRuns: 60 },
  )
})

test('what fits the new hours and not those before depends on the change', () => {
  const timesOf = (weekly: readonly WeeklyHours[]) => sessionTimes(days, weekly, [])
  const before = timesOf([monday(540, 720, { lanes: 1 })])
  const after = timesOf([monday(480, 720, { lanes: 2 })])
  const kept = (id: string, start: number, end: number, lane = 0) => ({ id, visitTypeId: 'v', lane, ...at(start, end) })
  const all = [
    kept('gained', 480, 500),
    kept('both', 540, 560),
    kept('beside', 540, 560, 1),
    kept('over', 540, 560, 2),
    kept('neither', 800, 820),
  ]
  expect(dependsOn(all, { before, after, lanes: 1 }, midnight)).toEqual(['gained', 'beside'])
  expect(dependsOn(all, { before: after, after: before, lanes: 1 }, midnight)).toEqual([])
})

test('weeks are the same in any order, and whether what is usual is said or not', () => {
  const said = monday(540, 720, { kind: 'open', everyWeeks: 1, overbook: 0, walkIn: false })
  expect(isSameWeeks([monday(480, 500), said], [monday(540, 720), monday(480, 500)])).toBe(true)
  expect(isSameWeeks([said], [monday(540, 720, { lanes: 2 })])).toBe(false)
  expect(isSameWeeks([said, said], [said])).toBe(false)
})
