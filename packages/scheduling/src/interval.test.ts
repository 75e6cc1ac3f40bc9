import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contains, type Interval, intersect, merge, overlaps, subtract } from './interval.ts'

const interval = fc.tuple(fc.nat(60), fc.nat(12)).map(([start, length]) => ({ start, end: start + length }))
const intervals = fc.array(interval, { maxLength: 8 })
const instants = Array.from({ length: 74 }, (_, instant) => instant)

function holds(list: readonly Interval[], instant: number): boolean {
  return list.some((each) => each.start <= instant && instant < each.end)
}

function isMerged(list: readonly Interval[]): boolean {
  return list.every((each, index) => each.start < each.end && each.start > (list[index - 1]?.end ?? -1))
}

test('merge keeps every instant and answers sorted, apart and not empty', () => {
  fc.assert(
    fc.property(intervals, (list) => {
      const merged = merge(list)
      expect(isMerged(merged)).toBe(true)
      for (const instant of instants) expect(holds(merged, instant)).toBe(holds(list, instant))
    }),
  )
})

test('subtract keeps exactly what is in the first and not in the second', () => {
  fc.assert(
    fc.property(intervals, intervals, (from, taken) => {
      const left = subtract(from, taken)
      expect(isMerged(left)).toBe(true)
      for (const instant of instants) expect(holds(left, instant)).toBe(holds(from, instant) && !holds(taken, instant))
    }),
  )
})

test('intersect keeps exactly what is in both', () => {
  fc.assert(
    fc.property(intervals, intervals, (one, other) => {
      const both = intersect(one, other)
      expect(isMerged(both)).toBe(true)
      for (const instant of instants) expect(holds(both, instant)).toBe(holds(one, instant) && holds(other, instant))
    }),
  )
})

test('overlaps means a shared instant, contains means every instant', () => {
  fc.assert(
    fc.property(intervals, interval, interval, (list, one, other) => {
      expect(overlaps(one, other)).toBe(intersect([one], [other]).length > 0)
      if (one.start < one.end) expect(contains(merge(list), one)).toBe(subtract([one], list).length === 0)
    }),
  )
})

test('two visits back to back touch and do not overlap', () => {
  expect(overlaps({ start: 0, end: 10 }, { start: 10, end: 20 })).toBe(false)
  expect(
    merge([
      { start: 10, end: 20 },
      { start: 0, end: 10 },
    ]),
  ).toEqual([{ start: 0, end: 20 }])
})
