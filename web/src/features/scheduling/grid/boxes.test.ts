import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Box, boxed } from './boxes.ts'
import { axisBetween, instantOn, overlaps, spanOf, wallAxisBetween } from './grid-geometry.ts'

const zone = 'America/Chicago'
const day = axisBetween('2026-11-24', zone, 420, 1440)
const lasting = (offset: number, minutes: number) => ({
  start: instantOn(day, offset),
  end: instantOn(day, offset + minutes),
})

test('ten minutes keep the whole width; what comes right before and after gives a hair', () => {
  const boxes = boxed(day, [lasting(40, 20), lasting(60, 10), lasting(70, 20), lasting(90, 20)])
  expect(boxes.map(({ box, of }) => [box.from, box.to, of])).toEqual([
    [40, 57.5, 1],
    [60, 70, 1],
    [72.5, 90, 1],
    [90, 110, 1],
  ])
})

test('two of ten minutes in a row stand side by side, and so does one beside a quarter of an hour', () => {
  for (const after of [10, 15]) {
    const boxes = boxed(day, [lasting(60, 10), lasting(70, after)])
    expect(boxes.map(({ box, lane, of }) => [box.from, box.to, lane, of])).toEqual([
      [60, 70, 0, 2],
      [70, 70 + after, 1, 2],
    ])
  }
})

test('what a short one needs is kept free by whatever stands before it, also where something longer begins with it', () => {
  const boxes = boxed(day, [lasting(200, 5), lasting(200, 25), lasting(185, 15)])
  expect(boxes.map(({ lane, of }) => [lane, of])).toEqual([
    [1, 2],
    [0, 2],
    [0, 2],
  ])
})

test('five minutes are drawn as ten', () => {
  const [five, next] = boxed(day, [lasting(60, 5), lasting(65, 20)])
  expect([five?.box, five?.of, next?.box]).toEqual([{ from: 60, to: 70 }, 2, { from: 65, to: 85 }])
})

test('what is under the others has the whole width, and gives a hair to what is short beside it', () => {
  const closed = { ...lasting(0, 60), isUnder: true }
  const [under, on, after] = boxed(day, [closed, lasting(20, 20), lasting(60, 10)])
  expect([under?.box, under?.of]).toEqual([{ from: 0, to: 57.5 }, 1])
  expect([on?.of, after?.of]).toEqual([1, 1])
})

test('what lies on closed time is drawn large enough to be pressed on it', () => {
  const closed = { ...lasting(0, 60), isUnder: true }
  const [under, on, next] = boxed(day, [closed, lasting(20, 10), lasting(30, 20)])
  expect([under?.box, under?.of]).toEqual([{ from: 0, to: 60 }, 1])
  expect([on?.box, on?.of]).toEqual([{ from: 17, to: 33 }, 2])
  expect([next?.box, next?.of]).toEqual([{ from: 30, to: 50 }, 2])
})

test('what an end of the day cuts short stays a hair away from it', () => {
  const [start, , before, end] = boxed(day, [lasting(-20, 25), lasting(30, 20), lasting(990, 20), lasting(1010, 20)])
  expect(start?.box).toEqual({ from: 2.5, to: 12.5 })
  expect(end?.box).toEqual({ from: 1007.5, to: 1017.5 })
  expect([before?.box, before?.of]).toEqual([{ from: 990, to: 1010 }, 2])
})

test('1 November in Chicago on a week: two visits an hour apart at one wall time stand side by side', () => {
  const week = wallAxisBetween('2026-11-01', zone, 0, 1440)
  const times = [
    { start: '2026-11-01T06:30:00Z', end: '2026-11-01T06:50:00Z' },
    { start: '2026-11-01T07:30:00Z', end: '2026-11-01T07:50:00Z' },
    { start: '2026-11-01T06:50:00Z', end: '2026-11-01T07:10:00Z' },
  ]
  const boxes = boxed(week, times)
  expect(boxes.map(({ lane, of }) => [lane, of])).toEqual([
    [0, 2],
    [1, 2],
    [0, 1],
  ])
  expect(boxes[2]?.box).toEqual({ from: 110, to: 120 })
})

/** As `placed` draws it: pixels. */
function drawn({ box }: Box): { readonly top: number; readonly bottom: number; readonly middle: number } {
  const [top, bottom] = [box.from * 1.7 + 1, box.to * 1.7 - 2]
  return { top, bottom, middle: (top + bottom) / 2 }
}

function isBeside(a: Box, b: Box): boolean {
  return a.lane / a.of >= (b.lane + 1) / b.of || b.lane / b.of >= (a.lane + 1) / a.of
}

test('nothing is as near as 12 px to the middle of what is less than 24 px tall, however visits follow one another', () => {
  const times = fc.tuple(
    fc.integer({ min: -10, max: 203 }).map((tick) => tick * 5),
    fc.constantFrom(5, 10, 12, 15, 20, 25, 40, 60),
  )
  const closed = times.map(([from, minutes]): [number, number] => [from, minutes * 4])
  fc.assert(
    fc.property(fc.array(times, { maxLength: 60 }), fc.array(closed, { maxLength: 2 }), (all, shut) => {
      const boxes = boxed(day, [
        ...shut.map(([from, minutes]) => ({ ...lasting(from, minutes), isUnder: true })),
        ...all.map(([from, minutes]) => ({ ...lasting(from, minutes), isUnder: false })),
      ])
      const wide = boxes.filter(({ isUnder, box }) => isUnder && box.to - box.from >= 15)
      for (const one of boxes) {
        const { box } = one
        const time = spanOf(day, one)
        const own = drawn(one)
        const isOn = !one.isUnder && wide.some((other) => overlaps(box, other.box))
        if (isOn) expect(own.bottom - own.top).toBeGreaterThan(24)
        expect([box.from >= 0, box.to <= day.minutes]).toEqual([true, true])
        const isAtEnd = box.to === day.minutes || time.to === day.minutes
        expect(Math.abs(box.from - time.from)).toBeLessThanOrEqual((isOn ? 5.5 : 2.5) + (isAtEnd ? 7.5 : 0))
        for (const other of boxes) {
          if (other === one || isBeside(one, other)) continue
          if (one.isUnder && other.isUnder) continue
          if (isOn && wide.includes(other)) continue
          if (wide.includes(one) && !other.isUnder && other.box.to - other.box.from >= 16) continue
          expect(overlaps(box, other.box)).toBe(false)
          const { top, bottom, middle } = drawn(other)
          if (own.bottom - own.top >= 24) continue
          expect(top >= own.middle + 12 || bottom <= own.middle - 12).toBe(true)
          if (bottom - top < 24) expect(Math.abs(middle - own.middle)).toBeGreaterThanOrEqual(24)
        }
      }
    }),
    { numRuns: 1000 },
  )
})
