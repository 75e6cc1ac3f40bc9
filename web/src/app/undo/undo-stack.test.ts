import { expect, test } from 'vitest'
import { type Change, newest, pushed, type UndoStack, without } from './undo-stack.ts'

const change = (id: number): Change => ({ id, text: `change ${id}`, takeBack: () => Promise.resolve(true) })
const stackOf = (...ids: readonly number[]): UndoStack => ids.map(change).reduce(pushed, [])

test('the last change is taken back first, each once', () => {
  const stack = stackOf(1, 2, 3)
  expect(newest(stack)?.id).toBe(3)
  expect(newest(without(stack, 3))?.id).toBe(2)
  expect(newest(without(stackOf(1), 1))).toBeNull()
})

test('one in the middle can be taken back from its own message', () => {
  expect(without(stackOf(1, 2, 3), 2).map(({ id }) => id)).toEqual([1, 3])
})

test('what was done long ago falls out', () => {
  const stack = stackOf(...Array.from({ length: 14 }, (_, index) => index))
  expect(stack.map(({ id }) => id)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 13])
})
