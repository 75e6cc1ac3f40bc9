import { expect, test } from 'vitest'
import { breaksToGive } from './given-breaks.ts'
import type { WeeklyHours } from './template.ts'

const weekdays = [1, 2, 3, 4] as const
const open = weekdays.map((weekday): WeeklyHours => ({ weekday, startMinute: 480, endMinute: 1020 }))
const pause = (weekday: WeeklyHours['weekday'], startMinute: number, label?: string): WeeklyHours => ({
  weekday,
  startMinute,
  endMinute: startMinute + 60,
  kind: 'break',
  ...(label && { label }),
})

test('an hour on some days could be given up; what is there on most of them is a meal, at whatever hour', () => {
  const lunch = [pause(1, 720, 'Lunch'), pause(2, 735, 'Lunch'), pause(3, 720, 'Lunch')]
  const admin = [pause(1, 900, 'Admin'), pause(3, 900, 'Admin')]
  expect(breaksToGive([...open, ...lunch, ...admin])).toEqual(admin)
  const unnamed = weekdays.map((weekday) => pause(weekday, 720))
  expect(breaksToGive([...open, ...unnamed, pause(2, 840)])).toEqual([pause(2, 840)])
  expect(breaksToGive(open)).toEqual([])
})
