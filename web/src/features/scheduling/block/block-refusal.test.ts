import { expect, test } from 'vitest'
import { blockNotMade } from './block-refusal.ts'
import type { SchedulingSay } from '../words.ts'

const say = ((key: string, values?: { count?: number }) =>
  [key, ...(values ? [values.count] : [])].join(' ')) as unknown as SchedulingSay

test('time that is closed already is told as that, and not as one that ends before it begins', () => {
  const there = blockNotMade({ reason: 'visits-booked', count: 0, resources: [] }, say)
  expect(there).toEqual({ kind: 'warn', title: 'blockFailed', text: 'blockThere' })
  const backwards = blockNotMade({ reason: 'backwards' }, say)
  expect(backwards.text).toBe('blockBackwards')
})

test('visits that are in the way are counted, and what is all taken says so', () => {
  expect(blockNotMade({ reason: 'visits-booked', count: 2, resources: [] }, say).text).toBe('blockVisits 2')
  expect(blockNotMade({ reason: 'nothing-to-close' }, say).text).toBe('blockNothing')
})
