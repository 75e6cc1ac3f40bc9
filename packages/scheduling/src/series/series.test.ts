import { addDays, dateAt, instantAt, minuteAt, Temporal } from '@foyer/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Interval, overlaps } from '../interval.ts'
import { minuteMs } from '../local-day.ts'
import { occurrencesOf, type SeriesException, type SeriesRule } from './occurrences.ts'
import { planSeries, type SeriesQuestion } from './plan-series.ts'

const zone = 'America/Chicago'
const nine = 540
const weekly: SeriesRule = { unit: 'week', every: 1, from: '2026-12-01', atMinute: nine, count: 4 }

type Opening = Interval & { readonly who: string }

function opening(date: string, minute: number, who = 'ana'): Opening {
  const start = instantAt(date, minute, zone).epochMilliseconds
  return { start, end: start + 30 * minuteMs, who }
}

function dates(rule: SeriesRule, exceptions: readonly SeriesException[] = [], at = zone): string[] {
  return occurrencesOf(rule, exceptions, at).map(({ date }) => date)
}

function finding(openings: readonly Opening[]) {
  return ({ from, to }: SeriesQuestion): Opening[] =>
    openings.filter(({ start }) => {
      const date = dateAt(Temporal.Instant.fromEpochMilliseconds(start), zone)
      return from <= date && date <= to
    })
}

function planned(openings: readonly Opening[], rule = weekly, exceptions: readonly SeriesException[] = []): string[] {
  const find = finding(openings)
  return planSeries(rule, exceptions, { zone, find, clinicianOf: ({ who }) => who }).map((each) => {
    const found = each.verdict === 'met' ? each.opening : each.nearest
    if (!found) return `${each.verdict} nothing`
    const at = Temporal.Instant.fromEpochMilliseconds(found.start)
    return `${each.verdict} ${dateAt(at, zone)} ${minuteAt(at, zone)} ${found.who}`
  })
}

test('every few days, weeks on weekdays, to a count or a date', () => {
  expect(dates({ unit: 'day', every: 3, from: '2026-11-29', atMinute: nine, count: 3 })).toEqual([
    '2026-11-29',
    '2026-12-02',
    '2026-12-05',
  ])
  // From a Tuesday: the Monday of that week is over.
  expect(dates({ ...weekly, every: 2, weekdays: [4, 1] })).toEqual([
    '2026-12-03',
    '2026-12-14',
    '2026-12-17',
    '2026-12-28',
  ])
  expect(dates({ ...weekly, until: '2026-12-15' })).toEqual(['2026-12-01', '2026-12-08', '2026-12-15'])
  expect(dates({ unit: 'day', every: 1, from: '2026-01-01', atMinute: nine, until: '9999-12-31' }).length).toBe(366)
})

test('the 31st of a month that has none is its last day, and the 31st again after it', () => {
  expect(dates({ unit: 'month', every: 1, from: '2028-01-31', atMinute: nine, count: 4 })).toEqual([
    '2028-01-31',
    '2028-02-29',
    '2028-03-31',
    '2028-04-30',
  ])
})

test('the second Tuesday, and the fifth, which is the last where there are four', () => {
  const by = { unit: 'month', every: 1, atMinute: nine, monthBy: 'weekday', count: 3 } as const
  expect(dates({ ...by, from: '2026-12-08' })).toEqual(['2026-12-08', '2027-01-12', '2027-02-09'])
  expect(dates({ ...by, from: '2026-12-29' })).toEqual(['2026-12-29', '2027-01-26', '2027-02-23'])
})

test('the last Friday is the fourth or the fifth; before the date of the beginning there is none', () => {
  const by = { unit: 'month', every: 1, atMinute: nine, monthBy: 'last-weekday', count: 4 } as const
  expect(dates({ ...by, from: '2026-12-25' })).toEqual(['2026-12-25', '2027-01-29', '2027-02-26', '2027-03-26'])
  // Friday the 18th: the last one of its month comes first.
  expect(dates({ ...by, from: '2026-12-18', count: 2 })).toEqual(['2026-12-25', '2027-01-29'])
  expect(dates({ ...by, every: 2, from: '2027-01-29', count: 3 })).toEqual(['2027-01-29', '2027-03-26', '2027-05-28'])
})

test('09:00 stays 09:00 over the changes of the clock', () => {
  const instants = (from: string) =>
    occurrencesOf({ ...weekly, from, count: 2 }, [], zone).map(({ start }) =>
      new Temporal.Instant(BigInt(start) * 1_000_000n).toString(),
    )
  expect(instants('2026-10-27')).toEqual(['2026-10-27T14:00:00Z', '2026-11-03T15:00:00Z'])
  expect(instants('2027-03-09')).toEqual(['2027-03-09T15:00:00Z', '2027-03-16T14:00:00Z'])
})

test('the missing hour moves forward by the gap, of the hour that happens twice the first is meant', () => {
  const at = (date: string, atMinute: number) =>
    occurrencesOf({ ...weekly, from: date, atMinute, count: 1 }, [], zone)[0]?.start
  expect(at('2027-03-14', 150)).toBe(Temporal.Instant.from('2027-03-14T08:30Z').epochMilliseconds)
  expect(at('2026-11-01', 90)).toBe(Temporal.Instant.from('2026-11-01T06:30Z').epochMilliseconds)
})

