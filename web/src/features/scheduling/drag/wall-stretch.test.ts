import { expect, test } from 'vitest'
import { axisBetween } from '../grid/grid-geometry.ts'
import { aDay } from '../testing-day.ts'
import { wallStretch } from './wall-stretch.ts'

const chicago = axisBetween('2026-11-24', 'America/Chicago', 420, 1440)
const dayton = aDay({ siteId: 'dayton', timeZone: 'America/New_York' })
const at = (hour: number) => (hour - 7) * 60

test('a stretch of the column of another site is told by the clock of that site, whatever the axis is drawn by', () => {
  expect(wallStretch({ axis: chicago, day: aDay() }, at(10), at(11))).toEqual({
    date: '2026-11-24',
    startMinute: 600,
    endMinute: 660,
  })
  expect(wallStretch({ axis: chicago, day: dayton }, at(10), at(11))).toEqual({
    date: '2026-11-24',
    startMinute: 660,
    endMinute: 720,
  })
})

test('what reaches over midnight at that site ends with its day, and what begins after it is of the next', () => {
  expect(wallStretch({ axis: chicago, day: dayton }, at(22), at(24))).toEqual({
    date: '2026-11-24',
    startMinute: 1380,
    endMinute: 1440,
  })
  expect(wallStretch({ axis: chicago, day: dayton }, at(23), at(24))).toEqual({
    date: '2026-11-25',
    startMinute: 0,
    endMinute: 60,
  })
})

test('on the day the clocks go forward it is the hour of the clock, and not so many minutes after midnight', () => {
  const spring = axisBetween('2026-03-08', 'America/Chicago', 0, 1080)
  expect(wallStretch({ axis: spring, day: aDay({ date: '2026-03-08' }) }, 540, 600)).toEqual({
    date: '2026-03-08',
    startMinute: 600,
    endMinute: 660,
  })
})
