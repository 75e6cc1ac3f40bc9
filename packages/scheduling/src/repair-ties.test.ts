import { instantAt } from '@foyer/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  brokenTies,
  chainGapRule,
  lastTiedDate,
  repairExactly,
  repairModel,
  type RepairPlace,
  repairVisit,
  tiedPlaces,
  type RepairTie,
} from './index.ts'
import { minuteMs } from './local-day.ts'

const zone = 'America/Chicago'
const tuesday = '2026-12-08'
const at = (minute: number, date = tuesday): number => instantAt(date, minute, zone).epochMilliseconds
const time = (minute: number, date = tuesday) => ({ start: at(minute, date), end: at(minute, date) + 20 * minuteMs })
function place(minute: number, who: string, date = tuesday): RepairPlace {
  const when = time(minute, date)
  return { ...when, assignments: [{ role: 'clinician', resourceId: who, ...when }] }
}
const sameDay = { gap: { sameDay: true } as const, zone, mayStay: true }

test('a lab goes nowhere after the result that stays, nor to a day of its own', () => {
  const tie: RepairTie = { before: { visit: 0, time: time(480) }, after: { visit: null, time: time(540) }, ...sameDay }
  const places = [place(480, 'ben'), place(510, 'ben'), place(840, 'ben'), place(480, 'ana', '2026-12-09')]
  expect(tiedPlaces(0, places, [tie]).map(({ start }) => start)).toEqual([at(480), at(510)])
  expect(lastTiedDate(0, [tie])).toBe(tuesday)
  expect(tiedPlaces(1, places, [tie])).toEqual(places)
})

test('a gap of days counts dates of the site: the last one is included', () => {
  const tie: RepairTie = {
    before: { visit: null, time: time(480) },
    after: { visit: 0, time: time(540) },
    gap: { minDays: 0, maxDays: 2 },
    zone,
    mayStay: true,
  }
  const places = ['2026-12-09', '2026-12-10', '2026-12-11'].map((date) => place(1020, 'ben', date))
  expect(tiedPlaces(0, places, [tie])).toEqual(places.slice(0, 2))
  expect(lastTiedDate(0, [tie])).toBe('2026-12-10')
})

test('two legs that a person put out of their gap may stay when they are, and nowhere else out of it', () => {
  const legs = { before: { visit: 0, time: time(600) }, after: { visit: null, time: time(540) } }
  const places = [place(600, 'ben'), place(660, 'ben'), place(500, 'ben')]
  expect(tiedPlaces(0, places, [{ ...legs, ...sameDay }])).toEqual([places[0], places[2]])
  expect(tiedPlaces(0, places, [{ ...legs, ...sameDay, mayStay: false }])).toEqual([places[2]])
})

test('a leg beside which the other found no place has to hold to where that stands, and both say why', () => {
  const tie: RepairTie = { before: { visit: 0, time: time(480) }, after: { visit: 1, time: time(540) }, ...sameDay }
  const of = (id: string, minute: number, places: RepairPlace[]) =>
    repairVisit({ id, patientId: 'mai', urgency: 0, ...place(minute, 'ana') }, places, 50, { zone, now: at(0) })
  const first = of('lab', 480, [place(480, 'ana', '2026-12-09')])
  const plan = repairExactly(repairModel([first, of('result', 540, [])], [tie]), 1000)
  const held = brokenTies(plan.placements, [tie])
  expect([...held.keys()]).toEqual([0])
  expect(first.options.filter((option) => held.get(0)?.(option))).toEqual([])
  expect(plan.placements[1]?.why).toMatchObject([{ code: 'chain-gap' }])
})

test('whatever the places: legs that both move are within their gap afterwards', () => {
  const drawn = fc.array(
    fc.record({
      slot: fc.nat(12),
      date: fc.constantFrom(tuesday, '2026-12-09', '2026-12-10'),
      who: fc.constantFrom('ana', 'ben'),
    }),
    { maxLength: 8 },
  )
  const gaps = fc.constantFrom(
    { sameDay: true, maxWaitMinutes: 60 } as const,
    { minDays: 1, maxDays: 1 },
    { minMinutes: 30, maxMinutes: 240 },
  )
  fc.assert(
    fc.property(drawn, drawn, gaps, (some, others, gap) => {
      const places = (all: typeof some) => all.map(({ slot, date, who }) => place(480 + slot * 20, who, date))
      const of = (id: string, minute: number, all: typeof some) =>
        repairVisit({ id, patientId: 'mai', urgency: 0, ...place(minute, 'ana') }, places(all), 50, {
          zone,
          now: at(0),
        })
      const tie = {
        before: { visit: 0, time: time(480) },
        after: { visit: 1, time: time(540) },
        gap,
        zone,
        mayStay: true,
      }
      const { placements } = repairExactly(repairModel([of('a', 480, some), of('b', 540, others)], [tie]), 5000)
      const [one, two] = placements.map(({ option }) => option)
      if (!one || !two || (one.start === at(480) && two.start === at(540))) return
      expect(chainGapRule(one, two, gap, zone)?.verdict).toBe('met')
    }),
  )
})
