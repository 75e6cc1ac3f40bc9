import { expect, test } from 'vitest'
import type { VisitOnGrid } from './column-content.ts'
import { type GridColumn, visitAfter } from './use-grid-keys.ts'

function column(id: string, ...times: readonly string[]): GridColumn {
  const visits = times.map((time) => {
    const at = `2026-11-24T${time}:00Z`
    return { start: at, end: at, appointment: { id: time } } as VisitOnGrid // only id and times take part
  })
  return { id, content: { visits, blocks: [], holds: [], openings: [] } }
}

const columns = [column('a', '14:00', '15:00', '18:00'), column('b'), column('c', '14:40', '17:00')]

test('up and down stay in the column and stop at its ends', () => {
  expect(visitAfter(columns, 'a 15:00', 'ArrowDown')).toBe('a 18:00')
  expect(visitAfter(columns, 'a 15:00', 'ArrowUp')).toBe('a 14:00')
  expect(visitAfter(columns, 'a 18:00', 'ArrowDown')).toBeNull()
})

test('sideways goes to the visit nearest in time, over columns without any', () => {
  expect(visitAfter(columns, 'a 15:00', 'ArrowRight')).toBe('c 14:40')
  expect(visitAfter(columns, 'c 17:00', 'ArrowLeft')).toBe('a 18:00')
  expect(visitAfter(columns, 'c 14:40', 'ArrowRight')).toBeNull()
})

test('a visit that is gone leads nowhere', () => {
  expect(visitAfter(columns, 'a 16:00', 'ArrowDown')).toBeNull()
})
