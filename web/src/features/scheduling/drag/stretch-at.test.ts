import { expect, test } from 'vitest'
import { axisBetween } from '../grid/grid-geometry.ts'
import { aDay, aResource, aSession } from '../testing-day.ts'
import { stretchAt } from './stretch-at.ts'

const at = (time: string) => `2026-11-24T${time}Z`
/** Eight to five in Chicago, drawn from seven to six. */
const open = [{ start: at('14:00:00'), end: at('23:00:00'), startMinute: 480, endMinute: 1020 }]
const column = (gridMinutes: number | null = null) => {
  const sessions = [aSession(at('14:00:00'), at('23:00:00'), { gridMinutes })]
  return {
    axis: axisBetween('2026-11-24', 'America/Chicago', 420, 1080),
    day: aDay(),
    resource: aResource('singh', 'practitioner', { open, sessions }),
  }
}
const clock = ({ from, to }: { readonly from: number; readonly to: number }) =>
  [from, to].map((each) => `${Math.floor((each + 420) / 60)}:${String((each + 420) % 60).padStart(2, '0')}`)

test('before the hours begin, and on another day, it is when they begin', () => {
  expect(clock(stretchAt(column(), at('13:12:00')))).toEqual(['8:00', '9:00'])
  expect(clock(stretchAt(column(), '2026-11-23T20:12:00Z'))).toEqual(['8:00', '9:00'])
  expect(clock(stretchAt(column(), '2026-11-25T20:12:00Z'))).toEqual(['8:00', '9:00'])
})

test('today it is the next start of the grid from now on', () => {
  expect(clock(stretchAt(column(), at('16:12:30')))).toEqual(['10:20', '11:20'])
  expect(clock(stretchAt(column(), at('16:20:00')))).toEqual(['10:20', '11:20'])
  expect(clock(stretchAt(column(15), at('16:12:00')))).toEqual(['10:15', '11:15'])
  // On the last visit of the morning in the afternoon.
  expect(clock(stretchAt(column(), at('20:12:00'), at('17:30:00')))).toEqual(['14:20', '15:20'])
  expect(clock(stretchAt(column(), at('16:12:00'), at('17:30:00')))).toEqual(['11:30', '12:30'])
})

test('after what is drawn of the day it is now as well, and never over midnight', () => {
  expect(clock(stretchAt(column(), '2026-11-25T03:12:00Z'))).toEqual(['21:20', '22:20'])
  expect(clock(stretchAt(column(), '2026-11-25T05:57:00Z'))).toEqual(['23:50', '23:55'])
  // Not now, and at the edge: as far as is drawn.
  expect(clock(stretchAt(column(), at('14:00:00'), at('23:30:00')))).toEqual(['17:30', '18:00'])
})

test('in the column of a site with another clock now is the same moment', () => {
  const dayton = { ...column(), day: aDay({ timeZone: 'America/New_York' }) }
  expect(clock(stretchAt(dayton, at('16:12:00')))).toEqual(['10:20', '11:20'])
  // Ten at night in Chicago is eleven there: as far as that day goes.
  expect(clock(stretchAt(dayton, '2026-11-25T04:12:00Z'))).toEqual(['22:20', '22:55'])
})
