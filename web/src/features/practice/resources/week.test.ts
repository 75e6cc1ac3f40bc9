import { expect, test } from 'vitest'
import { copyToWeekdays, sameHours, hoursOf, nextSpan, weekFaults, weekOf, withDay } from './week.ts'

const span = (startMinute: number | null, endMinute: number | null, key = 0) => ({ key, startMinute, endMinute })
const hours = (weekday: number, startMinute: number, endMinute: number) => ({ weekday, startMinute, endMinute })
const empty = weekOf([])

test('hours become a week and come back in order', () => {
  const week = weekOf([hours(2, 780, 1020), hours(2, 480, 720), hours(7, 0, 1440)])
  expect(hoursOf(week)).toEqual([hours(2, 480, 720), hours(2, 780, 1020), hours(7, 0, 1440)])
  expect(new Set(week[1]?.map(({ key }) => key)).size).toBe(2)
})

test('a first line gets the usual day, a second one begins after the last', () => {
  expect(nextSpan([])).toEqual(span(480, 1020))
  expect(nextSpan([span(480, 720, 4)])).toEqual(span(780, 1020, 5))
  expect(nextSpan([span(480, 1440)])).toEqual(span(null, null, 1))
})

test('a suggested line never makes a fault of its own', () => {
  for (let end = 500; end < 1380; end += 20) {
    const day = [span(480, end)]
    expect(weekFaults(withDay(empty, 0, [...day, nextSpan(day)]))).toEqual(new Map())
  }
})

test('copying fills Monday to Friday and leaves the weekend', () => {
  const week = copyToWeekdays(weekOf([hours(1, 480, 720), hours(3, 0, 60), hours(6, 540, 600)]), 0)
  expect(hoursOf(week)).toEqual([...[1, 2, 3, 4, 5].map((day) => hours(day, 480, 720)), hours(6, 540, 600)])
})

test.each([
  ['hours-open', [span(480, null)]],
  ['hours-backwards', [span(600, 600)]],
  ['hours-overlap', [span(700, 1020), span(480, 720, 1)]],
] as const)('%s is told of its day', (fault, day) => {
  expect(weekFaults(withDay(empty, 3, day))).toEqual(new Map([[4, fault]]))
})

test('hours may touch', () => {
  expect(weekFaults(withDay(empty, 0, [span(720, 1020), span(480, 720, 1)]))).toEqual(new Map())
})

test('days with the same hours stand together, neighbours as a run', () => {
  const week = [1, 2, 3, 5].flatMap((day) => [hours(day, 480, 720), hours(day, 780, 1020)])
  expect(sameHours([...week, hours(4, 480, 720), hours(6, 0, 1440)])).toEqual([
    {
      runs: [
        [1, 3],
        [5, 5],
      ],
      times: '8:00–12:00, 13:00–17:00',
    },
    { runs: [[4, 4]], times: '8:00–12:00' },
    { runs: [[6, 6]], times: '0:00–24:00' },
  ])
})