test('beyond the date line the date of the site counts', () => {
  const [first] = occurrencesOf(weekly, [], 'Pacific/Kiritimati')
  expect(first?.start).toBe(Temporal.Instant.from('2026-11-30T19:00Z').epochMilliseconds)
})

test('an occurrence is skipped and keeps its number, or has a date or time of its own', () => {
  const exceptions = [
    { occurrence: 1, skip: true },
    { occurrence: 2, date: '2026-12-16' },
    { occurrence: 3, atMinute: 600 },
  ] as const
  expect(
    occurrencesOf(weekly, exceptions, zone).map(
      ({ occurrence, date, atMinute }) => `${occurrence} ${date} ${atMinute}`,
    ),
  ).toEqual(['0 2026-12-01 540', '2 2026-12-16 540', '3 2026-12-22 600'])
})

test('what cannot be met is offered near it, with the same clinician first', () => {
  const openings = [
    opening('2026-12-01', nine),
    opening('2026-12-08', nine + 10, 'ben'),
    opening('2026-12-10', nine),
    opening('2026-12-15', nine, 'ben'),
    opening('2026-12-15', nine),
    opening('2026-12-26', nine),
  ]
  expect(planned(openings)).toEqual([
    'met 2026-12-01 540 ana',
    'not-met 2026-12-10 540 ana',
    'met 2026-12-15 540 ana',
    'not-met nothing',
  ])
})

test('what is offered instead suits; at its own time an occurrence is met whatever suits', () => {
  const openings = [opening('2026-12-01', nine), opening('2026-12-08', nine + 10), opening('2026-12-08', nine + 90)]
  const suitsInstead = ({ start }: Opening) =>
    minuteAt(Temporal.Instant.fromEpochMilliseconds(start), zone) >= nine + 60
  const find = finding(openings)
  const plan = planSeries({ ...weekly, count: 2 }, [], { zone, find, clinicianOf: ({ who }) => who, suitsInstead })
  expect(plan.map((each) => (each.verdict === 'met' ? each.opening : each.nearest)?.start)).toEqual([
    openings[0]?.start,
    openings[2]?.start,
  ])
})

test('what is offered keeps the order of the series', () => {
  const daily: SeriesRule = { unit: 'day', every: 1, from: '2026-12-01', atMinute: nine, count: 3 }
  const openings = [opening('2026-12-01', nine), opening('2026-12-03', nine), opening('2026-12-03', nine + 60)]
  expect(planned(openings, daily)).toEqual(['met 2026-12-01 540 ana', 'not-met nothing', 'met 2026-12-03 540 ana'])
})

test('two occurrences moved to one time: one has it, the other is offered what does not overlap', () => {
  const exceptions = [{ occurrence: 1, date: '2026-12-01' }] as const
  const openings = [opening('2026-12-01', nine), opening('2026-12-01', nine + 20), opening('2026-12-01', nine + 30)]
  expect(planned(openings, { ...weekly, count: 2 }, exceptions)).toEqual([
    'met 2026-12-01 540 ana',
    'not-met 2026-12-01 570 ana',
  ])
})

test('whatever the openings: met means at its time, offers are near, all in order, and none overlaps another', () => {
  const drawn = fc.array(
    fc.tuple(fc.integer({ min: -2, max: 16 }), fc.integer({ min: 0, max: 6 }), fc.constantFrom('ana', 'ben')),
    { maxLength: 40 },
  )
  const rules = fc.record({
    every: fc.integer({ min: 1, max: 3 }),
    moved: fc.array(fc.tuple(fc.nat(4), fc.integer({ min: 0, max: 10 })), { maxLength: 3 }),
  })
  let offers = 0
  fc.assert(
    fc.property(drawn, rules, (all, { every, moved }) => {
      const day = (plus: number) => addDays('2026-10-26', plus)
      const openings = all.map(([plus, slot, who]) => opening(day(plus), nine - 60 + slot * 20, who))
      const rule: SeriesRule = { unit: 'day', every, from: day(0), atMinute: nine, count: 5 }
      const exceptions = moved.map(([occurrence, plus]) => ({ occurrence, date: day(plus) }))
      const plan = planSeries(rule, exceptions, { zone, find: finding(openings), clinicianOf: ({ who }) => who })
      expect(plan.length).toBe(5)
      const found = plan.map((each) => (each.verdict === 'met' ? each.opening : each.nearest))
      plan.forEach((each, index) => {
        const mine = found[index]
        const isThere = openings.some(({ start }) => start === each.start)
        if (each.verdict === 'met') expect(each.opening.start).toBe(each.start)
        // Only another occurrence of the series can have it.
        else if (isThere) expect(found.some((other) => other && overlaps(other, opening(each.date, nine)))).toBe(true)
        if (!mine) return
        if (each.verdict === 'not-met') offers++
        expect(Math.abs(mine.start - each.start)).toBeLessThan(4.1 * 24 * 60 * minuteMs)
        found.slice(0, index).forEach((other) => {
          if (!other) return
          expect(overlaps(other, mine)).toBe(false)
          expect(other.start).toBeLessThan(mine.start)
        })
      })
    }),
    { numRuns: 150 },
  )
  expect(offers).toBeGreaterThan(50)
})
