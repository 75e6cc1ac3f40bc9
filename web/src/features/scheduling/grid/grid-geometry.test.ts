import { expect, test } from 'vitest'
import {
  axisBetween,
  axisOf,
  closedSpans,
  columnAt,
  instantOn,
  isOnAxis,
  offsetOf,
  snap,
  spanOf,
  wallAxisBetween,
} from './grid-geometry.ts'

const zone = 'America/Chicago'
const hours = (date: string) => axisBetween(date, zone, 0, 360).marks.flatMap(({ label }) => label ?? [])

test('an ordinary day shows 7:00 to 18:00, and more where the hours ask for it', () => {
  const plain = axisOf('2026-11-24', zone, [])
  expect([plain.minutes, plain.marks[0]?.label, plain.marks.at(-2)?.label]).toEqual([660, '7:00', '17:00'])
  const late = axisOf('2026-11-24', zone, [{ start: '2026-11-24T12:15:00Z', end: '2026-11-25T01:30:00Z' }])
  expect([late.marks[0]?.label, late.marks.at(-2)?.label]).toEqual(['6:00', '19:00'])
})

test('a visit over midnight ends with the day', () => {
  const axis = axisOf('2026-11-24', zone, [{ start: '2026-11-25T04:00:00Z', end: '2026-11-25T07:00:00Z' }])
  expect(axis.marks.at(-2)?.label).toBe('23:00')
  expect(spanOf(axis, { start: '2026-11-25T04:00:00Z', end: '2026-11-25T07:00:00Z' }).to).toBe(axis.minutes)
})

test('2027-03-14 in Chicago: the hour from 2:00 to 3:00 does not exist', () => {
  expect(hours('2027-03-14')).toEqual(['0:00', '1:00', '3:00', '4:00', '5:00'])
  const axis = axisBetween('2027-03-14', zone, 0, 360)
  expect(axis.minutes).toBe(300)
  expect(offsetOf(axis, '2027-03-14T08:00:00Z')).toBe(120)
})

test('2026-11-01 in Chicago: the hour from 1:00 to 2:00 happens twice', () => {
  expect(hours('2026-11-01')).toEqual(['0:00', '1:00', '1:00', '2:00', '3:00', '4:00', '5:00'])
  const axis = axisBetween('2026-11-01', zone, 0, 360)
  expect(axis.minutes).toBe(420)
  // 1:30 the first time and 1:30 the second time are an hour apart.
  expect(offsetOf(axis, '2026-11-01T06:30:00Z')).toBe(90)
  expect(offsetOf(axis, '2026-11-01T07:30:00Z')).toBe(150)
})

test('on both days a visit of 20 minutes is 20 minutes tall', () => {
  for (const [date, start, end] of [
    ['2027-03-14', '2027-03-14T14:00:00Z', '2027-03-14T14:20:00Z'],
    ['2026-11-01', '2026-11-01T15:00:00Z', '2026-11-01T15:20:00Z'],
  ] as const) {
    const span = spanOf(axisOf(date, zone, []), { start, end })
    expect([span.to - span.from, span.from]).toEqual([20, 120])
  }
})

test('closed hours are what the open ones leave', () => {
  const axis = axisOf('2026-11-24', zone, [])
  const open = [
    { start: '2026-11-24T19:00:00Z', end: '2026-11-24T23:00:00Z' },
    { start: '2026-11-24T14:00:00Z', end: '2026-11-24T18:00:00Z' },
  ]
  expect(closedSpans(axis, open)).toEqual([
    { from: 0, to: 60 },
    { from: 300, to: 360 },
    { from: 600, to: 660 },
  ])
  expect(closedSpans(axis, [])).toEqual([{ from: 0, to: 660 }])
})

test('now is on the axis only on the day shown', () => {
  const axis = axisOf('2026-11-24', zone, [])
  expect(isOnAxis(axis, '2026-11-24T16:42:00Z')).toBe(true)
  expect(isOnAxis(axis, '2026-11-23T16:42:00Z')).toBe(false)
})

test('side by side, days have the lines of the wall clock, also when the clocks change', () => {
  const spring = wallAxisBetween('2027-03-14', zone, 0, 360)
  expect(spring.marks).toHaveLength(12)
  // 3:30 is an hour and a half after midnight on that night, and stands at 3:30.
  expect(offsetOf(spring, '2027-03-14T08:30:00Z')).toBe(210)
  expect(instantOn(spring, 210)).toBe('2027-03-14T08:30:00Z')
  const autumn = wallAxisBetween('2026-11-01', zone, 0, 360)
  expect(offsetOf(autumn, '2026-11-01T08:00:00Z')).toBe(120)
  // From 7:00 on that day is like any other.
  expect(wallAxisBetween('2027-03-14', zone, 420, 1080).jump).toBeNull()
})

test('a place on the axis and its instant are two names of one thing', () => {
  const axis = axisOf('2026-11-24', zone, [])
  expect(instantOn(axis, offsetOf(axis, '2026-11-24T15:20:00Z'))).toBe('2026-11-24T15:20:00Z')
})

test('a start snaps to the nearest step, a pointer to the column under it', () => {
  expect([snap(137, 10), snap(134, 10), snap(137, 15)]).toEqual([140, 130, 135])
  expect([columnAt(-5, 150, 4), columnAt(151, 150, 4), columnAt(9999, 150, 4)]).toEqual([0, 1, 3])
})
