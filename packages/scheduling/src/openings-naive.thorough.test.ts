import { env } from 'node:process'
import { addDays, Temporal } from '@foyer/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { subtract } from './interval.ts'
import { localDay, minuteMs } from './local-day.ts'
import { findOpenings, isFew, laterOpening } from './openings.ts'
import { naiveOpenings } from './openings-naive.ts'
import { allOpenings, countOpenings } from './search/all.ts'
import { naiveVariety } from './testing/naive-variety.ts'
import { generatedPractice, indexOfPractice } from './testing/generated-practice.ts'

/** FOYER_CASES=1000000 for the once-over. */
const cases = Number(env['FOYER_CASES'] ?? 10_000)

test('finds, ranks and counts what the twin on intervals does', { timeout: 86_400_000 }, () => {
  let found = 0
  let empty = 0
  let seats = 0
  fc.assert(
    fc.property(generatedPractice, (practice) => {
      const { request, resources, now } = practice
      const index = indexOfPractice(practice)
      const before = [index.free.slice(), index.starts.slice()]
      const twin = naiveOpenings(request, resources, now)
      const { openings } = findOpenings({ ...request, limit: Infinity }, index, now)
      const lead = (opening: (typeof openings)[number]): string =>
        opening.assignments.find(({ role }) => role === 'clinician')?.resourceId ?? ''
      const isSeat = ({ reasons }: (typeof openings)[number]): boolean =>
        reasons.some(({ code }) => code === 'joins-group')
      const told = openings.map((each) => ({
        start: each.start,
        leadId: lead(each),
        score: each.score,
        ...(isSeat(each) && { seat: true }),
      }))
      expect(told).toEqual(twin)
      const few = findOpenings(request, index, now)
      expect(few.openings).toEqual(
        openings
          .slice(0, request.limit)
          .map((each) =>
            expect.objectContaining({ start: each.start, score: each.score, assignments: each.assignments }),
          ),
      )
      const varied = findOpenings({ ...request, variety: true }, index, now).openings
      const dated = twin.map((each) => ({ ...each, date: index.calendar(request.zone).dateAt(each.start) }))
      expect(varied.map(({ start, score }) => ({ start, score }))).toEqual(
        (request.walkIn ? dated.slice(0, request.limit) : naiveVariety(dated, request.limit)).map(
          ({ start, score }) => ({ start, score }),
        ),
      )
      const made = twin.filter(({ seat }) => !seat)
      expect(countOpenings(request, index, now)).toBe(made.length)
      const all = allOpenings(request, index, now)
      expect(all.starts.toSorted()).toEqual(Float64Array.from(made, ({ start }) => start).toSorted())
      expect([index.free, index.starts]).toEqual(before)
      seats += Number(made.length < twin.length)
      found += Number(twin.length > 0)
      empty += Number(twin.length === 0)
    }),
    { numRuns: cases },
  )
  expect(seats).toBeGreaterThan(cases / 100)
  expect(Math.min(found, empty)).toBeGreaterThan(cases / 10)
})

test('the later opening is the first the twin finds after the last date', { timeout: 86_400_000 }, () => {
  let found = 0
  let none = 0
  fc.assert(
    fc.property(generatedPractice, (practice) => {
      const { resources, now } = practice
      // Of what can be on one day only, nothing is later.
      const { horizonDays: _, ...visitType } = practice.request.visitType
      // Most that is possible is on the first date or after it: the day before is asked for.
      const before = Temporal.PlainDate.from(practice.request.from).subtract({ days: 1 }).toString()
      const request = { ...practice.request, from: before, to: before, visitType }
      const index = indexOfPractice(practice)
      const from = addDays(request.to, 1)
      const to = request.laterTo ?? index.calendar(request.zone).dateAt((index.firstDay + index.days) * 86_400_000 - 1)
      const twin = from > to ? [] : naiveOpenings({ ...request, from, to }, resources, now)
      const first = twin.reduce((least, { start }) => Math.min(least, start), Infinity)
      const answer = findOpenings({ ...request, limit: 3 }, index, now)
      const named = answer.near.find(({ code }) => code === 'later')?.opening.start ?? Infinity
      if (isFew({ limit: 3 }, answer.openings)) expect(named).toBe(first)
      expect(laterOpening(request, index, now)?.start ?? Infinity).toBe(first)
      found += Number(first < Infinity)
      none += Number(first === Infinity)
    }),
    { numRuns: Math.ceil(cases / 10) },
  )
  expect(Math.min(found, none)).toBeGreaterThan(cases / 100)
})

test('as if a break were open: what the twin finds that has those hours', { timeout: 86_400_000 }, () => {
  let found = 0
  const pause = fc.record({
    who: fc.constantFrom('ana', 'ben'),
    quarter: fc.integer({ min: -8, max: 120 }),
    length: fc.integer({ min: 4, max: 60 }),
  })
  fc.assert(
    fc.property(generatedPractice, pause, (practice, { who, quarter, length }) => {
      const { request, resources, now } = practice
      const start = localDay(request.from, request.zone).start + quarter * 15 * minuteMs
      const sessions = resources.find(({ id }) => id === who)?.sessions ?? []
      const pieces = subtract([{ start, end: start + length * 15 * minuteMs }], sessions)
      const opened = resources.map((one) =>
        one.id === who ? { ...one, sessions: [...one.sessions, ...pieces].toSorted((a, b) => a.start - b.start) } : one,
      )
      const index = indexOfPractice(practice)
      const before = [index.free.slice(), index.starts.slice(), index.patternIds.slice()]
      const all = { ...request, limit: Infinity }
      const ask = pieces.reduce(
        (inner, piece) => () => index.asIfOpen({ resourceId: who, ...piece }, inner),
        () => findOpenings(all, index, now),
      )
      const told = ask().openings.map((each) => ({ start: each.start, score: each.score }))
      const twin = naiveOpenings(request, opened, now)
      expect(told).toEqual(twin.map((each) => ({ start: each.start, score: each.score })))
      expect([index.free, index.starts, index.patternIds]).toEqual(before)
      found += Number(twin.length > naiveOpenings(request, resources, now).length)
    }),
    { numRuns: Math.ceil(cases / 10) },
  )
  expect(found).toBeGreaterThan(cases / 400)
})
