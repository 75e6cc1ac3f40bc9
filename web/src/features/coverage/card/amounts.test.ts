import { expect, test } from 'vitest'
import { pointersOf } from './amounts.ts'

const said = (segment: number) => ({ low: 0, high: 0, pointer: { segment, tag: 'EB' } })

test('a bar opens each segment that it rests on, once', () => {
  expect(pointersOf({ whole: said(20), left: said(21) }).map(({ segment }) => segment)).toEqual([20, 21])
  expect(pointersOf({ whole: said(20), left: said(20) }).map(({ segment }) => segment)).toEqual([20])
  expect(pointersOf({ whole: null, left: said(21) }).map(({ segment }) => segment)).toEqual([21])
  expect(pointersOf({ whole: { ...said(20), pointer: null }, left: null })).toEqual([])
})
