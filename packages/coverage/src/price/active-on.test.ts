import { expect, test } from 'vitest'
import { activeOn } from './active-on.ts'

test('active on another day than was asked about: by its dates, else in the same month', () => {
  const state = {
    on: '2026-11-24',
    is: 'active',
    because: 'said',
    from: null,
    until: null,
    plan: null,
    pointers: [],
  } as const
  expect(activeOn(state, '2026-11-30')).toBe('yes')
  expect(activeOn(state, '2026-12-01')).toBe('unclear')
  expect(activeOn({ ...state, until: '2026-12-31' }, '2026-12-31')).toBe('yes')
  expect(activeOn({ ...state, until: '2026-12-31' }, '2027-01-01')).toBe('no')
  expect(activeOn({ ...state, from: '2026-12-01', is: 'inactive', because: 'not-begun' }, '2026-11-30')).toBe('no')
  expect(activeOn({ ...state, from: '2026-12-01', is: 'inactive', because: 'not-begun' }, '2026-12-01')).toBe('unclear')
  expect(activeOn({ ...state, is: 'inactive' }, '2026-11-24')).toBe('no')
  const years = {
    ...state,
    from: '2026-01-01',
    until: '2026-12-31',
    also: [{ from: '2027-01-01', until: '2027-06-30' }],
  }
  expect(activeOn(years, '2027-01-01')).toBe('yes')
  expect(activeOn(years, '2027-07-01')).toBe('no')
  expect(activeOn({ ...years, is: 'inactive', because: 'ended', until: '2026-10-31' }, '2027-01-01')).toBe('unclear')
})
