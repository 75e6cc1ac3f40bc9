import { expect, test } from 'vitest'
import { faceValue, restrictionsApart, sameValue, saysMore } from './merging.ts'

test('without a choice nothing that is known gets lost', () => {
  expect(faceValue('Mai', 'May')).toBe('Mai')
  expect(faceValue('', 'May')).toBe('May')
  expect(faceValue(null, 'they')).toBe('they')
  expect(faceValue('unknown', 'female')).toBe('female')
  expect(faceValue('female', 'unknown')).toBe('female')
  expect(faceValue(['walker'], ['walker', 'hard of hearing'])).toEqual(['walker', 'hard of hearing'])
  expect(faceValue(null, ['white'])).toEqual(['white'])
  expect(faceValue(false, true)).toBe(true)
})

test('a choice stands, also for what is empty', () => {
  expect(faceValue('Mai', '', 'merged')).toBe('')
  expect(faceValue(['a'], ['b'], 'merged')).toEqual(['b'])
  expect(faceValue(['a'], ['b'], 'survivor')).toEqual(['a'])
  expect(faceValue(['a'], ['b'], 'both')).toEqual(['a', 'b'])
  expect(faceValue(true, false, 'merged')).toBe(false)
})

test('a whole date says more than a year, a known one more than a guess', () => {
  const whole = { date: '1961-03-14', isEstimated: false }
  expect(saysMore(whole, { date: '1961', isEstimated: false })).toBe(true)
  expect(saysMore({ date: '1961', isEstimated: false }, { date: '1961-01-01', isEstimated: true })).toBe(true)
  expect(saysMore(whole, whole)).toBe(false)
})

test('what is empty is the same however it is kept; the order of an address does not matter', () => {
  expect(sameValue(null, '')).toBe(true)
  expect(sameValue([], null)).toBe(true)
  expect(sameValue({ city: 'Elgin', line: '1 Oak' }, { line: '1 Oak', city: 'Elgin' })).toBe(true)
  expect(sameValue({ city: 'Elgin', line: '1 Oak' }, { line: '2 Oak', city: 'Elgin' })).toBe(false)
  expect(sameValue('Mai', 'May')).toBe(false)
})

test('the name of an unknown person gives way to one that is known, on whichever side it stands', () => {
  for (const [unknown, known] of [
    ['Unknown', 'Amadou'],
    ['Male Harbor', 'Sylla'],
  ]) {
    expect(faceValue(unknown, known)).toBe(known)
    expect(faceValue(known, unknown)).toBe(known)
  }
  expect(faceValue('Unknown', null)).toBe('Unknown')
  expect(faceValue('Male Harbor', 'Sylla', 'survivor')).toBe('Male Harbor')
})

test('what was restricted together stays restricted apart, and nothing else becomes so', () => {
  expect(restrictionsApart('vip', null)).toEqual({ survivor: 'vip', merged: 'vip' })
  expect(restrictionsApart('vip', 'staff')).toEqual({ survivor: 'vip', merged: 'vip' })
  expect(restrictionsApart(null, 'staff')).toEqual({ survivor: null, merged: 'staff' })
  expect(restrictionsApart(null, null)).toEqual({ survivor: null, merged: null })
})
