import { instantAt } from '@foyer/kernel'
import { expect, test } from 'vitest'
import { groupTimes, isSameChoice, type RepairPlace } from './index.ts'
import { minuteMs } from './local-day.ts'

const zone = 'America/Chicago'
const at = (minute: number, date = '2026-12-08'): number => instantAt(date, minute, zone).epochMilliseconds

function place(start: number, clinician: string, room = 'red'): RepairPlace {
  const time = { start, end: start + 60 * minuteMs }
  return {
    ...time,
    assignments: [
      { role: 'clinician', resourceId: clinician, ...time },
      { role: 'room', resourceId: room, ...time },
    ],
  }
}

const group = place(at(600), 'ana')
const timesOf = (places: readonly RepairPlace[], now = at(420)) =>
  groupTimes(group, places, { zone, now, lead: 'clinician' })
const leadOf = ({ assignments }: RepairPlace) => assignments[0]?.resourceId
const shown = (places: readonly RepairPlace[]) => timesOf(places).map((time) => [time.days, leadOf(time), time.start])

test('the same day first, then its own leader, then nearest to the usual hour', () => {
  const next = '2026-12-09'
  const sorted = [
    place(at(900), 'ana'),
    place(at(660), 'ben'),
    place(at(630, next), 'ana'),
    place(at(480, next), 'ana'),
    place(at(600, next), 'ben'),
    place(at(600, '2026-12-10'), 'ana'),
  ]
  expect(shown(sorted.toReversed())).toEqual([
    [0, 'ana', at(900)],
    [0, 'ben', at(660)],
    [1, 'ana', at(630, next)],
    [1, 'ana', at(480, next)],
    [1, 'ben', at(600, next)],
    [2, 'ana', at(600, '2026-12-10')],
  ])
})

test('of one time and one leader the room it has comes first; its own time is no other time', () => {
  const times = timesOf([place(at(660), 'ana', 'blue'), place(at(660), 'ana', 'red'), place(at(600), 'ben')])
  expect(times.map(({ assignments }) => assignments[1]?.resourceId)).toEqual(['red', 'blue'])
  expect(times[0]?.why.map(({ code }) => code)).toEqual(['moved', 'minutes', 'same-clinician'])
  expect(times[1]?.cost).toBe((times[0]?.cost ?? 0) + 10)
})

test('nobody is told of an earlier time at the last moment', () => {
  expect(timesOf([place(at(540), 'ana')], at(420)).map(({ start }) => start)).toEqual([at(540)])
  expect(timesOf([place(at(540), 'ana')], at(430))).toEqual([])
})

test('the usual hour is that of the clock on the wall, also over the night when clocks change', () => {
  const autumn = { zone, now: at(420, '2026-10-30'), lead: 'clinician' }
  const before = place(at(600, '2026-10-31'), 'ana')
  const after = '2026-11-01'
  const [first] = groupTimes(before, [place(at(540, after), 'ana'), place(at(600, after), 'ana')], autumn)
  expect(first?.start).toBe(at(600, after))
})

test('within an hour with the same leader there is no choice', () => {
  expect(isSameChoice(place(at(600), 'ana'), place(at(650), 'ana', 'blue'), 'clinician')).toBe(true)
  expect(isSameChoice(place(at(600), 'ana'), place(at(660), 'ana'), 'clinician')).toBe(false)
  expect(isSameChoice(place(at(600), 'ana'), place(at(600), 'ben'), 'clinician')).toBe(false)
})

test('whoever leads it counts, whatever the role is called', () => {
  const led = (start: number, who: string): RepairPlace => {
    const { assignments, ...time } = place(start, who)
    return {
      ...time,
      assignments: assignments.map((each, turn) => (turn === 0 ? { ...each, role: 'educator' } : each)),
    }
  }
  const others = [led(at(660), 'ben'), led(at(900), 'ana')]
  const times = groupTimes(led(at(600), 'ana'), others, { zone, now: at(420), lead: 'educator' })
  expect(times.map(({ assignments }) => [assignments[0]?.role, assignments[0]?.resourceId])).toEqual([
    ['educator', 'ana'],
    ['educator', 'ben'],
  ])
  expect(times[1]?.why.map(({ code }) => code)).toEqual(['moved', 'minutes', 'other-clinician'])
  expect(isSameChoice(led(at(600), 'ana'), led(at(600), 'ben'), 'educator')).toBe(false)
})
