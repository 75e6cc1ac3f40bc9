import { expect, test } from 'vitest'
import { signedOut } from '../session.ts'
import { offerUndo, undoLast } from './undo-store.ts'

test('what somebody did is not taken back by who signs in after them', () => {
  offerUndo('Booked', 'Undo', () => Promise.resolve(true))
  signedOut()
  expect(undoLast()).toBeNull()
})
