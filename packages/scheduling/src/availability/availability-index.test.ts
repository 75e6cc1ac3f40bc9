import fc from 'fast-check'
import { expect, test } from 'vitest'
import { overlaps } from '../interval.ts'
import { dayMs, minuteMs } from '../local-day.ts'
import { type Busy, createIndex } from './availability-index.ts'

const firstDay = 20_000
const midnight = firstDay * dayMs
const range = { start: midnight, end: midnight + 3 * dayMs }
const sessions = [
  { start: midnight + 8 * 60 * minuteMs, end: midnight + 30 * 60 * minuteMs, overbook: 1 },
  { start: midnight + 40 * 60 * minuteMs, end: midnight + 50 * 60 * minuteMs },
]

function fresh(): ReturnType<typeof createIndex> {
  const index = createIndex({ firstDay, days: 3 })
  index.putResource({ id: 'ana', lanes: 2, overbook: 1, sessions })
  return index
}

const busy = fc
  .array(
    fc.record({ at: fc.integer({ min: 0, max: 4000 }), minutes: fc.integer({ min: 1, max: 300 }), lane: fc.nat(2) }),
    { maxLength: 12 },
  )
  .map((drawn) => {
    const kept: Busy[] = []
    for (const { at, minutes, lane } of drawn) {
      const start = midnight + at * minuteMs
      const one = { start, end: start + minutes * minuteMs, lane, ...(at % 2 === 0 && { visitTypeId: 'visit' }) }
      if (!kept.some((other) => other.lane === lane && overlaps(other, one))) kept.push(one)
    }
    return kept
  })

/** Two visits of a minute each, one after the other within five minutes. */
const shared: Busy[] = [0, 2].map((minutes) => {
  const start = midnight + 9 * 60 * minuteMs + minutes * minuteMs
  return { start, end: start + minuteMs, lane: 0, visitTypeId: 'visit' }
})

test('what is given back leaves the index as if it had never been taken, whatever shares its five minutes', () => {
  fc.assert(
    fc.property(busy, fc.nat(12), (all, gone) => {
      const index = fresh()
      for (const each of all) index.take('ana', each)
      for (const each of all.slice(0, gone)) index.give('ana', each)
      const other = fresh()
      other.putBusy('ana', range, all.slice(gone))
      expect([index.free, index.starts]).toEqual([other.free, other.starts])
    }),
    { examples: [[shared, 1]] },
  )
})

test('the whole truth about a range may be told twice and replaces what was known', () => {
  fc.assert(
    fc.property(busy, busy, (before, after) => {
      const index = fresh()
      index.putBusy('ana', range, before)
      index.putBusy('ana', range, after)
      index.putBusy('ana', range, after)
      const other = fresh()
      for (const each of after) other.take('ana', each)
      expect([index.free, index.starts]).toEqual([other.free, other.starts])
    }),
  )
})

test('resources come and go without touching each other', () => {
  const index = fresh()
  const hours = index.free.slice(index.at(firstDay, 0), index.at(firstDay, 1))
  for (let number = 0; number < 40; number++) index.putResource({ id: `r${number}`, lanes: 1, overbook: 0, sessions })
  index.removeResource('r7')
  index.putResource({ id: 'new', lanes: 1, overbook: 0, sessions: [] })
  const { row = -1 } = index.resource('ana') ?? {}
  expect(index.free.slice(index.at(firstDay, row), index.at(firstDay, row + 1))).toEqual(hours)
  expect(index.resource('r7')).toBeUndefined()
  const added = index.resource('new')?.row ?? -1
  expect(index.free.slice(index.at(firstDay, added), index.at(firstDay, added + 1))).toEqual(new Uint32Array(9))
})

test('a thousand resources of one lane and 400 days stay under 64 MB', () => {
  const plain = sessions.map(({ start, end }) => ({ start, end }))
  const index = createIndex({ firstDay, days: 400 })
  for (let number = 0; number < 1000; number++)
    index.putResource({ id: `r${number}`, lanes: 1, overbook: 0, sessions: plain })
  expect(index.bytes()).toBeLessThan(64_000_000)
})
