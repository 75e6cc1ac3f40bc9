import { expect, test } from 'vitest'
import { datedLines } from './dated-lines.ts'

const away = (id: string, date: string, startMinute = 0, endMinute = 1440, resourceId = 'weiss') => ({
  id,
  resourceId,
  date,
  startMinute,
  endMinute,
  kind: 'closed' as const,
  reason: 'Leave',
})

test('dates that follow one another are one leave; a gap, an hour between or another person begins a new one', () => {
  const lines = datedLines({
    exceptions: [
      away('a', '2026-12-21', 720),
      away('x', '2026-12-22', 0, 1440, 'singh'),
      away('b', '2026-12-22'),
      away('c', '2026-12-23', 0, 600),
      away('d', '2026-12-24'),
    ],
    blocks: [],
  })
  expect(lines.map(({ ids, from, to, startMinute, endMinute }) => [ids, from, to, startMinute, endMinute])).toEqual([
    [['a', 'b', 'c'], '2026-12-21', '2026-12-23', 720, 600],
    [['x'], '2026-12-22', '2026-12-22', 0, 1440],
    [['d'], '2026-12-24', '2026-12-24', 0, 1440],
  ])
})

test('a block is one line with everybody and every date it closes', () => {
  const part = { id: 'k', startMinute: 600, endMinute: 660, reason: 'Meeting' }
  const lines = datedLines({
    exceptions: [],
    blocks: [
      { ...part, resourceId: 'singh', date: '2026-12-02' },
      { ...part, resourceId: 'weiss', date: '2026-12-01' },
    ],
  })
  expect(lines).toMatchObject([{ ids: ['k'], resourceIds: ['singh', 'weiss'], from: '2026-12-01', to: '2026-12-02' }])
})

test('a closure over midnight begins on its first date and ends on its last', () => {
  const part = { id: 'k', resourceId: 'singh', reason: 'Flood' }
  const lines = datedLines({
    exceptions: [],
    blocks: [
      { ...part, date: '2026-12-14', startMinute: 840, endMinute: 1440 },
      { ...part, date: '2026-12-15', startMinute: 0, endMinute: 1440 },
      { ...part, date: '2026-12-16', startMinute: 0, endMinute: 600 },
    ],
  })
  expect(lines).toMatchObject([{ from: '2026-12-14', to: '2026-12-16', startMinute: 840, endMinute: 600 }])
})
