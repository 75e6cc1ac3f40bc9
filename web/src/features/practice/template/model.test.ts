import { expect, test } from 'vitest'
import {
  copyDay,
  coveredShare,
  currentHours,
  faultsOf,
  frameOf,
  freeSpan,
  hoursOf,
  nextMonday,
  paint,
  paintedFrom,
  sessionAt,
  weeksOf,
} from './model.ts'

const from = '2026-12-07'
const day = (startMinute: number, endMinute: number, weekday = 1) => ({ weekday, startMinute, endMinute })
const open = { kind: 'open', weeks: 'every' } as const

function painted(...hours: ReturnType<typeof day>[]) {
  return hours.map((one, key) => ({ ...one, key }))
}

test('what is painted last wins: it cuts what lies under it in two', () => {
  const { sessions, key } = paint(painted(day(480, 1020)), day(600, 660), open, from)
  expect(hoursOf(sessions)).toEqual([day(480, 600), day(660, 1020), day(600, 660)])
  expect(new Set(sessions.map((one) => one.key)).size).toBe(3)
  expect(sessions.at(-1)?.key).toBe(key)
  expect(faultsOf(sessions)).toEqual([])
})

test('what a session is called stands below the break that begins with it or before', () => {
  const session = { ...day(780, 960), key: 0 }
  const lunch = { ...day(780, 810), kind: 'break' as const, key: 1 }
  expect(coveredShare(session, [session])).toBe(0)
  expect(coveredShare(session, [session, lunch])).toBeCloseTo(1 / 6)
  expect(coveredShare(session, [session, { ...lunch, weekday: 2 }])).toBe(0)
  expect(coveredShare(session, [session, { ...lunch, startMinute: 840, endMinute: 900 }])).toBe(0)
  expect(coveredShare(lunch, [session, lunch])).toBe(0)
})

test('a break lies over a session; other days and other weeks are left alone', () => {
  const whole = painted(day(480, 1020))
  expect(paint(whole, day(720, 780), { kind: 'break', weeks: 'every' }, from).sessions).toHaveLength(2)
  expect(hoursOf(paint(whole, day(480, 600, 2), open, from).sessions)).toContainEqual(day(480, 1020))
  const a = paint([], day(480, 600), { kind: 'open', weeks: 'a' }, from).sessions
  const both = paint(a, day(480, 600), { kind: 'open', weeks: 'b' }, from).sessions
  expect(both.map((one) => weeksOf(one, from))).toEqual(['a', 'b'])
  expect(faultsOf(both)).toEqual([])
})

test('weeks keep their turn whatever date they are painted from', () => {
  const hours = { ...day(480, 600), everyWeeks: 2 as const, anchor: '2026-01-05' }
  expect(weeksOf(hours, '2026-01-12')).toBe('b')
  expect(weeksOf(hours, '2026-01-25')).toBe('a')
  const [kept] = paintedFrom([hours], '2026-01-12')
  expect(weeksOf(kept ?? hours, '2026-01-12')).toBe('b')
})

test('a day is copied over others, and nowhere else', () => {
  const sessions = copyDay(painted(day(480, 600), day(700, 800, 2), day(900, 960, 6)), 1, [1, 2, 3])
  expect(hoursOf(sessions)).toEqual([day(480, 600), day(900, 960, 6), day(480, 600, 2), day(480, 600, 3)])
  expect(new Set(sessions.map(({ key }) => key)).size).toBe(4)
})

test('the break is found before the session it lies over', () => {
  const sessions = [...painted(day(480, 1020)), { ...day(720, 780), kind: 'break' as const, key: 9 }]
  expect(sessionAt(sessions, 1, 725)?.key).toBe(9)
  expect(sessionAt(sessions, 1, 500)?.key).toBe(0)
  expect(sessionAt(sessions, 2, 500)).toBeUndefined()
})

test('faults name the session', () => {
  expect(faultsOf(painted(day(480, 600), day(590, 700)))).toEqual([{ key: 1, problem: 'hours-overlap' }])
  expect(faultsOf(painted(day(600, 600)))).toEqual([{ key: 0, problem: 'hours-backwards' }])
})

test('only what still holds is painted, and the frame holds what is painted', () => {
  const past = { ...day(0, 60), validTo: '2026-12-06' }
  const running = { ...day(300, 1260), validFrom: '2026-01-01' }
  expect(paintedFrom([past, running], from)).toEqual([{ ...day(300, 1260), key: 0 }])
  expect(frameOf(paintedFrom([past, running], from))).toEqual({ from: 300, to: 1260 })
  expect(currentHours([past, running], '2026-12-06')).toEqual([past, running])
  expect(currentHours([past, running], from)).toEqual([running])
})

test('new weeks begin on a Monday', () => {
  expect(nextMonday('2026-11-29')).toBe('2026-11-30')
  expect(nextMonday('2026-11-30')).toBe('2026-12-07')
})

test('hours are added where nothing is', () => {
  expect(freeSpan([], 2)).toEqual(day(480, 1020, 2))
  expect(freeSpan(painted(day(480, 1020, 2)), 2)).toEqual(day(1020, 1080, 2))
})
