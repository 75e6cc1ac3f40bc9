import { expect, test } from 'vitest'
import { emptyContent, type VisitOnGrid } from './column-content.ts'
import { stopsOf } from './grid-column.ts'
import { alone } from './pack-lanes.ts'
import { stopAfter } from './use-grid-keys.ts'

const at = (time: string) => `2026-11-24T${time}:00Z`
function column(id: string, ...times: readonly string[]) {
  const visits = times.map(
    (time) => ({ start: at(time), end: at(time), appointment: { id: time } }) as VisitOnGrid, // only id and times take part
  )
  return stopsOf({ id, content: { ...emptyContent, visits } })
}

const columns = [column('a', '14:00', '15:00', '18:00'), column('b'), column('c', '14:40', '17:00')]

test('up and down stay in the column and stop at its ends', () => {
  expect(stopAfter(columns, 'a 15:00', 'ArrowDown')).toBe('a 18:00')
  expect(stopAfter(columns, 'a 15:00', 'ArrowUp')).toBe('a 14:00')
  expect(stopAfter(columns, 'a 18:00', 'ArrowDown')).toBeNull()
})

test('sideways goes to what is nearest in time, over columns without any', () => {
  expect(stopAfter(columns, 'a 15:00', 'ArrowRight')).toBe('c 14:40')
  expect(stopAfter(columns, 'c 17:00', 'ArrowLeft')).toBe('a 18:00')
  expect(stopAfter(columns, 'c 14:40', 'ArrowRight')).toBeNull()
})

test('what is gone leads nowhere', () => {
  expect(stopAfter(columns, 'a 16:00', 'ArrowDown')).toBeNull()
})

test('a block between two visits is reached between them', () => {
  const block = { id: 'lunch', resourceId: 'a', start: at('15:30'), end: at('16:30'), reason: 'Lunch' }
  const visits = ['15:00', '17:00'].map(
    (time) => ({ start: at(time), end: at(time), appointment: { id: time } }) as VisitOnGrid, // as above
  )
  const stops = stopsOf({
    id: 'a',
    content: { ...emptyContent, visits, blocks: [{ ...block, box: { from: 0, to: 30 }, ...alone }] },
  })
  expect(stops.map(({ key }) => key)).toEqual(['a 15:00', `a lunch@${at('15:30')}`, 'a 17:00'])
})
