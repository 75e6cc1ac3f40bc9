import { instantAt } from '@foyer/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Opening } from '../opening.ts'
import { brokenLegs, calendarOf, type LegGap, legTime } from './chain-gap.ts'
import { chainOpenings } from './chain-openings.ts'

const zone = 'America/Chicago'
const at = (date: string, minute: number): number => instantAt(date, minute, zone).epochMilliseconds
const opening = (date: string, minute: number, score = 0, minutes = 30): Opening => ({
  start: at(date, minute),
  end: at(date, minute) + minutes * 60_000,
  assignments: [],
  score,
  reasons: [],
})

test('on the same day the next leg begins before midnight and within the longest wait', () => {
  const before = opening('2026-12-08', 540)
  expect(legTime(before, { sameDay: true, maxWaitMinutes: 60 }, calendarOf(zone))).toEqual({
    earliest: at('2026-12-08', 570),
    latest: at('2026-12-08', 630),
  })
  expect(legTime(before, { sameDay: true }, calendarOf(zone)).latest).toBe(at('2026-12-09', 0) - 1)
})

test('days are those of the calendar, also over the night that has an hour less', () => {
  const before = opening('2027-03-13', 1380)
  expect(legTime(before, { minDays: 1, maxDays: 1 }, calendarOf(zone))).toEqual({
    earliest: at('2027-03-14', 0),
    latest: at('2027-03-15', 0) - 1,
  })
})

test('no leg begins before the one before has ended, whatever its gap', () => {
  const gaps: (LegGap | undefined)[] = [undefined, {}, { minDays: 0 }, { sameDay: true }]
  for (const gap of gaps)
    expect(
      brokenLegs([opening('2026-12-08', 540), { ...opening('2026-12-08', 560), ...(gap && { gap }) }], zone),
    ).toEqual([1])
})

test('less waiting is better, and one chain is answered for each start', () => {
  const scan = { openings: [opening('2026-12-08', 540), opening('2026-12-08', 600)] }
  const visit = { openings: [opening('2026-12-08', 640), opening('2026-12-08', 700)], gap: { sameDay: true } as const }
  const { chains } = chainOpenings([scan, visit], zone, 9)
  expect(chains.map(({ waits }) => waits)).toEqual([[10], [70]])
})

test('of two that are possible the better clinician is taken, though a little later', () => {
  const legs = [
    { openings: [opening('2026-12-08', 540)] },
    { openings: [opening('2026-12-08', 570), opening('2026-12-08', 600, 50)], gap: { sameDay: true } as const },
  ]
  expect(chainOpenings(legs, zone, 9).chains[0]?.waits).toEqual([30])
})

test('where there is none it says which leg fails and the nearest there is for it', () => {
  const legs = [
    { openings: [opening('2026-12-08', 540)] },
    { openings: [opening('2026-12-09', 540)] },
    { openings: [opening('2026-12-09', 560), opening('2026-12-11', 540)], gap: { sameDay: true } as const },
  ]
  expect(chainOpenings(legs, zone, 9)).toEqual({
    chains: [],
    failing: { leg: 2, nearest: opening('2026-12-11', 540) },
  })
  expect(chainOpenings([{ openings: [] }, ...legs], zone, 9).failing).toEqual({ leg: 0, nearest: null })
})

const gap = fc.oneof(
  fc.record({ sameDay: fc.constant(true as const), maxWaitMinutes: fc.integer({ min: 0, max: 240 }) }),
  fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })).map(([minDays, more]) => ({
    minDays,
    maxDays: minDays + more,
  })),
)
const openings = fc.array(
  fc
    .tuple(fc.integer({ min: 8, max: 14 }), fc.integer({ min: 48, max: 100 }), fc.integer({ min: 0, max: 20 }))
    .map(([day, tens, score]) => opening(`2026-12-${String(day).padStart(2, '0')}`, tens * 10, score)),
  { maxLength: 7 },
)

test('it answers only what is possible, and answers wherever anything is', () => {
  const leg = fc.record({ openings, gap })
  fc.assert(
    fc.property(fc.array(leg, { minLength: 2, maxLength: 3 }), (legs) => {
      const { chains, failing } = chainOpenings(legs, zone, 20)
      for (const chain of chains)
        expect(
          brokenLegs(
            chain.legs.map((one, index) => ({ ...one, gap: legs[index]?.gap })),
            zone,
          ),
        ).toEqual([])
      const every = legs.reduce<Opening[][]>(
        (so, { openings: next }) => so.flatMap((chosen) => next.map((one) => [...chosen, one])),
        [[]],
      )
      const possible = every.filter(
        (chosen) =>
          brokenLegs(
            chosen.map((one, index) => ({ ...one, gap: legs[index]?.gap })),
            zone,
          ).length === 0,
      )
      const starts = new Set(possible.map(([first]) => first?.start))
      expect(chains.length).toBe(Math.min(20, starts.size))
      expect(failing === null).toBe(chains.length > 0)
    }),
    { numRuns: 300 },
  )
})
